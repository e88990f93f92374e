using Reparation.Benchmarks;

// Mesures de vitesse, à lire et jamais à affirmer dans un essai :
// dotnet run -c Release --project tests/Reparation.Benchmarks [chiffrage | actes | liasse]
switch (args)
{
    case ["chiffrage"]:
        Chiffrages.Mesurer();
        return 0;
    case ["actes"]:
        Actes.Mesurer();
        return 0;
    case ["liasse"]:
        Liasses.Mesurer();
        return 0;
    case []:
        Actes.Mesurer();
        Liasses.Mesurer();
        Chiffrages.Mesurer();
        return 0;
    default:
        Mesure.Ecrire("Mesures connues : chiffrage, actes, liasse ; sans argument, toutes.");
        return 2;
}
