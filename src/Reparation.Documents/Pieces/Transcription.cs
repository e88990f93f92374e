using Reparation.Documents.Blocs;
using Reparation.Documents.Rendu;
using Reparation.Documents.Rendu.Maison;

namespace Reparation.Documents.Pieces;

/// <summary>
/// Pages que nous écrivons à la place d'un fichier : la transcription d'un courriel ou d'un texte Word, ou l'annonce d'une
/// pièce illisible. Elles sont composées par notre moteur, puis entrent dans la liasse comme n'importe quel PDF.
/// </summary>
internal static class Transcription
{
    private const string Mention = "Transcription du texte\u202F; l’original est joint.";
    private const char Remplacant = '☐';

    private static readonly (string Cle, string Nom)[] EntetesMontres =
        [("from", "De"), ("to", "À"), ("cc", "Copie à"), ("date", "Date"), ("subject", "Objet")];

    /// <summary>Pages d'un courriel.</summary>
    public static byte[] Ecrire(Courriel courriel, DateOnly date)
    {
        var entetes = EntetesMontres.Where(e => courriel.Entetes.GetValueOrDefault(e.Cle, "").Length > 0)
            .SelectMany((e, i) => new Inline[]
            {
                new Inline.Texte((i == 0 ? "" : " ") + e.Nom + "\u00A0: ", Gras: true),
                new Inline.Texte(courriel.Entetes[e.Cle]),
                new Inline.SautDeLigne(),
            }).SkipLast(1).ToList();
        var omises = courriel.Omises.Count == 0
            ? ""
            : $" Le courriel porte aussi ce qui ne se transcrit pas\u00A0: {string.Join(", ", courriel.Omises.Distinct().Order(StringComparer.Ordinal))}.";
        return Composer([new Bloc.Encadre([new Bloc.Paragraphe(entetes)]), .. Paragraphes(courriel.Texte.Split('\n'))], omises, date);
    }

    /// <summary>Pages d'un texte Word.</summary>
    public static byte[] Ecrire(IReadOnlyList<string> paragraphes, DateOnly date) =>
        Composer(Paragraphes(paragraphes), " La mise en forme, les notes et les images n’y sont pas.", date);

    /// <summary>Page d'une pièce qui ne peut pas être reproduite.</summary>
    public static byte[] Annoncer(string titre, string motif, string remede, DateOnly date) => Imprimer(
        [
            new Bloc.Paragraphe([new Inline.Texte(titre)], StyleParagraphe.TitreDocument),
            new Bloc.Encadre([new Bloc.Paragraphe([new Inline.Texte(motif)]), new Bloc.Paragraphe([new Inline.Texte(remede)])]),
        ],
        date);

    private static byte[] Composer(IEnumerable<Bloc> blocs, string precision, DateOnly date)
    {
        List<Bloc> corps = [.. blocs];
        var (dessines, remplaces) = Dessinables(corps);
        var note = Mention + precision + (remplaces ? $" Un caractère que nos polices ne dessinent pas est remplacé par {Remplacant}." : "");
        return Imprimer([new Bloc.Paragraphe([new Inline.Texte(Police.Dessinables(note, Famille.Sans, Remplacant))], StyleParagraphe.Note), .. dessines], date);
    }

    private static byte[] Imprimer(IReadOnlyList<Bloc> corps, DateOnly date) => new MoteurMaison()
        .Composer(new(new("Transcription", "", "", date, "", ""), corps, []), Charte.Plan).Octets;

    private static IEnumerable<Bloc> Paragraphes(IEnumerable<string> lignes) => lignes
        .Select(l => l.TrimEnd())
        .Where(l => l.Length > 0)
        .Select(l => new Bloc.Paragraphe([.. l.Split('\n').SelectMany(Ligne)]));

    private static IEnumerable<Inline> Ligne(string texte, int rang) => rang == 0
        ? [new Inline.Texte(texte)]
        : [new Inline.SautDeLigne(), new Inline.Texte(texte)];

    private static (IReadOnlyList<Bloc> Corps, bool Remplaces) Dessinables(List<Bloc> corps)
    {
        var remplaces = false;
        return ([.. corps.Select(Un)], remplaces);

        Bloc Un(Bloc bloc) => bloc switch
        {
            Bloc.Paragraphe p => p with { Contenu = [.. p.Contenu.Select(i => i is Inline.Texte t ? t with { Contenu = Nettoyer(t.Contenu) } : i)] },
            Bloc.Encadre e => e with { Contenu = [.. e.Contenu.Select(Un)] },
            _ => bloc,
        };

        string Nettoyer(string texte)
        {
            var propre = Police.Dessinables(texte, Famille.Sans, Remplacant);
            remplaces |= propre.Contains(Remplacant, StringComparison.Ordinal) && propre != texte;
            return propre;
        }
    }
}
