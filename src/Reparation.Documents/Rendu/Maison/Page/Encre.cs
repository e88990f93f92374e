using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>Couleurs, telles que le flux de page les écrit. Toutes passent la photocopie en noir et blanc.</summary>
internal static class Encre
{
    public const string Noire = "0 g";
    public const string Grise = ".36 g";
    public const string Lien = ".11 .22 .42 rg";
    public const string Titre = ".09 .15 .28 rg";
    public const string Projet = ".55 .1 .1 rg";
    public const string FiletFort = ".2 .27 .4 rg";
    public const string FiletLeger = ".78 .8 .84 rg";
    public const string Points = ".55 g";
    public const string FondEntete = ".918 .933 .953 rg";
    public const string FondGroupe = ".965 .97 .98 rg";
    public const string FondTotal = ".938 .948 .963 rg";
    public const string FondEncadre = ".967 .973 .982 rg";
    public const string BordEncadre = ".68 .73 .81 rg";
    public const string SurfaceFoncee = ".25 .36 .55 rg";
    public const string SurfaceClaire = ".60 .70 .85 rg";

    public static string De(Teinte teinte) => teinte switch
    {
        Teinte.Sourde => Grise,
        Teinte.Foncee => SurfaceFoncee,
        Teinte.Claire => SurfaceClaire,
        Teinte.Fond => FondEntete,
        _ => Noire,
    };
}
