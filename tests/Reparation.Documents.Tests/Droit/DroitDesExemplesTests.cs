using Reparation.Documents.Actes;
using Reparation.Documents.Tests.Actes;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Infractions;
using Reparation.Domain.Voies;
using Ecrit = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Tests.Droit;

/// <summary>Qualifications, voies, pièges et étapes des neuf exemples, relus comme un acte : un écart est un changement de droit.</summary>
public sealed class DroitDesExemplesTests
{
    private static readonly DateOnly Jour = new(2026, 11, 24);

    public static TheoryData<string> Noms()
    {
        var noms = new TheoryData<string>();
        foreach (var nom in Ressources().Order(StringComparer.Ordinal))
        {
            noms.Add(nom);
        }

        return noms;
    }

    [Theory]
    [MemberData(nameof(Noms))]
    public void Le_droit_de_l_exemple_est_celui_qu_on_a_approuve(string nom) =>
        Approbation.Verifier($"droit.{Path.GetFileNameWithoutExtension(nom)}", Texte(Lire(nom)));

    [Fact]
    public void Neuf_exemples_couvrent_les_techniques_annoncees()
    {
        Assert.Equal(9, Ressources().Count());
        var techniques = Ressources().SelectMany(n => Lire(n).Faits).SelectMany(f => f.Techniques).ToHashSet();
        Assert.Superset(
            new HashSet<Technique>
            {
                Technique.Pedopiegeage, Technique.SextorsionSexuelle, Technique.DiffusionEnDirect, Technique.Contenus, Technique.ContenusGeneres, Technique.SextingPartage,
                Technique.Caming, Technique.ProxenetismeDeProximite, Technique.RecoursALaProstitution, Technique.Traite, Technique.Intrafamilial,
            },
            techniques);
        Assert.All(Ressources(), n => Assert.True(Lire(n).Fictif, n));
    }

    [Theory]
    [InlineData("1-pedopiegeage", EtatDeVoie.Manque, "acte-a-distance")]
    [InlineData("2-diffusion-en-direct", EtatDeVoie.Ouverte, "commanditaire-complice")]
    [InlineData("3-contenus-generes", EtatDeVoie.Manque, "auteur-mineur")]
    [InlineData("4-sexting-partage", EtatDeVoie.Manque, "auteur-mineur")]
    [InlineData("5-caming", EtatDeVoie.Manque, "caming-sans-prostitution")]
    [InlineData("6-traite-et-recours", EtatDeVoie.Ouverte, "contrepartie-avant-15-ans")]
    public void La_commission_et_le_piege_de_chaque_exemple_court(string nom, EtatDeVoie civi, string piege)
    {
        var dossier = Lire($"templates/exemples-courts/{nom}.json");

        Assert.Equal(civi, ExamenDesVoies.Examiner(dossier, Jour).Single(v => v.Id == "civi-integrale").Etat);
        Assert.Contains(QualificationDesFaits.Proposer(dossier).SelectMany(f => f.Pieges), p => p.Regle == piege);
    }

    private static IEnumerable<string> Ressources() => typeof(Modeles).Assembly.GetManifestResourceNames().Select(n => n.Replace('\\', '/'))
        .Where(n => n.StartsWith("templates/exemples", StringComparison.Ordinal) && n.EndsWith(".json", StringComparison.Ordinal));

    private static Dossier Lire(string nom) => Exemples.LireLeFichier(nom["templates/".Length..^".json".Length]);

    private static string Texte(Dossier dossier)
    {
        var lignes = new List<string>();
        foreach (var fait in QualificationDesFaits.Proposer(dossier))
        {
            lignes.Add($"# Fait {fait.Fait.Id}, {Ecrit.Periode(fait.Fait.Du!.Value, fait.Fait.Au ?? fait.Fait.Du)}");
            foreach (var q in fait.Qualifications)
            {
                lignes.Add($"\n## {q.Infraction.Intitule}\n{q.Verdict}{(q.Visee ? ", visée" : "")} ; 706-3 : {q.Infraction.CiteeA7063} ; {q.Infraction.Prescription} ; crédit : {q.Confiance}");
                foreach (var version in q.Textes)
                {
                    var source = q.Infraction.Citer(version);
                    lignes.Add($"{source.Intitule}, {Ecrit.Periode(version.Du, version.Au)} : {(version.Peines.Count > 0 ? string.Join(" ; ", version.Peines) : "peines à relire")}");
                }

                foreach (var element in q.Elements)
                {
                    lignes.Add($"- [{element.Etat}] {element.Libelle} : {element.Motif}");
                }
            }

            lignes.Add("\n## Pièges");
            foreach (var piege in fait.Pieges)
            {
                lignes.Add($"- {piege.Regle} : {piege.Message} ({string.Join(" ; ", piege.Sources.Select(s => s.Intitule))})");
            }

            lignes.Add("");
        }

        var voies = ExamenDesVoies.Examiner(dossier, Jour);
        lignes.Add("# Voies");
        foreach (var voie in voies)
        {
            lignes.Add($"\n## {voie.Nom} : {voie.Etat}\n{voie.Organe}{(voie.Montant is { } m ? $" ; {m.Libelle} : {m.Resultat}" : "")}");
            foreach (var c in voie.Conditions)
            {
                lignes.Add($"- [{c.Reponse}] {c.Exige}{(c.Groupe.Length > 0 ? $" ({c.Groupe})" : "")} : {c.Motif}");
            }

            foreach (var alerte in voie.Alertes)
            {
                lignes.Add($"! {alerte.Message}");
            }
        }

        lignes.Add("\n# Prochaines étapes");
        foreach (var e in ProchainesEtapes.Dresser(dossier, Jour, voies))
        {
            lignes.Add($"- {e.Libelle} : {e.Pourquoi}{(e.Acte.Length > 0 ? $" Acte : {e.Acte}." : "")}");
        }

        return string.Join('\n', lignes) + "\n";
    }
}
