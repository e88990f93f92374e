using System.Diagnostics;
using Reparation.Domain.Commun;

namespace Reparation.Benchmarks;

/// <summary>Une mesure : médiane et premier décile du temps, octets alloués par appel. Rien n'est affirmé, tout se lit.</summary>
internal static class Mesure
{
    /// <summary>Mesure un appel à chaud et l'écrit.</summary>
    /// <param name="quoi">Ce qui est mesuré.</param>
    /// <param name="fois">Nombre de mesures retenues.</param>
    /// <param name="appel">Appel mesuré ; son résultat est gardé pour que rien ne soit élidé.</param>
    /// <param name="parMesure">Appels groupés par mesure, pour ce qui dure moins que la résolution de l'horloge.</param>
    /// <param name="cible">Cible annoncée, en microsecondes ; zéro s'il n'y en a pas.</param>
    public static decimal AChaud<T>(string quoi, int fois, Func<T> appel, int parMesure = 1, decimal cible = 0)
    {
        for (var i = 0; i < Math.Max(3, fois / 10) * parMesure; i++)
        {
            GC.KeepAlive(appel());
        }

        // De tous les fils : la composition travaille dans le sien.
        var octets = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = 0; i < parMesure; i++)
        {
            GC.KeepAlive(appel());
        }

        octets = (GC.GetTotalAllocatedBytes(precise: true) - octets) / parMesure;
        var temps = new long[fois];
        for (var i = 0; i < fois; i++)
        {
            var debut = Stopwatch.GetTimestamp();
            for (var j = 0; j < parMesure; j++)
            {
                GC.KeepAlive(appel());
            }

            temps[i] = Stopwatch.GetTimestamp() - debut;
        }

        Array.Sort(temps);
        var (mediane, decile) = (Micros(temps[fois / 2], parMesure), Micros(temps[fois / 10], parMesure));
        Ecrire($"{Nombre(mediane),12} µs  {Nombre(decile),12} µs  {Francais.Nombre(octets, 0),12} o  {quoi}"
            + (cible == 0 ? "" : $" (cible : moins de {Nombre(cible)} µs)"));
        return mediane;
    }

    /// <summary>En-tête des colonnes que <see cref="AChaud"/> écrit.</summary>
    public static void Titre(string titre)
    {
        Ecrire("");
        Ecrire(titre);
        Ecrire($"{"médiane",12}     {"1er décile",12}     {"alloué",12}    mesure");
    }

    /// <summary>Écrit une durée mesurée une seule fois.</summary>
    public static void UneFois(string quoi, TimeSpan duree) => Ecrire($"{Nombre((decimal)duree.TotalMilliseconds),12} ms  {quoi}");

    /// <summary>Écrit une ligne.</summary>
    public static void Ecrire(string ligne) => Console.WriteLine(ligne);

    private static decimal Micros(long battements, int parMesure) =>
        (decimal)battements * 1_000_000 / Stopwatch.Frequency / parMesure;

    private static string Nombre(decimal valeur) => Francais.NombreFixe(valeur, 3);
}
