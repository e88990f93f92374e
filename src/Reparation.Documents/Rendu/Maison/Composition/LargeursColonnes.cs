using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu.Maison;

/// <summary>
/// Largeurs des colonnes. Une colonne étroite (date, somme) prend ce que demande son contenu ; les textes longs
/// se partagent le reste. Une colonne alignée à droite ne passe jamais à la ligne.
/// </summary>
internal static class LargeursColonnes
{
    public static double[] Calculer(
        IReadOnlyList<Colonne> colonnes, List<List<Mot>> entetes, List<List<List<Mot>>> rangees, double largeur, double retrait)
    {
        var n = colonnes.Count;
        var (minima, voulues) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var (mini, voulue) = Mesurer(entetes[i]);
            foreach (var rangee in rangees.Where(r => i < r.Count))
            {
                var (motLong, ligne) = Mesurer(rangee[i]);
                voulue = Math.Max(voulue, ligne);
                mini = Math.Max(mini, colonnes[i].Alignement == Alignement.Droite ? ligne : motLong);
            }

            // Une adresse ou une référence démesurée se coupera plutôt que d'écraser les autres colonnes.
            if (colonnes[i].Alignement != Alignement.Droite)
            {
                mini = Math.Min(mini, largeur * 0.45);
            }

            (minima[i], voulues[i]) = (mini + 2 * retrait + 0.2, Math.Max(voulue, mini) + 2 * retrait + 0.2);
        }

        return Repartir(colonnes, minima, voulues, largeur);
    }

    private static double[] Repartir(IReadOnlyList<Colonne> colonnes, double[] minima, double[] voulues, double largeur)
    {
        if (minima.Sum() > largeur)
        {
            return Comprimer(colonnes, minima, largeur);
        }

        if (colonnes.Any(c => c.Poids > 0))
        {
            return Partager(minima, Parts(colonnes, voulues, largeur), largeur);
        }

        var total = voulues.Sum();
        if (total <= largeur)
        {
            // Le surplus va aux colonnes de texte, à proportion : les sommes restent serrées à droite.
            var textes = Enumerable.Range(0, voulues.Length).Where(i => colonnes[i].Alignement != Alignement.Droite).ToList();
            var aElargir = textes.Count > 0 ? textes : [.. Enumerable.Range(0, voulues.Length)];
            var somme = aElargir.Sum(i => voulues[i]);
            return [.. voulues.Select((v, i) => aElargir.Contains(i) ? v + (largeur - total) * v / somme : v)];
        }

        return Remplir(minima, voulues, largeur);
    }

    /// <summary>Satisfait d'abord les colonnes modestes, puis partage le reste selon la racine du besoin.</summary>
    private static double[] Remplir(double[] minima, double[] voulues, double largeur)
    {
        var obtenues = new double[minima.Length];
        var restantes = Enumerable.Range(0, minima.Length).ToList();
        var reste = largeur;
        while (restantes.Count > 0)
        {
            var unite = reste / restantes.Sum(i => Math.Sqrt(voulues[i]));
            var juste = reste / restantes.Count * 1.05;
            var autres = restantes.Sum(i => minima[i]);
            var assez = restantes.FindIndex(i => voulues[i] <= juste && reste - voulues[i] >= autres - minima[i]);
            var trop = restantes.FindIndex(i => minima[i] > Math.Sqrt(voulues[i]) * unite);
            if (trop < 0 && assez < 0)
            {
                restantes.ForEach(i => obtenues[i] = Math.Sqrt(voulues[i]) * unite);
                break;
            }

            var choisie = restantes[assez >= 0 ? assez : trop];
            obtenues[choisie] = assez >= 0 ? voulues[choisie] : minima[choisie];
            reste -= obtenues[choisie];
            restantes.Remove(choisie);
        }

        return obtenues;
    }

    private static double[] Parts(IReadOnlyList<Colonne> colonnes, double[] voulues, double largeur)
    {
        // Les colonnes sans poids gardent leur contenu, sans dépasser une part égale.
        var libres = voulues.Where((_, i) => colonnes[i].Poids <= 0).Sum(v => Math.Min(v, largeur / colonnes.Count));
        var poids = (double)colonnes.Sum(c => c.Poids);
        return [.. voulues.Select((v, i) => colonnes[i].Poids > 0
            ? (largeur - libres) * (double)colonnes[i].Poids / poids
            : Math.Min(v, largeur / colonnes.Count))];
    }

    private static double[] Partager(double[] minima, double[] parts, double largeur)
    {
        var obtenues = parts.ToArray();
        var fixes = new bool[parts.Length];
        for (var tour = 0; tour < parts.Length; tour++)
        {
            for (var i = 0; i < parts.Length; i++)
            {
                if (!fixes[i] && obtenues[i] < minima[i])
                {
                    (fixes[i], obtenues[i]) = (true, minima[i]);
                }
            }

            var reste = largeur - obtenues.Where((_, i) => fixes[i]).Sum();
            var somme = parts.Where((_, i) => !fixes[i]).Sum();
            for (var i = 0; i < parts.Length; i++)
            {
                obtenues[i] = fixes[i] ? obtenues[i] : parts[i] * reste / somme;
            }
        }

        return obtenues;
    }

    private static double[] Comprimer(IReadOnlyList<Colonne> colonnes, double[] minima, double largeur)
    {
        var nombres = minima.Where((_, i) => colonnes[i].Alignement == Alignement.Droite).Sum();
        var textes = minima.Sum() - nombres;
        var (facteurNombres, facteurTextes) = nombres < largeur * 0.75 && textes > 0
            ? (1, (largeur - nombres) / textes)
            : (largeur / minima.Sum(), largeur / minima.Sum());
        return [.. minima.Select((m, i) => m * (colonnes[i].Alignement == Alignement.Droite ? facteurNombres : facteurTextes))];
    }

    /// <summary>Plus long mot et plus longue ligne.</summary>
    private static (double Mot, double Ligne) Mesurer(List<Mot> mots)
    {
        var (motLong, longue, ligne) = (0.0, 0.0, 0.0);
        var espace = 0.0;
        foreach (var mot in mots)
        {
            motLong = Math.Max(motLong, mot.Largeur);
            ligne += espace + mot.Largeur;
            longue = Math.Max(longue, ligne);
            (ligne, espace) = mot.Saut ? (0, 0) : (ligne, mot.LargeurEspace);
        }

        return (motLong, longue);
    }
}
