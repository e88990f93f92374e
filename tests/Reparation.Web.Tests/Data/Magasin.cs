using Microsoft.Data.Sqlite;
using Reparation.Domain.Referentiels;
using Reparation.Web.Data;
using Reparation.Web.Demarrage;
using Reparation.Web.Features.Comptes;

namespace Reparation.Web.Tests.Data;

/// <summary>Le stockage seul, sans HTTP, sur un répertoire neuf : ce qu'un essai de la base a besoin de toucher.</summary>
public sealed class Magasin : IAsyncDisposable
{
    private readonly DirectoryInfo racine;

    private Magasin(DirectoryInfo racine, Installation installation)
    {
        this.racine = racine;
        Installation = installation;
    }

    public Installation Installation { get; }

    public Compte Compte { get; private set; } = null!;

    public static async Task<Magasin> OuvrirAsync()
    {
        var racine = Directory.CreateTempSubdirectory("reparation-magasin-");
        var donnees = Path.Combine(racine.FullName, "donnees");
        var magasin = new Magasin(racine, await Installation.PreparerAsync(donnees, Installation.CleParDefaut(donnees), Editions.Embarquees, default));
        await using var db = magasin.Base();
        magasin.Compte = (await new Annuaire(db, magasin.Installation.Coffre, TimeProvider.System)
            .CreerPremierAsync(Application.CourrielDAlice, Application.Phrase, Web.Securite.Qualite.Avocat, default))!;
        return magasin;
    }

    public DossiersDb Base() => new(BaseSqlite.Options(Installation.Base));

    /// <summary>Agit comme une requête : sa propre connexion, ses propres archives.</summary>
    public async Task<T> Agir<T>(Func<Archives, Task<T>> agir)
    {
        await using var db = Base();
        var courant = new CompteCourant();
        courant.Designer(Compte);
        return await agir(new Archives(db, Installation.Coffre, courant, TimeProvider.System, Editions.Embarquees));
    }

    /// <summary>Agit sur les fichiers des pièces, comme une requête de ce compte.</summary>
    public async Task<T> Deposer<T>(Func<CoffreDePieces, Task<T>> agir, ReglagesDesPieces? reglages = null, TimeProvider? horloge = null)
    {
        await using var db = Base();
        var courant = new CompteCourant();
        courant.Designer(Compte);
        return await agir(new(
            db, BaseSqlite.Options(Installation.Base), Installation.Coffre, courant, horloge ?? TimeProvider.System, reglages ?? new(),
            new(Installation.CleDeSceau, null)));
    }

    public ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        racine.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
