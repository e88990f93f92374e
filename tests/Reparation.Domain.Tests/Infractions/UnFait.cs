using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;

namespace Reparation.Domain.Tests.Infractions;

/// <summary>Dossier fictif à un seul fait : une fille née le 1er mai 2010, sauf mention contraire.</summary>
internal static class UnFait
{
    public static Dossier Dans(Fait fait, string naissance = "2010-05-01") => new()
    {
        Reference = "FICTIF-1",
        Pseudonyme = "Iris",
        Fictif = true,
        Enfant = new() { DateDeNaissance = Cas.Jour(naissance), Sexe = Sexe.Feminin },
        Faits = [fait with { Id = "f1" }],
    };

    public static FaitQualifie Qualifier(Fait fait, string naissance = "2010-05-01") =>
        QualificationDesFaits.Proposer(Dans(fait, naissance)).Single();

    public static Verdict? VerdictDe(this FaitQualifie fait, string id) => fait.Qualifications.SingleOrDefault(q => q.Infraction.Id == id)?.Verdict;

    public static bool APourPiege(this FaitQualifie fait, string regle) => fait.Pieges.Any(p => p.Regle == regle);
}
