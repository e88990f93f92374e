using System.CommandLine;
using Reparation.Documents.Cabinet;
using Reparation.Domain.Referentiels;

namespace Reparation.Cli;

/// <summary>L'option <c>--editions</c>, la même pour tous les verbes : le dossier d'éditions du cabinet.</summary>
internal sealed class OptionEditions
{
    public Option<string?> Option { get; } = new("--editions")
    {
        Description = "Dossier d’éditions du cabinet, ajoutées à celles livrées.",
        HelpName = "DIR",
        Recursive = true,
    };

    /// <summary>Celles que l'aide peut citer sans rien lire du disque.</summary>
    public static Editions Livrees => Editions.Embarquees;

    /// <exception cref="RefusException">Le dossier est absent, ou une édition y est malformée.</exception>
    public Editions Lire(ParseResult lecture)
    {
        try
        {
            return EditionsDuCabinet.Lire(lecture.GetValue(Option));
        }
        catch (InvalidDataException refus)
        {
            throw new RefusException($"--editions\u00A0: {refus.Message}");
        }
    }
}
