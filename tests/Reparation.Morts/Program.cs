using System.Globalization;
using Reparation.Morts;

// Tue le vrai programme N fois pendant qu'on enregistre, qu'on dépose et qu'on sauvegarde, et relit après chaque mort ce qui avait été
// confirmé : dotnet run -c Release --project tests/Reparation.Morts -- --kills 1000
var morts = args is ["--kills", var nombre] && int.TryParse(nombre, NumberStyles.None, CultureInfo.InvariantCulture, out var lu) ? lu : 20;
var racine = Directory.CreateTempSubdirectory("reparation-morts-");
try
{
    var banc = await Banc.PreparerAsync(racine.FullName);
    var debut = System.Diagnostics.Stopwatch.StartNew();
    for (var mort = 1; mort <= morts; mort++)
    {
        await banc.VivreAsync(mort);
        if (mort % 25 == 0 || mort == morts)
        {
            await banc.ToutControlerAsync();
            Console.WriteLine($"{mort}/{morts} morts, {debut.Elapsed.TotalMinutes:0.0} min : {banc.Compte}");
        }
    }

    await banc.RestaurerAsync();
    Console.WriteLine($"{morts} morts : {banc.Compte}. Rien de confirmé n’est perdu, rien n’est abîmé.");
    return 0;
}
catch (PerteException perte)
{
    Console.WriteLine($"PERTE : {perte.Message} Les données sont gardées dans {racine.FullName}.");
    return 1;
}
