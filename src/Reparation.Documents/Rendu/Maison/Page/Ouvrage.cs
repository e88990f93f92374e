using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Un document en cours : ses pages, ses polices, son arbre et ses liens. Les flux partent vers la sortie à mesure.</summary>
internal sealed class Ouvrage : IDisposable
{
    private readonly PoliceEmployee?[] _polices = new PoliceEmployee?[8];
    private readonly List<Page> _pages = [];
    private readonly List<(int Numero, Page Page, Element Lien, string Cible, string Description, (double, double, double, double) Cadre)> _liens = [];
    private readonly List<Element> _notes = [];
    private readonly List<(string Nom, int Fiche)> _fiches = [];
    private readonly Dictionary<string, string> _jointes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Repere> _ancres = [];
    private readonly List<Repere> _signets;
    private readonly int _arbrePages;
    private readonly int _dictionnairePolices;
    private readonly string _ressources;

    /// <summary>Ouvre un document dont tous les endroits nommés sont connus, dans l'ordre de lecture.</summary>
    public Ouvrage(IReadOnlyList<Repere> reperes, bool comprime, Stream sortie)
    {
        _signets = [.. reperes.Where(r => r.Signet > 0)];
        foreach (var repere in reperes)
        {
            _ancres.Add(repere.Ancre, repere);
        }

        Fichier = new(comprime, sortie);
        _arbrePages = Fichier.Reserver();
        _dictionnairePolices = Fichier.Reserver();
        _ressources = Ecriture.Reference(Fichier.Poser($"<</Font {Ecriture.Reference(_dictionnairePolices)}>>"));
    }

    public Fichier Fichier { get; }

    public Element Racine { get; } = new("Document");

    public IReadOnlyList<Page> Pages => _pages;

    /// <summary>Empreinte SHA-256 de chaque fichier joint, par son nom.</summary>
    public IReadOnlyDictionary<string, string> Jointes => _jointes;

    /// <summary>Joint un fichier, écrit aussitôt : ses octets n'ont plus à rester en mémoire.</summary>
    public void Joindre(PieceJointe jointe, DateOnly date)
    {
        _jointes.Add(jointe.Nom, Convert.ToHexStringLower(SHA256.HashData(jointe.Octets)));
        _fiches.Add((jointe.Nom, Conformite.Joindre(Fichier, jointe, date)));
    }

    /// <summary>Plante une note ; la norme veut qu'un identifiant la distingue de toutes.</summary>
    public Element NouvelleNote(Element parent)
    {
        var note = parent.Ajouter("Note", $"/ID{Ecriture.Chaine(IdDeNote(_notes.Count))}");
        _notes.Add(note);
        return note;
    }

    private static string IdDeNote(int rang) => string.Create(CultureInfo.InvariantCulture, $"note-{rang + 1:D6}");

    public void Dispose() => Fichier.Dispose();

    public Repere Repere(string ancre) => _ancres[ancre];

    public Page NouvellePage() => NouvellePage((Page.Largeur, Page.Hauteur));

    public Page NouvellePage((double Largeur, double Hauteur) format)
    {
        var page = new Page(this, _pages.Count, Fichier.Reserver(), format);
        _pages.Add(page);
        return page;
    }

    public PoliceEmployee Employer(Police police) =>
        _polices[police.Rang] ??= new PoliceEmployee(police, $"F{police.Rang}");

    public int PoserLien(
        Page page, Element lien, string cible, string description, (double, double, double, double) cadre)
    {
        var numero = Fichier.Reserver();
        _liens.Add((numero, page, lien, cible, description, cadre));
        return numero;
    }

    /// <summary>Écrit une page finie : son flux quitte la mémoire.</summary>
    /// <param name="page">La page.</param>
    /// <param name="partie">Partie du fichier où elle compte ; la page elle-même à défaut.</param>
    public void Clore(Page page, string? partie = null)
    {
        Fichier.Partie = partie ?? Parties.Page(page.Rang + 1);
        page.Ecrire(Fichier, _arbrePages, _dictionnairePolices, _ressources);
    }

    /// <summary>Écrit ce qui reste et ferme le document ; rend sa taille.</summary>
    /// <param name="identite">Identité du fichier.</param>
    /// <param name="norme">Ce que les métadonnées peuvent annoncer.</param>
    /// <param name="manifeste">Numéro du flux réservé au manifeste, s'il y en a un.</param>
    public long Ecrire(IdentiteActe identite, Norme norme = Norme.Archive, int? manifeste = null)
    {
        foreach (var page in _pages)
        {
            Clore(page);
        }

        Fichier.Partie = Parties.Polices;
        var polices = new StringBuilder("<<");
        foreach (var police in _polices.OfType<PoliceEmployee>())
        {
            polices.Append('/').Append(police.Nom).Append(' ').Append(Ecriture.Reference(police.Ecrire(Fichier)));
        }

        Fichier.Poser(_dictionnairePolices, polices.Append(">>").ToString());
        Fichier.Poser(_arbrePages,
            $"<</Type/Pages/Count {Ecriture.Nombre(_pages.Count)}/Kids[{string.Join(' ', _pages.Select(p => Ecriture.Reference(p.Numero)))}]>>");
        var structure = EcrireStructure();
        EcrireLiens();
        var racine = Fichier.Poser(
            $"<</Type/Catalog/Version/1.7/Pages {Ecriture.Reference(_arbrePages)}/Lang {Ecriture.Chaine(identite.Langue)}" +
            $"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {Ecriture.Reference(structure)}" +
            Signets.Ecrire(Fichier, _signets, Destination) +
            Conformite.Ecrire(Fichier, identite, _fiches, norme, manifeste) + ">>");
        return Fichier.Assembler(racine, Fichier.Poser(Conformite.Information(identite)));
    }

    private string Destination(Repere repere)
    {
        var page = _pages[repere.Page];
        return $"[{Ecriture.Reference(page.Numero)}/XYZ 0 {Ecriture.Nombre(Math.Min(page.Format.Hauteur, page.Format.Hauteur - repere.Haut + 6))} null]";
    }

    private int EcrireStructure()
    {
        var structure = Fichier.Reserver();
        Racine.Numeroter(Fichier);
        Racine.Ecrire(Fichier, structure);
        var parents = new StringBuilder("<</Nums[");
        foreach (var page in _pages)
        {
            parents.Append(CultureInfo.InvariantCulture, $"{page.Rang}[")
                .AppendJoin(' ', page.Sequences.Select(e => Ecriture.Reference(e.Numero))).Append(']');
        }

        for (var i = 0; i < _liens.Count; i++)
        {
            parents.Append(CultureInfo.InvariantCulture, $"{_pages.Count + i} {_liens[i].Lien.Numero} 0 R ");
        }

        var identifiants = _notes.Count == 0 ? "" : $"/IDTree<</Names[{string.Join(' ', _notes.Select((n, i) => $"{Ecriture.Chaine(IdDeNote(i))} {Ecriture.Reference(n.Numero)}"))}]>>";
        var arbre = Fichier.Poser(parents.Append("]>>").ToString());
        Fichier.Poser(structure, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/StructTreeRoot/K {Racine.Numero} 0 R/ParentTree {arbre} 0 R/ParentTreeNextKey {_pages.Count + _liens.Count}{identifiants}>>"));
        return structure;
    }

    private void EcrireLiens()
    {
        for (var i = 0; i < _liens.Count; i++)
        {
            var (numero, page, _, cible, description, cadre) = _liens[i];
            var action = cible.StartsWith('#')
                ? $"/Dest{Destination(Repere(cible[1..]))}"
                : $"/A<</S/URI/URI {Ecriture.Chaine(new Uri(cible).AbsoluteUri)}>>";
            Fichier.Poser(numero,
                $"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/P {Ecriture.Reference(page.Numero)}" +
                $"/Rect[{Ecriture.Nombre(cadre.Item1)} {Ecriture.Nombre(cadre.Item2)} {Ecriture.Nombre(cadre.Item3)} {Ecriture.Nombre(cadre.Item4)}]" +
                $"/Contents {Ecriture.Chaine(description)}/StructParent {Ecriture.Nombre(_pages.Count + i)}{action}>>");
        }
    }
}
