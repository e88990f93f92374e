using System.Diagnostics;
using Reparation.Documents.Actes;
using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;

// Mesures de vitesse, à lire et jamais à affirmer dans un essai : dotnet run -c Release --project tests/Reparation.Mesures
var depart = Stopwatch.StartNew();
var ressources = typeof(Modeles).Assembly;
using var flux = ressources.GetManifestResourceStream("templates/exemples/2-proxenetisme.json")!;
using var memoire = new MemoryStream();
flux.CopyTo(memoire);
var dossier = ((Lecture.Reussie)DossierJson.Lire(memoire.ToArray(), Editions.Embarquees)).Dossier;
Dire("lecture du dossier, à froid", depart.Elapsed);

var froid = Stopwatch.StartNew();
var bilan = Chiffreur.Evaluer(dossier, Editions.Embarquees);
Dire("chiffrage complet, à froid", froid.Elapsed);

var postes = bilan.Directs.Concat(bilan.Proches.SelectMany(p => p.Postes)).Count(p => p.Evaluation is Evaluation.Chiffree);
Console.WriteLine($"  {postes} postes chiffrés, total {bilan.TotalEnfant}");
Dire("chiffrage complet, à chaud (médiane)", Mediane(20_000, () => Chiffreur.Evaluer(dossier, Editions.Embarquees)));

var moteur = new MoteurMaison();
froid.Restart();
var acte = Composer("civi/requete");
Dire("rédaction de la requête, à froid (gabarits compris)", froid.Elapsed);
froid.Restart();
var rendu = moteur.Composer(acte, Charte.Acte);
Dire($"mise en pages de la requête, à froid ({rendu.Pages} pages)", froid.Elapsed);
Dire("rédaction de la requête, à chaud (médiane)", Mediane(50, () => Composer("civi/requete")));
Dire("mise en pages de la requête, à chaud (médiane)", Mediane(50, () => moteur.Composer(acte, Charte.Acte)));

var long_ = acte with { Corps = Repeter(acte.Corps, 4) };
rendu = moteur.Composer(long_, Charte.Acte);
Dire($"acte de {rendu.Pages} pages, {rendu.Octets.Length / 1024} Kio, à chaud (médiane)", Mediane(20, () => moteur.Composer(long_, Charte.Acte)));
Dire("depuis le lancement du processus", DateTime.Now - Process.GetCurrentProcess().StartTime);
return 0;

Acte Composer(string modele) => Redaction.Composer(Modeles.Embarques.Trouver(modele)!, dossier, bilan, new DateOnly(2026, 11, 24)) switch
{
    Composition.Prete prete => prete.Acte,
    _ => throw new InvalidOperationException("Le dossier d'exemple n'est plus complet."),
};

// Un acte plus long, des mêmes blocs : les titres recopiés reçoivent une ancre à eux, le sommaire n'est pas répété.
static IReadOnlyList<Bloc> Repeter(IReadOnlyList<Bloc> corps, int fois) =>
    [.. corps, .. Enumerable.Range(1, fois - 1).SelectMany(copie => corps.Where(b => b is not Bloc.Sommaire)
        .Select(b => b is Bloc.Titre t ? t with { Ancre = $"{t.Ancre}-copie-{copie}" } : b))];

static TimeSpan Mediane(int fois, Action mesure)
{
    for (var i = 0; i < Math.Max(3, fois / 10); i++)
    {
        mesure();
    }

    var temps = new TimeSpan[fois];
    for (var i = 0; i < fois; i++)
    {
        var debut = Stopwatch.GetTimestamp();
        mesure();
        temps[i] = Stopwatch.GetElapsedTime(debut);
    }

    Array.Sort(temps);
    return temps[fois / 2];
}

static void Dire(string quoi, TimeSpan duree) => Console.WriteLine($"{Francais.NombreFixe((decimal)duree.TotalMilliseconds, 3),12} ms  {quoi}");
