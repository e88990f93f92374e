using Microsoft.Data.Sqlite;
using Reparation.Web.Securite;

namespace Reparation.Web.Data;

/// <summary>Pourquoi la base ne peut ni lire ni écrire en ce moment. L'écriture refusée n'a rien changé : ce qui était confirmé l'est toujours.</summary>
public enum PanneDeStockage
{
    /// <summary>Plus de place.</summary>
    DisquePlein,

    /// <summary>Le fichier ou son répertoire ne s'écrivent pas.</summary>
    LectureSeule,

    /// <summary>Un autre programme tient la base.</summary>
    Occupee,

    /// <summary>Le support ne répond pas.</summary>
    Disque,

    /// <summary>La base est abîmée.</summary>
    Abimee,

    /// <summary>Une donnée scellée a été changée hors de l'application.</summary>
    Alteree,
}

/// <summary>Reconnaît une panne de stockage dans une exception, à travers celles qui l'enveloppent.</summary>
public static class PannesDeStockage
{
    /// <summary>La panne, ou rien si l'exception vient d'ailleurs.</summary>
    public static PanneDeStockage? De(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            switch (exception)
            {
                case SqliteException { SqliteErrorCode: 13 }:
                    return PanneDeStockage.DisquePlein;
                case SqliteException { SqliteErrorCode: 3 or 8 or 14 }:
                    return PanneDeStockage.LectureSeule;
                case SqliteException { SqliteErrorCode: 5 or 6 }:
                    return PanneDeStockage.Occupee;
                case SqliteException { SqliteErrorCode: 10 }:
                    return PanneDeStockage.Disque;
                case SqliteException { SqliteErrorCode: 11 or 26 }:
                    return PanneDeStockage.Abimee;
                case DonneesAltereesException:
                    return PanneDeStockage.Alteree;
            }
        }

        return null;
    }
}
