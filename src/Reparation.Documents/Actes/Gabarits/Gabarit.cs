using System.Security.Cryptography;
using System.Text;
using Fluid;
using Fluid.Values;
using Reparation.Documents.Actes.Champs;
using Reparation.Documents.Francais;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Un modèle lu : son en-tête et son corps, compilé une fois, rendu autant de fois qu'on veut.</summary>
internal sealed class Gabarit(
    Entete entete, string fichier, string texte, IFluidTemplate corps, IReadOnlyList<Emplacement> emplacements, IReadOnlyCollection<string> textes)
{
    private const int PasAuPlus = 200_000;
    private const int CaracteresAuPlus = 4_000_000;

    private static readonly TemplateOptions Options = Preparer();

    public Entete Entete { get; } = entete;

    public string Empreinte { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', entete.Titre, entete.Destinataire, entete.Charte, entete.Fichier, entete.Pied, entete.Profil, entete.Imputation, texte))));

    public string Fichier { get; } = fichier;

    public IReadOnlyList<Emplacement> Emplacements { get; } = emplacements;

    /// <summary>Articles et noms datés que le modèle cite, par identifiant.</summary>
    public IReadOnlyCollection<string> Textes { get; } = textes;

    /// <summary>Langue dans laquelle il est écrit ; rien pour le français.</summary>
    public Langues.Traduction? Traduction { get; init; }

    /// <summary>Lignes sans traduction, restées en français.</summary>
    public IReadOnlyCollection<string> NonTraduites { get; init; } = [];

    /// <summary>Vrai si le modèle, inclusions comprises, emploie ce nom.</summary>
    public bool Cite(string nom) => texte.Contains(nom, StringComparison.Ordinal);

    /// <summary>
    /// Rend le Markdown. Les valeurs n'y sont pas : chacune est un repère que le registre remplace une fois le Markdown
    /// lu, si bien qu'aucun caractère d'un dossier ne peut devenir de la mise en forme.
    /// </summary>
    public string Rendre(ChampsDeLActe champs, Registre registre)
    {
        var contexte = new TemplateContext(champs, Options);
        contexte.AmbientValues[nameof(Registre)] = registre;
        using var sortie = new SortieBornee(Fichier, CaracteresAuPlus);
        try
        {
            corps.RenderAsync(sortie, contexte, NullEncoder.Default).AsTask().GetAwaiter().GetResult();
            return sortie.ToString();
        }
        catch (Exception erreur) when (erreur is not (ModeleException or OutOfMemoryException))
        {
            throw new ModeleException(Fichier, 1, "le modèle ne se termine pas : trop de boucles imbriquées, ou condition illisible.");
        }
    }

    private static TemplateOptions Preparer()
    {
        var options = new TemplateOptions
        {
            MaxSteps = PasAuPlus,
            MaxRecursion = 20,
            CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
        };
        options.MemberAccessStrategy = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.CamelCase };
        foreach (var type in Schema.Types)
        {
            // Ces types n'existent que pour les modèles : tout ce qu'ils portent peut y paraître.
            options.MemberAccessStrategy.Register(type);
        }

        options.Filters.AddFilter("ecrire", Ecrire);
        options.Filters.AddFilter("texte", (id, _, contexte) => new(new StringValue(
            ((Registre)contexte.AmbientValues[nameof(Registre)]).Nommer(id.ToStringValue()), encode: false)));
        options.Filters.AddFilter("majuscule", (valeur, _, _) => Texte(valeur, Tournures.Majuscule));
        options.Filters.AddFilter("minuscule", (valeur, _, _) => Texte(valeur, Tournures.Minuscule));
        options.Filters.AddFilter("de", (valeur, _, _) => Texte(valeur, Tournures.De));
        return options;
    }

    private static ValueTask<FluidValue> Ecrire(FluidValue valeur, FilterArguments arguments, TemplateContext contexte)
    {
        var registre = (Registre)contexte.AmbientValues[nameof(Registre)];
        var emplacement = registre.Emplacements[(int)arguments.At(0).ToNumberValue()];
        var absent = valeur.IsNil() || (valeur.Type == FluidValues.Array && valeur.ToNumberValue() == 0 && !Elements(valeur, contexte));
        var texte = absent || valeur.Type == FluidValues.Array ? "" : valeur.ToStringValue();
        return new(new StringValue(
            registre.Noter(emplacement, texte, vide: absent || (valeur.Type != FluidValues.Array && string.IsNullOrWhiteSpace(texte)), arguments.At(1).ToStringValue()),
            encode: false));
    }

    private static bool Elements(FluidValue liste, TemplateContext contexte) => liste.Enumerate(contexte).Any();

    private static ValueTask<FluidValue> Texte(FluidValue valeur, Func<string, string> tournure) =>
        new(valeur.IsNil() ? valeur : new StringValue(tournure(valeur.ToStringValue()), encode: false));
}
