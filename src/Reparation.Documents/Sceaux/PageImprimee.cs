using System.Security.Cryptography;
using System.Text;
using Reparation.Documents.Pieces;

namespace Reparation.Documents.Sceaux;

/// <summary>Ce qu'une page imprime : l'empreinte de son texte et ses sommes, dans l'ordre.</summary>
internal sealed record PageImprimee(string Empreinte, IReadOnlyList<decimal> Sommes)
{
    /// <summary>Lit les premières pages ; une page illisible donne une empreinte vide.</summary>
    public static IReadOnlyList<PageImprimee> Lire(ContenuPdf contenu, int pages) =>
        [.. Enumerable.Range(1, Math.Min(pages, contenu.Pages)).Select(p => Depuis(contenu.Texte(p)))];

    public bool Egale(PageImprimee autre) => Empreinte == autre.Empreinte && Sommes.SequenceEqual(autre.Sommes);

    private static PageImprimee Depuis(string? texte) => texte is null
        ? new("", [])
        // Les blancs ne comptent pas : deux lecteurs ne les rendent pas de même.
        : new(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(texte.Where(c => !char.IsWhiteSpace(c))))).AsSpan(0, 16)),
            SommesDuTexte.Lire(texte));
}
