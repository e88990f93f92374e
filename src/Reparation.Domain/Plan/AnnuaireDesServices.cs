using System.Text.RegularExpressions;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Plan;

/// <summary>Les services à qui un plan peut s'adresser : ceux livrés, avec leur source, et ceux que le cabinet connaît près de chez lui.</summary>
public sealed class AnnuaireDesServices
{
    private AnnuaireDesServices(IReadOnlyList<ServiceDAide> services) => Services = services;

    /// <summary>Celui de l'application, sans rien du cabinet.</summary>
    public static AnnuaireDesServices Livre { get; } = Lire();

    /// <summary>Services : ceux du cabinet d'abord, par nom.</summary>
    public IReadOnlyList<ServiceDAide> Services { get; }

    /// <summary>Le même, complété : un service de même nom remplace celui qui est livré.</summary>
    public AnnuaireDesServices Avec(IReadOnlyList<ServiceDAide> duCabinet)
    {
        ArgumentNullException.ThrowIfNull(duCabinet);
        var pris = duCabinet.Select(s => s.Nom).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return duCabinet.Count == 0 ? this : new([.. duCabinet, .. Services.Where(s => !pris.Contains(s.Nom))]);
    }

    /// <summary>Services que le plan nomme : celui qui le tient, et ceux de ses actions à faire ou en cours.</summary>
    public IReadOnlyList<ServiceDAide> Cites(PlanDeReconstruction plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var dits = plan.Actions.Where(a => !a.EstEcartee()).Select(a => a.Intervenant).Append(plan.Accompagnant).Where(t => t.Length > 0).Distinct().ToList();
        return [.. Services.Where(s => dits.Exists(s.EstNommePar))];
    }

    private static AnnuaireDesServices Lire()
    {
        using var fiche = Fiche.Ouvrir("plan/annuaire.json", SourcesDuDroit.Fichiers);
        return new(
        [
            .. fiche.Elements(fiche.Racine, "services").Select(s => new ServiceDAide(
                fiche.Texte(s, "nom"), fiche.Textes(s, "autresNoms"), fiche.Texte(s, "pour"), fiche.Texte(s, "acces"),
                [.. fiche.Textes(s, "domaines").Select(d => fiche.EnEnum<DomaineDeVie>(d, "domaines"))])
            {
                Source = fiche.SourceDe(s, "source"),
            }).OrderBy(s => s.Nom, StringComparer.Ordinal),
        ]);
    }
}

/// <summary>Un service, ou un genre de service.</summary>
/// <param name="Nom">Nom proposé à la saisie.</param>
/// <param name="AutresNoms">Sigles et autres noms sous lesquels un plan le cite.</param>
/// <param name="Pour">Ce qu'il fait.</param>
/// <param name="Acces">Comment on y entre.</param>
/// <param name="Domaines">Domaines de vie qu'il sert.</param>
public sealed record ServiceDAide(string Nom, IReadOnlyList<string> AutresNoms, string Pour, string Acces, IReadOnlyList<DomaineDeVie> Domaines)
{
    /// <summary>Téléphone, adresse électronique ou postale ; vide pour un genre de service.</summary>
    public string Coordonnees { get; init; } = "";

    /// <summary>Source ; rien pour un service ajouté par le cabinet.</summary>
    public Source? Source { get; init; }

    /// <summary>Vrai si ce texte le nomme, par l'un de ses noms, en mot entier.</summary>
    public bool EstNommePar(string texte) => AutresNoms.Prepend(Nom).Any(n =>
        Regex.IsMatch(texte, $@"(?<!\w){Regex.Escape(n)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
