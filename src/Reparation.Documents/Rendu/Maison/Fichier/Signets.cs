using System.Text;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Signets du document, emboîtés comme les titres.</summary>
internal static class Signets
{
    /// <summary>Les entrées du catalogue ; vide si l'acte n'a pas de titre.</summary>
    public static string Ecrire(Fichier fichier, List<Repere> reperes, Func<Repere, string> destination)
    {
        if (reperes.Count == 0)
        {
            return "";
        }

        var racine = new Noeud(null, fichier.Reserver());
        var chemin = new Stack<Noeud>([racine]);
        foreach (var repere in reperes)
        {
            while (chemin.Count > repere.Signet)
            {
                chemin.Pop();
            }

            var noeud = new Noeud(repere, fichier.Reserver());
            chemin.Peek().Enfants.Add(noeud);
            chemin.Push(noeud);
        }

        fichier.Poser(racine.Numero, $"<</Type/Outlines{Bornes(racine, ouvert: true)}>>");
        EcrireEnfants(fichier, racine, destination);
        return $"/Outlines {Ecriture.Reference(racine.Numero)}/PageMode/UseOutlines";
    }

    private static void EcrireEnfants(Fichier fichier, Noeud parent, Func<Repere, string> destination)
    {
        for (var i = 0; i < parent.Enfants.Count; i++)
        {
            var noeud = parent.Enfants[i];
            var sortie = new StringBuilder();
            sortie.Append("<</Title ").Append(Ecriture.Chaine(Inlines.Texte(noeud.Repere!.Contenu)))
                .Append("/Parent ").Append(Ecriture.Reference(parent.Numero))
                .Append("/Dest").Append(destination(noeud.Repere));
            if (i > 0)
            {
                sortie.Append("/Prev ").Append(Ecriture.Reference(parent.Enfants[i - 1].Numero));
            }

            if (i < parent.Enfants.Count - 1)
            {
                sortie.Append("/Next ").Append(Ecriture.Reference(parent.Enfants[i + 1].Numero));
            }

            // Les titres de premier niveau sont dépliés, les autres repliés.
            sortie.Append(Bornes(noeud, ouvert: noeud.Repere.Signet == 1));
            fichier.Poser(noeud.Numero, sortie.Append(">>").ToString());
            EcrireEnfants(fichier, noeud, destination);
        }
    }

    private static string Bornes(Noeud noeud, bool ouvert) => noeud.Enfants.Count == 0
        ? ""
        : $"/First {Ecriture.Reference(noeud.Enfants[0].Numero)}/Last {Ecriture.Reference(noeud.Enfants[^1].Numero)}" +
          $"/Count {Ecriture.Nombre(ouvert ? Visibles(noeud) : -noeud.Enfants.Count)}";

    private static int Visibles(Noeud noeud) => noeud.Enfants.Sum(e =>
        1 + (e.Repere!.Signet == 1 ? Visibles(e) : 0));

    private sealed record Noeud(Repere? Repere, int Numero)
    {
        public List<Noeud> Enfants { get; } = [];
    }
}

/// <summary>Lecture simple d'un texte courant.</summary>
internal static class Inlines
{
    public static string Texte(IReadOnlyList<Inline> contenu) => string.Concat(contenu.Select(i => i switch
    {
        Inline.Texte texte => texte.Contenu,
        Inline.Lien lien => string.Concat(lien.Contenu.Select(t => t.Contenu)),
        Inline.Note => "",
        _ => " ",
    }));
}
