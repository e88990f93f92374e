using Reparation.Documents.Blocs;
using Reparation.Domain.Plan;

namespace Reparation.Documents.Actes;

/// <summary>Lisibilité d'un livret tel qu'il s'imprime, et ses phrases trop longues pour la forme choisie.</summary>
/// <param name="Mesure">Mesure de tout le texte donné à l'enfant.</param>
/// <param name="Limite">Limite de la forme.</param>
/// <param name="PlusLongue">Mots de la phrase la plus longue.</param>
/// <param name="TropLongues">Phrases au-dessus de la limite, dans l'ordre.</param>
public sealed record LectureDuLivret(Lisibilite Mesure, LimiteDePhrase Limite, int PlusLongue, IReadOnlyList<string> TropLongues)
{
    /// <summary>Lit un livret composé ; rien si ce modèle n'en est pas un.</summary>
    public static LectureDuLivret? De(Modele modele, Acte acte)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(acte);
        if (modele.Livret is not { } forme)
        {
            return null;
        }

        // Ce qui précède le titre s'adresse à l'adulte : ce n'est pas dans le livret remis.
        var corps = acte.Corps.SkipWhile(b => b is not Bloc.Paragraphe { Style: StyleParagraphe.TitreDocument });
        var phrases = corps.SelectMany(Lignes).SelectMany(Lisibilite.Couper).ToList();
        var limite = FormesDuLivret.Limites[forme];
        return new(
            Lisibilite.Mesurer(phrases), limite, phrases.Select(Lisibilite.CompterLesMots).DefaultIfEmpty().Max(),
            [.. phrases.Where(p => Lisibilite.CompterLesMots(p) > limite.Mots)]);
    }

    private static IEnumerable<string> Lignes(Bloc bloc) => bloc switch
    {
        Bloc.Titre t => Lignes(t.Contenu),
        Bloc.Paragraphe p => Lignes(p.Contenu),
        Bloc.Liste l => l.Elements.SelectMany(e => e.SelectMany(Lignes)),
        Bloc.CoteACote c => c.Colonnes.SelectMany(e => e.SelectMany(Lignes)),
        Bloc.Encadre e => e.Contenu.SelectMany(Lignes),
        Bloc.Figure f => f.Dessin.Traits.OfType<Trait.Texte>().Select(t => t.Contenu).Concat(Lignes(f.Legende)),
        Bloc.Tableau t => t.Colonnes.Select(c => c.Entete).Concat(t.Lignes.SelectMany(l => l.Cellules)).SelectMany(Lignes),
        Bloc.Signature s => Lignes(s.Legende),
        _ => [],
    };

    private static string[] Lignes(IReadOnlyList<Inline> contenu) => ActeTexte.Ecrire(contenu).Split('\n');
}
