using System.Globalization;
using System.Text;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Titre repéré dans l'acte ; sa page est connue dès la mise en pages, avant tout dessin.</summary>
internal sealed class Repere(Bloc.Titre titre)
{
    public Bloc.Titre Titre => titre;

    /// <summary>À partir de zéro.</summary>
    public int Page { get; set; } = -1;

    public double Haut { get; set; }
}

/// <summary>Un document en cours : ses pages, ses polices, son arbre et ses liens.</summary>
internal sealed class Ouvrage(IReadOnlyList<Repere> reperes, bool comprime)
{
    private readonly PoliceEmployee?[] _polices = new PoliceEmployee?[8];
    private readonly List<Page> _pages = [];
    private readonly List<(int Numero, Page Page, Element Lien, string Cible, string Description, (double, double, double, double) Cadre)> _liens = [];
    private readonly Dictionary<string, Repere> _ancres = reperes.ToDictionary(r => r.Titre.Ancre);

    public Fichier Fichier { get; } = new(comprime);

    public Element Racine { get; } = new("Document");

    public IReadOnlyList<Repere> Reperes => reperes;

    public IReadOnlyList<Page> Pages => _pages;

    public Repere Repere(string ancre) => _ancres[ancre];

    public Page NouvellePage()
    {
        var page = new Page(this, _pages.Count, Fichier.Reserver());
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

    public byte[] Ecrire(IdentiteActe identite, IReadOnlyList<PieceJointe> jointes, int? manifeste = null)
    {
        Fichier.Partie = Parties.Polices;
        var polices = new StringBuilder("<</Font<<");
        foreach (var police in _polices.OfType<PoliceEmployee>())
        {
            polices.Append('/').Append(police.Nom).Append(' ').Append(Ecriture.Reference(police.Ecrire(Fichier)));
        }

        var ressources = Ecriture.Reference(Fichier.Poser(polices.Append(">>>>").ToString()));
        var arbrePages = Fichier.Reserver();
        foreach (var page in _pages)
        {
            Fichier.Partie = Parties.Page(page.Rang + 1);
            page.Ecrire(Fichier, arbrePages, ressources);
        }

        Fichier.Poser(arbrePages,
            $"<</Type/Pages/Count {Ecriture.Nombre(_pages.Count)}/Kids[{string.Join(' ', _pages.Select(p => Ecriture.Reference(p.Numero)))}]>>");
        var structure = EcrireStructure();
        EcrireLiens();
        var racine = Fichier.Poser(
            $"<</Type/Catalog/Version/1.7/Pages {Ecriture.Reference(arbrePages)}/Lang {Ecriture.Chaine(identite.Langue)}" +
            $"/MarkInfo<</Marked true>>/ViewerPreferences<</DisplayDocTitle true>>/StructTreeRoot {Ecriture.Reference(structure)}" +
            Signets.Ecrire(Fichier, reperes, Destination) +
            Conformite.Ecrire(Fichier, identite, jointes, manifeste) + ">>");
        return Fichier.Assembler(racine, Fichier.Poser(Conformite.Information(identite)));
    }

    private string Destination(Repere repere) =>
        $"[{Ecriture.Reference(_pages[repere.Page].Numero)}/XYZ 0 {Ecriture.Nombre(Page.Hauteur - repere.Haut + 6)} null]";

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

        var arbre = Fichier.Poser(parents.Append("]>>").ToString());
        Fichier.Poser(structure, string.Create(CultureInfo.InvariantCulture,
            $"<</Type/StructTreeRoot/K {Racine.Numero} 0 R/ParentTree {arbre} 0 R/ParentTreeNextKey {_pages.Count + _liens.Count}>>"));
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
