using System.Text.RegularExpressions;
using Reparation.Documents.Actes.Champs;
using Reparation.Domain.Commun;

namespace Reparation.Documents.Rendu.Tableur;

/// <summary>Une ligne par étape, numérotée comme l'annexe de l'acte.</summary>
internal sealed class FeuilleDesEtapes(Citations citations, Regex? nom)
{
    public const string Nom = "Étapes";
    private const int Resultat = 3;

    private readonly List<IReadOnlyList<Case?>> _rangees =
        [[new("N°", Aspect.Entete), new("Étape", Aspect.Entete), new("Opération", Aspect.Entete), new("Résultat", Aspect.Entete), new("Sources", Aspect.Entete)]];

    private readonly Dictionary<string, (string Adresse, decimal Valeur)> _lignes = [];

    public Feuille Ecrire() => new(Nom, [10, 60, 50, 18, 70], 1, _rangees);

    /// <summary>Ajoute un calcul ; rend l'adresse de son résultat, vue d'une autre feuille.</summary>
    public string Ajouter(Etape racine, string numero)
    {
        var depart = _rangees.Count;
        var etapes = RemplirLesPostes.Aplatir(racine).ToList();
        var lignes = Crayon.Lignes(racine, numero, citations).ToList();
        for (var i = 0; i < lignes.Count; i++)
        {
            // Toutes les adresses d'abord : une somme cite les lignes qui la suivent.
            _lignes[lignes[i].Numero] = (Classeur.Adresse(Resultat, depart + i), etapes[i].Resultat.Euros);
        }

        for (var i = 0; i < lignes.Count; i++)
        {
            var ligne = lignes[i];
            var somme = etapes[i].Resultat.Euros;
            var formule = new OperationEnFormule(ligne.Operation, n => _lignes.TryGetValue(n, out var l) ? l : null, Entre).Ecrire(somme);
            _rangees.Add(
            [
                new(ligne.Numero, Texte(ligne)),
                new(Taire(ligne.Libelle), Texte(ligne)),
                new(ligne.Operation + (ligne.Precision is { } precision ? " ; " + precision : ""), Texte(ligne)),
                new(somme, ligne.Racine ? Aspect.TotalEuros : Aspect.Euros, formule),
                new(string.Join(" ; ", etapes[i].Sources.Select(s => s.Page.Length == 0 ? s.Intitule : $"{s.Intitule}, {s.Page}").Distinct()), Texte(ligne)),
            ]);
        }

        return $"'{Nom}'!{Classeur.Adresse(Resultat, depart)}";
    }

    private string Taire(string libelle) => nom?.Replace(libelle, "l’enfant") ?? libelle;

    private static Aspect Texte(ChampsEtape ligne) => ligne.Racine ? Aspect.TotalTexte : Aspect.Texte;

    // Deux numéros frères ne diffèrent que par leur rang.
    private static List<string> Entre(string premier, string dernier)
    {
        var tete = premier[..(premier.LastIndexOf('.') + 1)];
        return int.TryParse(premier[tete.Length..], out var de) && dernier.StartsWith(tete, StringComparison.Ordinal) && int.TryParse(dernier[tete.Length..], out var a)
            ? [.. Enumerable.Range(de, Math.Max(0, a - de + 1)).Select(n => tete + RemplirLesChamps.Nombre(n))]
            : [];
    }
}
