using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Depot;

/// <summary>Une numérisation PNG : suite de blocs bien formés, d'une taille plausible, non animée, et rien après la fin.</summary>
internal static class ExamenPng
{
    private const int Signature = 8;
    private const int Somme = 4;

    public static Admission Examiner(Stream contenu)
    {
        var lecture = new Fenetre(contenu, Signature);
        var (premier, donnees) = (true, false);
        while (true)
        {
            var longueur = lecture.Entier32();
            var nom = lecture.Entier32();
            var fin = lecture.Position + longueur + Somme;
            if (fin > contenu.Length || (premier && nom != Nom("IHDR"u8)))
            {
                return Refus.Abime;
            }

            if (premier)
            {
                var (largeur, hauteur) = (lecture.Entier32(), lecture.Entier32());
                if (longueur != 13 || largeur == 0 || hauteur == 0)
                {
                    return Refus.Abime;
                }

                if (ExamenJpeg.EstDemesuree(largeur, hauteur))
                {
                    return Refus.TropGrande;
                }
            }

            if (nom == Nom("acTL"u8) || nom == Nom("fcTL"u8) || nom == Nom("fdAT"u8))
            {
                return Refus.Animee;
            }

            (premier, donnees) = (false, donnees || nom == Nom("IDAT"u8));
            lecture.Position = fin;
            if (nom == Nom("IEND"u8))
            {
                return longueur != 0 || !donnees ? Refus.Abime
                    : fin == contenu.Length ? new Admission.Acceptee(TypeDePiece.Png, 1, AConfirmer: true)
                    : Refus.Double;
            }
        }
    }

    private static uint Nom(ReadOnlySpan<byte> lettres) => System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(lettres);
}
