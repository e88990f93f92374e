using System.Runtime.ExceptionServices;

namespace Reparation.Documents.Pieces;

/// <summary>Exécute un travail sur une pile plus haute que l'ordinaire : les arbres d'un fichier inconnu se descendent par appels emboîtés.</summary>
internal static class PileHaute
{
    /// <summary>Rend le résultat du travail, ou relance telle quelle son exception sur le fil de l'appelant.</summary>
    /// <param name="octets">Hauteur de la pile.</param>
    public static T Executer<T>(int octets, Func<T> travail)
    {
        T? resultat = default;
        ExceptionDispatchInfo? echec = null;
        var fil = new Thread(
            () =>
            {
                try
                {
                    resultat = travail();
                }
#pragma warning disable CA1031 // Relancée telle quelle sur le fil de l'appelant.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    echec = ExceptionDispatchInfo.Capture(e);
                }
            },
            octets);
        fil.Start();
        fil.Join();
        echec?.Throw();
        return resultat!;
    }
}
