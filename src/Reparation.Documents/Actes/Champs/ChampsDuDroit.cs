namespace Reparation.Documents.Actes.Champs;

/// <summary>Le droit du dossier au jour de l'acte : chaque ligne porte son texte et le crédit de sa lecture.</summary>
[Rubrique("faits")]
internal sealed record ChampsDuDroit
{
    public required IReadOnlyList<ChampsFaitQualifie> Faits { get; init; }

    public required IReadOnlyList<ChampsVoie> Voies { get; init; }

    public required IReadOnlyList<ChampsEcheance> Echeances { get; init; }

    /// <summary>Délais que les données ne permettent pas encore de calculer.</summary>
    public required IReadOnlyList<ChampsControle> Manques { get; init; }

    public required IReadOnlyList<ChampsAge> Ages { get; init; }

    public required IReadOnlyList<ChampsEtapeDeProcedure> Etapes { get; init; }

    /// <summary>Nombre de lignes dont le texte est de mémoire ou contredit ; rien s'il n'y en a pas.</summary>
    public string? ARelire { get; init; }
}

/// <summary>Fait, et qualifications à chercher.</summary>
[Rubrique("faits")]
internal sealed record ChampsFaitQualifie
{
    public required string Repere { get; init; }

    [Saisie("la date du fait")]
    public string? Periode { get; init; }

    public required IReadOnlyList<ChampsQualification> Qualifications { get; init; }

    public required IReadOnlyList<ChampsPiege> Pieges { get; init; }
}

/// <summary>Qualification proposée.</summary>
internal sealed record ChampsQualification(string Intitule, bool Visee, string Verdict, string Textes, string Credit, string? AChercher);

/// <summary>Piège relevé.</summary>
internal sealed record ChampsPiege(string Texte, string Textes, string Credit);

/// <summary>Voie examinée.</summary>
internal sealed record ChampsVoie(string Nom, string Organe, string Etat, string? Raisons, string Textes, string Credit);

/// <summary>Échéance.</summary>
internal sealed record ChampsEcheance(
    string Libelle, string? Sujet, string JourPrudent, string JourLegal, string Etat, bool Apparente, string? Autres, string? Reserve, string Textes, string Credit);

/// <summary>Âge qui change quelque chose.</summary>
internal sealed record ChampsAge(string Libelle, string Le, string Effet, string Textes, string Credit);

/// <summary>Étape proposée.</summary>
internal sealed record ChampsEtapeDeProcedure(
    string Libelle, string Pourquoi, string? PourLe, bool Faite, bool Ecartee, string? Motif, string Textes, string Credit);
