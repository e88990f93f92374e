using System.Diagnostics;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

namespace Reparation.Benchmarks;

/// <summary>Rédaction et mise en pages, à froid puis à chaud.</summary>
internal static class Actes
{
    public static void Mesurer()
    {
        var chrono = Stopwatch.StartNew();
        using var flux = typeof(Modeles).Assembly.GetManifestResourceStream("templates/exemples/2-proxenetisme.json")!;
        using var memoire = new MemoryStream();
        flux.CopyTo(memoire);
        var dossier = ((Lecture.Reussie)DossierJson.Lire(memoire.ToArray(), Editions.Embarquees)).Dossier;
        Mesure.UneFois("lecture du dossier, à froid", chrono.Elapsed);
        chrono.Restart();
        var bilan = Chiffreur.Evaluer(dossier, Editions.Embarquees);
        Mesure.UneFois("chiffrage complet, à froid", chrono.Elapsed);

        var moteur = new MoteurMaison();
        chrono.Restart();
        var acte = Composer();
        Mesure.UneFois("rédaction de la requête, à froid (gabarits compris)", chrono.Elapsed);
        chrono.Restart();
        var rendu = moteur.Composer(acte, Charte.Acte);
        Mesure.UneFois($"mise en pages de la requête, à froid ({rendu.Pages} pages)", chrono.Elapsed);

        Mesure.Titre("Actes, à chaud");
        Mesure.AChaud("rédaction de la requête", 50, Composer);
        Mesure.AChaud($"mise en pages de la requête, {rendu.Pages} pages", 50, () => moteur.Composer(acte, Charte.Acte));
        var entier = acte with { Corps = Repeter(acte.Corps, 4) };
        rendu = moteur.Composer(entier, Charte.Acte);
        Mesure.AChaud($"acte de {rendu.Pages} pages, {rendu.Octets.Length / 1024} Kio", 20, () => moteur.Composer(entier, Charte.Acte), cible: 200_000);

        Acte Composer() => Redaction.Composer(Modeles.Embarques.Trouver("civi/requete")!, dossier, bilan, new DateOnly(2026, 11, 24)) switch
        {
            Composition.Prete prete => prete.Acte,
            _ => throw new InvalidOperationException("Le dossier d'exemple n'est plus complet."),
        };
    }

    // Un acte plus long, des mêmes blocs : les titres recopiés reçoivent une ancre à eux, le sommaire n'est pas répété.
    private static IReadOnlyList<Bloc> Repeter(IReadOnlyList<Bloc> corps, int fois) =>
        [.. corps, .. Enumerable.Range(1, fois - 1).SelectMany(copie => corps.Where(b => b is not Bloc.Sommaire)
            .Select(b => b is Bloc.Titre t ? t with { Ancre = $"{t.Ancre}-copie-{copie}" } : b))];
}
