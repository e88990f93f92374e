using System.Globalization;
using System.Text;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Élément de l'arbre de lecture. Le même élément peut porter plusieurs séquences marquées, sur plusieurs pages.
/// </summary>
internal sealed class Element
{
    private readonly List<Enfant> _enfants = [];

    public Element(string genre, string attributs = "")
    {
        Genre = genre;
        Attributs = attributs;
    }

    public string Genre { get; }

    public string Attributs { get; private set; }

    public int Numero { get; private set; }

    public Element Ajouter(string genre, string attributs = "")
    {
        var enfant = new Element(genre, attributs);
        _enfants.Add(new Enfant(enfant, null, 0, false));
        return enfant;
    }

    /// <summary>Ajoute ce qui ne se sait qu'une fois l'élément placé dans sa page.</summary>
    public void Completer(string attributs) => Attributs += attributs;

    public void AjouterSequence(Page page, int mcid) => _enfants.Add(new Enfant(null, page, mcid, false));

    public void AjouterAnnotation(Page page, int numero) => _enfants.Add(new Enfant(null, page, numero, true));

    /// <summary>Réserve les numéros d'objets : l'arbre des parents y renvoie.</summary>
    public void Numeroter(Fichier fichier)
    {
        Numero = fichier.Reserver();
        foreach (var enfant in _enfants)
        {
            enfant.Element?.Numeroter(fichier);
        }
    }

    public void Ecrire(Fichier fichier, int parent)
    {
        var page = _enfants.Find(e => e.Page is not null)?.Page;
        var sortie = new StringBuilder();
        sortie.Append(CultureInfo.InvariantCulture, $"<</Type/StructElem/S/{Genre}/P {parent} 0 R");
        if (page is not null)
        {
            sortie.Append(CultureInfo.InvariantCulture, $"/Pg {page.Numero} 0 R");
        }

        sortie.Append(Attributs);
        if (_enfants.Count > 0)
        {
            sortie.Append("/K[");
            foreach (var enfant in _enfants)
            {
                enfant.Ecrire(sortie, page);
            }

            sortie.Append(']');
        }

        fichier.Poser(Numero, sortie.Append(">>").ToString());
        foreach (var enfant in _enfants)
        {
            enfant.Element?.Ecrire(fichier, Numero);
        }
    }

    private sealed record Enfant(Element? Element, Page? Page, int Nombre, bool Annotation)
    {
        public void Ecrire(StringBuilder sortie, Page? pageParDefaut)
        {
            if (Element is not null)
            {
                sortie.Append(CultureInfo.InvariantCulture, $" {Element.Numero} 0 R");
            }
            else if (Annotation)
            {
                sortie.Append(CultureInfo.InvariantCulture, $"<</Type/OBJR/Pg {Page!.Numero} 0 R/Obj {Nombre} 0 R>>");
            }
            else if (Page == pageParDefaut)
            {
                sortie.Append(CultureInfo.InvariantCulture, $" {Nombre}");
            }
            else
            {
                sortie.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {Page!.Numero} 0 R/MCID {Nombre}>>");
            }
        }
    }
}
