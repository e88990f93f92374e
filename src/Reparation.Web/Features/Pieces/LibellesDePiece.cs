using Reparation.Documents.Pieces;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Pieces;

/// <summary>Une pièce et ce qu'elle prouve, en une ligne. La partie avant le tiret suffit à un résumé.</summary>
public static class LibellesDePiece
{
    private const int Extrait = 80;

    /// <summary>Formes d'une liasse, dans l'ordre où elles se proposent.</summary>
    public static IReadOnlyList<(FormeDeLiasse Forme, string Nom)> Formes { get; } =
    [
        (FormeDeLiasse.Reliee, "Pièces reliées à la suite des actes"),
        (FormeDeLiasse.UnFichierParPiece, "Un fichier par pièce"),
        (FormeDeLiasse.Archive, "Archive\u00A0: originaux joints aux actes, en PDF/A-3"),
    ];

    public static string Fichier(FichierDePiece? fichier) => fichier is null
        ? "Aucun fichier"
        : $"{Libelles.De(fichier.Type)}{(fichier.Pages is { } pages ? $", {Francais.Compte(pages, "page", "pages")}" : "")}, {Taille(fichier.Octets)}";

    public static string Fait(Fait fait, int rang)
    {
        ArgumentNullException.ThrowIfNull(fait);
        var quand = fait.Du is { } du ? Francais.Periode(du, fait.Au ?? du) : "sans date";
        return $"Fait {rang + 1} – {quand}{(fait.Lieu.Length > 0 ? $", {fait.Lieu}" : "")}";
    }

    public static string Retentissement(Retentissement retentissement)
    {
        ArgumentNullException.ThrowIfNull(retentissement);
        return $"{Libelles.De(retentissement.Nature)} – {Court(retentissement.Constat)}";
    }

    public static string Decision(DecisionDeJustice decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return $"{(decision.Juridiction.Length > 0 ? decision.Juridiction : "Décision")} – {Jour(decision.Date)}";
    }

    public static string Acte(ActeDeProcedure acte)
    {
        ArgumentNullException.ThrowIfNull(acte);
        return $"{Libelles.De(acte.Genre)} – {Jour(acte.Le)}";
    }

    /// <summary>« Pièces n° 3 et 7 : », ou rien si cela concerne tout.</summary>
    public static string Concernees(IEnumerable<int?> numeros)
    {
        var connus = numeros.OfType<int>().Select(n => Francais.Nombre(n, 0)).ToList();
        return connus.Count == 0
            ? ""
            : $"Pièce{(connus.Count > 1 ? "s" : "")} n°{Francais.Insecable}{Francais.Liste(connus)}{Francais.Insecable}: ";
    }

    private static string Jour(DateOnly? le) => le is { } jour ? Francais.Date(jour) : "sans date";

    private static string Court(string texte) => texte.Length <= Extrait ? texte : texte[..Extrait].TrimEnd() + "…";

    private static string Taille(long octets) => octets < 1024 * 1024
        ? $"{Francais.Nombre(Math.Max(1, octets / 1024), 0)}{Francais.Insecable}ko"
        : $"{Francais.Nombre(decimal.Round(octets / 1048576m, 1), 1)}{Francais.Insecable}Mo";
}
