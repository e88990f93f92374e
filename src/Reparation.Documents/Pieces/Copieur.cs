using System.Globalization;
using System.Text;
using Reparation.Documents.Rendu.Maison;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Recopie dans notre fichier ce dont une page étrangère a besoin pour se dessiner, et rien d'autre. Les flux sont pris
/// tels quels, sans être décodés. Rien n'est écrit avant <see cref="Ecrire"/> : une pièce qui échoue ne laisse pas de trace.
/// </summary>
internal sealed class Copieur(Structure structure, Fichier fichier, Calques calques)
{
    private const int ObjetsAuPlus = 500_000;

    // Ce qui mène ailleurs que dans le dessin : arbre des pages, structure, métadonnées, fichiers, remplacements d'imprimeur.
    private static readonly HashSet<string> ClesTues =
        ["Parent", "StructParent", "StructParents", "Metadata", "PieceInfo", "AF", "OPI", "Ref", "LastModified", "AA", "OC", "Alternates"];

    private static readonly HashSet<string> ClesDeFlux = ["Length", "F", "FFilter", "FDecodeParms", "DL"];

    private static readonly HashSet<string> TypesTus =
        ["Page", "Pages", "Catalog", "Annot", "Action", "Filespec", "EmbeddedFile", "StructElem", "StructTreeRoot", "Metadata", "ObjStm", "XRef"];

    private readonly Dictionary<IndirectReference, int> _numeros = [];
    private readonly Queue<(IndirectReference Reference, int Numero, Contexte Contexte)> _attente = [];
    private readonly List<(int Numero, string Corps, ReadOnlyMemory<byte>? Octets)> _prets = [];

    /// <summary>Ce que les clés d'un dictionnaire veulent dire : des entrées connues, ou des noms choisis par l'auteur.</summary>
    public enum Contexte
    {
        Ordinaire,
        Ressources,
        Noms,
        Proprietes,
    }

    public IToken? Lire(IToken? jeton)
    {
        for (var sauts = 0; jeton is IndirectReferenceToken reference; sauts++)
        {
            if (sauts > 32)
            {
                return null;
            }

            jeton = structure.GetObject(reference.Data)?.Data;
        }

        return jeton;
    }

    public T? Lire<T>(DictionaryToken dictionnaire, string cle)
        where T : class, IToken => dictionnaire.Data.TryGetValue(cle, out var jeton) ? Lire(jeton) as T : null;

    /// <summary>Numéro, chez nous, d'un objet étranger.</summary>
    public int Reference(IndirectReference reference, Contexte contexte = Contexte.Ordinaire)
    {
        if (!_numeros.TryGetValue(reference, out var numero))
        {
            if (_numeros.Count >= ObjetsAuPlus)
            {
                throw PieceRefuseeException.Demesuree("trop d’objets");
            }

            numero = _numeros[reference] = fichier.Reserver();
            _attente.Enqueue((reference, numero, contexte));
        }

        return numero;
    }

    /// <summary>Ajoute un flux à nous, fait d'octets étrangers.</summary>
    public int AjouterFlux(string entrees, ReadOnlyMemory<byte> octets)
    {
        var numero = fichier.Reserver();
        _prets.Add((numero, entrees, octets));
        return numero;
    }

    /// <summary>Valeur écrite, ses renvois suivis.</summary>
    public string Valeur(IToken jeton, Contexte contexte = Contexte.Ordinaire)
    {
        var sortie = new StringBuilder();
        Valeur(jeton, contexte, sortie);
        return sortie.ToString();
    }

    /// <summary>Entrées d'un flux qui disent comment le décoder.</summary>
    public string Codage(StreamToken flux)
    {
        var sortie = new StringBuilder();
        foreach (var cle in new[] { "Filter", "DecodeParms" })
        {
            if (flux.StreamDictionary.Data.TryGetValue(cle, out var valeur))
            {
                sortie.Append('/').Append(cle).Append(' ');
                Valeur(valeur, Contexte.Ordinaire, sortie);
            }
        }

        return sortie.ToString();
    }

    /// <summary>Suit tous les renvois en attente.</summary>
    public void Suivre()
    {
        while (_attente.TryDequeue(out var suivant))
        {
            Objet(Lire(new IndirectReferenceToken(suivant.Reference)), suivant.Numero, suivant.Contexte);
        }
    }

    /// <summary>Écrit tout ce qui a été recopié.</summary>
    public void Ecrire()
    {
        foreach (var (numero, corps, octets) in _prets)
        {
            if (octets is { } flux)
            {
                fichier.PoserFlux(numero, corps, flux.Span, compressible: false);
            }
            else
            {
                fichier.Poser(numero, corps);
            }
        }
    }

    private void Objet(IToken? jeton, int numero, Contexte contexte)
    {
        if (jeton is not StreamToken flux)
        {
            _prets.Add((numero, jeton is null ? "null" : Valeur(jeton, contexte), null));
            return;
        }

        var dictionnaire = flux.StreamDictionary;
        if (dictionnaire.Data.ContainsKey("F"))
        {
            // Le contenu serait dans un autre fichier, que nous n'avons pas.
            throw PieceRefuseeException.Illisible();
        }

        if (Tu(dictionnaire))
        {
            _prets.Add((numero, "null", null));
        }
        else if (dictionnaire.Data.TryGetValue("OC", out var calque) && calques.Masque(calque, this))
        {
            _prets.Add((numero, "/Type/XObject/Subtype/Form/BBox[0 0 0 0]", ReadOnlyMemory<byte>.Empty));
        }
        else
        {
            var entrees = new StringBuilder();
            Entrees(dictionnaire, Contexte.Ordinaire, ClesDeFlux, entrees);
            _prets.Add((numero, entrees.ToString(), flux.Data));
        }
    }

    private bool Tu(DictionaryToken dictionnaire) =>
        (Lire<NameToken>(dictionnaire, "Type") is { } type && TypesTus.Contains(type.Data))
        || Lire<NameToken>(dictionnaire, "S")?.Data is "JavaScript" or "Launch" or "URI" or "SubmitForm" or "GoToR" or "ImportData";

    private void Valeur(IToken jeton, Contexte contexte, StringBuilder sortie)
    {
        switch (jeton)
        {
            case IndirectReferenceToken reference:
                sortie.Append(CultureInfo.InvariantCulture, $"{Reference(reference.Data, contexte)} 0 R");
                break;
            case DictionaryToken dictionnaire when contexte is Contexte.Ordinaire && Tu(dictionnaire):
                sortie.Append("null");
                break;
            case DictionaryToken dictionnaire:
                sortie.Append("<<");
                Entrees(dictionnaire, contexte, [], sortie);
                sortie.Append(">>");
                break;
            case ArrayToken tableau:
                sortie.Append('[');
                for (var i = 0; i < tableau.Length; i++)
                {
                    sortie.Append(i == 0 ? "" : " ");
                    Valeur(tableau.Data[i], Contexte.Ordinaire, sortie);
                }

                sortie.Append(']');
                break;
            case NameToken nom:
                sortie.Append(Ecriture.Nom(nom.Data));
                break;
            case NumericToken nombre when nombre.HasDecimalPlaces:
                sortie.Append(Ecriture.Precis(nombre.Double));
                break;
            case NumericToken nombre:
                sortie.Append(nombre.Long.ToString(CultureInfo.InvariantCulture));
                break;
            case BooleanToken booleen:
                sortie.Append(booleen.Data ? "true" : "false");
                break;
            case StringToken chaine:
                sortie.Append('<').Append(Convert.ToHexString(chaine.GetBytes())).Append('>');
                break;
            case HexToken chaine:
                sortie.Append('<').Append(Convert.ToHexString(chaine.Bytes)).Append('>');
                break;
            default:
                sortie.Append("null");
                break;
        }
    }

    private void Entrees(DictionaryToken dictionnaire, Contexte contexte, HashSet<string> omises, StringBuilder sortie)
    {
        foreach (var (cle, valeur) in dictionnaire.Data)
        {
            if (contexte is Contexte.Ordinaire && (ClesTues.Contains(cle) || omises.Contains(cle)))
            {
                continue;
            }

            sortie.Append(Ecriture.Nom(cle)).Append(' ');
            if (contexte is Contexte.Proprietes)
            {
                // Un passage marqué « calque » ne s'ôte pas du flux : s'il est masqué, la pièce entière est refusée.
                if (calques.Masque(valeur, this))
                {
                    throw PieceRefuseeException.CalqueMasque();
                }

                sortie.Append("<<>>");
                continue;
            }

            Valeur(valeur, Suivant(contexte, cle), sortie);
        }
    }

    private static Contexte Suivant(Contexte contexte, string cle) => (contexte, cle) switch
    {
        (Contexte.Ordinaire, "Resources") => Contexte.Ressources,
        (Contexte.Ordinaire, "CharProcs" or "Colorants") => Contexte.Noms,
        (Contexte.Ressources, "Properties") => Contexte.Proprietes,
        (Contexte.Ressources, "Font" or "XObject" or "ExtGState" or "ColorSpace" or "Pattern" or "Shading") => Contexte.Noms,
        _ => Contexte.Ordinaire,
    };
}
