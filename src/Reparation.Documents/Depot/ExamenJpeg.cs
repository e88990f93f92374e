using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Depot;

/// <summary>Une numérisation JPEG : suite de segments bien formés, d'une taille plausible, et rien après la fin.</summary>
internal static class ExamenJpeg
{
    private const int CoteMaximal = 20_000;
    private const long PointsMaximaux = 150_000_000;

    public static Admission Examiner(Stream contenu)
    {
        var lecture = new Fenetre(contenu, 2);
        var dimensions = false;
        while (true)
        {
            var marque = LireMarque(lecture);
            if (marque is < 0 or 0xD8)
            {
                return Refus.Abime;
            }

            if (marque == 0xD9)
            {
                return !dimensions ? Refus.Abime
                    : lecture.Position == contenu.Length ? new Admission.Acceptee(TypeDePiece.Jpeg, 1, AConfirmer: true)
                    : Refus.Double;
            }

            if (marque is 0x01 or (>= 0xD0 and <= 0xD7))
            {
                continue;
            }

            var longueur = lecture.Entier16();
            if (longueur < 2 || lecture.Position + longueur - 2 > contenu.Length)
            {
                return Refus.Abime;
            }

            var fin = lecture.Position + longueur - 2;
            // SOF : début d'une trame, sauf les marques de tables (DHT, JPG, DAC) logées au milieu.
            if (marque is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                if (longueur < 8)
                {
                    return Refus.Abime;
                }

                lecture.Lire();
                var (hauteur, largeur) = (lecture.Entier16(), lecture.Entier16());
                if (hauteur == 0 || largeur == 0)
                {
                    return Refus.Abime;
                }

                if (EstDemesuree(largeur, hauteur))
                {
                    return Refus.TropGrande;
                }

                dimensions = true;
            }

            lecture.Position = fin;
            if (marque == 0xDA && !SauterLesDonnees(lecture))
            {
                return Refus.Abime;
            }
        }
    }

    private static int LireMarque(Fenetre lecture)
    {
        if (lecture.Lire() != 0xFF)
        {
            return -1;
        }

        int marque;
        do
        {
            marque = lecture.Lire();
        }
        while (marque == 0xFF);
        return marque == 0 ? -1 : marque;
    }

    // Après un début de balayage : jusqu'à la prochaine marque qui n'est ni un octet bourré ni une reprise.
    private static bool SauterLesDonnees(Fenetre lecture)
    {
        while (lecture.Chercher([0xFF]))
        {
            var suivant = lecture.Voir(1);
            if (suivant is 0x00 or (>= 0xD0 and <= 0xD7))
            {
                lecture.Position += 2;
            }
            else if (suivant == 0xFF)
            {
                lecture.Position += 1;
            }
            else
            {
                return suivant >= 0;
            }
        }

        return false;
    }

    /// <summary>Bornes communes aux numérisations.</summary>
    public static bool EstDemesuree(long largeur, long hauteur) =>
        largeur > CoteMaximal || hauteur > CoteMaximal || largeur * hauteur > PointsMaximaux;
}
