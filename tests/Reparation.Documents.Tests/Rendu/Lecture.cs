using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Reparation.Documents.Tests.Rendu;

/// <summary>Élément de structure relu : son genre, sa place, son texte propre dans l'ordre de lecture.</summary>
internal sealed record Noeud(string Genre, DictionaryToken Dictionnaire, IReadOnlyList<object> Enfants)
{
    public IEnumerable<Noeud> Tous() => Enfants.OfType<Noeud>().SelectMany(n => n.Tous()).Prepend(this);
}

/// <summary>Séquence marquée : page (à partir de 1) et numéro.</summary>
internal readonly record struct Sequence(int Page, int Mcid);

/// <summary>Annotation rangée dans l'arbre.</summary>
internal sealed record Renvoi(DictionaryToken Annotation);

/// <summary>Relit un PDF avec un lecteur étranger au moteur.</summary>
internal sealed class Lecture : IDisposable
{
    private readonly Dictionary<IndirectReference, int> _pages = [];
    private readonly Dictionary<Sequence, string> _textes = [];

    public Lecture(byte[] octets)
    {
        Document = PdfDocument.Open(octets);
        Catalogue = Document.Structure.Catalog.CatalogDictionary;
        Pages = [.. Document.GetPages()];
        var references = (ArrayToken)Lire(((DictionaryToken)Lire(Catalogue.Data["Pages"])).Data["Kids"]);
        for (var i = 0; i < references.Length; i++)
        {
            _pages[((IndirectReferenceToken)references.Data[i]).Data] = i + 1;
        }

        foreach (var page in Pages)
        {
            foreach (var marque in page.GetMarkedContents().Where(m => m.MarkedContentIdentifier >= 0))
            {
                _textes[new Sequence(page.Number, marque.MarkedContentIdentifier)] =
                    string.Concat(marque.Letters.Select(l => l.Value));
            }
        }
    }

    public PdfDocument Document { get; }

    public DictionaryToken Catalogue { get; }

    public IReadOnlyList<Page> Pages { get; }

    public void Dispose() => Document.Dispose();

    public IToken Lire(IToken jeton)
    {
        while (jeton is IndirectReferenceToken reference)
        {
            jeton = Document.Structure.GetObject(reference.Data).Data;
        }

        return jeton;
    }

    public T? Valeur<T>(DictionaryToken dictionnaire, string cle)
        where T : class, IToken => dictionnaire.Data.TryGetValue(cle, out var jeton) ? Lire(jeton) as T : null;

    public static string Chaine(IToken? jeton) => jeton switch
    {
        StringToken s => s.Data,
        HexToken h => Encoding.BigEndianUnicode.GetString([.. h.Bytes]).TrimStart('\uFEFF'),
        _ => "",
    };

    public int PageDe(IToken reference) => _pages.GetValueOrDefault(((IndirectReferenceToken)reference).Data);

    public static string Flux(StreamToken flux) => Encoding.UTF8.GetString(Octets(flux));

    public static byte[] Octets(StreamToken flux)
    {
        if (!flux.StreamDictionary.Data.ContainsKey("Filter"))
        {
            return flux.Data.ToArray();
        }

        using var entree = new System.IO.Compression.ZLibStream(
            new MemoryStream(flux.Data.ToArray()), System.IO.Compression.CompressionMode.Decompress);
        using var sortie = new MemoryStream();
        entree.CopyTo(sortie);
        return sortie.ToArray();
    }

    public Noeud Arbre() =>
        Noeud((DictionaryToken)Lire(Valeur<DictionaryToken>(Catalogue, "StructTreeRoot")!.Data["K"]));

    public string Texte(Sequence sequence) => _textes.GetValueOrDefault(sequence, "");

    /// <summary>Texte d'un élément, ses descendants compris, dans l'ordre de lecture.</summary>
    public string Texte(Noeud noeud)
    {
        var sortie = new StringBuilder();
        foreach (var enfant in noeud.Enfants)
        {
            sortie.Append(enfant switch { Sequence s => Texte(s), Noeud n => Texte(n), _ => "" });
        }

        return noeud.Genre is "Link" or "Reference" ? sortie.ToString() : sortie.Append(' ').ToString();
    }

    /// <summary>Page où commence un élément.</summary>
    public static int Page(Noeud noeud) =>
        noeud.Tous().SelectMany(n => n.Enfants.OfType<Sequence>()).Select(s => s.Page).First();

    private Noeud Noeud(DictionaryToken dictionnaire)
    {
        var enfants = new List<object>();
        var page = dictionnaire.Data.TryGetValue("Pg", out var reference) ? PageDe(reference) : 0;
        foreach (var jeton in dictionnaire.Data.TryGetValue("K", out var k) ? Liste(Lire(k)) : [])
        {
            switch (Lire(jeton))
            {
                case NumericToken nombre:
                    enfants.Add(new Sequence(page, nombre.Int));
                    break;
                case DictionaryToken d when Valeur<NameToken>(d, "Type")?.Data == "MCR":
                    enfants.Add(new Sequence(PageDe(d.Data["Pg"]), ((NumericToken)d.Data["MCID"]).Int));
                    break;
                case DictionaryToken d when Valeur<NameToken>(d, "Type")?.Data == "OBJR":
                    enfants.Add(new Renvoi((DictionaryToken)Lire(d.Data["Obj"])));
                    break;
                case DictionaryToken d:
                    enfants.Add(Noeud(d));
                    break;
                default:
                    break;
            }
        }

        return new Noeud(((NameToken)dictionnaire.Data["S"]).Data, dictionnaire, enfants);
    }

    private static IEnumerable<IToken> Liste(IToken jeton) => jeton is ArrayToken tableau ? tableau.Data : [jeton];
}
