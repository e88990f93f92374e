using System.Text.Json;
using System.Text.Json.Serialization;
using Reparation.Documents.Actes;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Tests.Actes;

/// <summary>
/// Les dix-huit documents de la référence, mention par mention et section par section, en face de l'acte qui les porte. Ce que
/// l'acte ne porte pas est fait ailleurs, par un essai nommé, ou hors de l'application, avec sa raison.
/// </summary>
public sealed class DocumentsDeReferenceTests
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Reference Tout = Lire();

    public static TheoryData<string> Documents() => [.. Tout.Documents.Select(d => d.Id)];

    [Fact]
    public void La_reference_compte_dix_huit_documents_et_tout_modele_y_repond_ou_est_une_variante()
    {
        Assert.Equal(18, Tout.Documents.Count);
        Assert.Equal(
            ["dossier/communication", "livret/11-14", "livret/15-17", "livret/facile", "plan/accompagnement", "plan/orientation", "plan/remise", "plan/revue", "procedure/note", "protection/argent"],
            Modeles.Embarques.Tous.Select(m => m.Id).Except(Tout.Documents.Select(d => d.Modele)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Chaque_mention_obligatoire_est_dans_l_acte(string id)
    {
        var document = Tout.Documents.Single(d => d.Id == id);
        Assert.Equal([], document.Mentions.SelectMany(m => Manques(document, m)));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Les_sections_sont_dans_l_acte_et_dans_l_ordre(string id)
    {
        var document = Tout.Documents.Single(d => d.Id == id);
        Assert.Equal([], document.Sections.SelectMany(s => Manques(document, s)));

        var texte = Texte(document, null);
        var places = document.Sections.Where(s => s.Deplace.Length == 0 && s.Trouve.Count > 0)
            .Select(s => (s.Section, Place: texte.IndexOf(s.Trouve[0], StringComparison.Ordinal))).ToList();
        Assert.Equal(places.OrderBy(p => p.Place).Select(p => p.Section), places.Select(p => p.Section));
    }

    [Fact]
    public void Chaque_document_dit_ses_sources_et_chaque_exception_sa_raison()
    {
        var connues = Tout.Sources.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(Tout.Documents, d =>
        {
            Assert.NotEmpty(d.Sources);
            Assert.Subset(connues, d.Sources.ToHashSet(StringComparer.Ordinal));
            Assert.NotEmpty(d.Confiance);
            Assert.NotNull(Modeles.Embarques.Trouver(d.Modele));
        });
        Assert.All(Tout.Documents.SelectMany(d => d.Mentions.Concat(d.Sections)), e =>
        {
            Assert.Equal(1, (e.Trouve.Count > 0 ? 1 : 0) + (e.Essai.Length > 0 ? 1 : 0) + (e.Hors.Length > 0 ? 1 : 0));
            Assert.True(e.Essai.Length == 0 || (e.Motif.Length > 0 && EssaiConnu(e.Essai)), e.Essai);
        });
    }

    [Fact]
    public void La_reparation_plafonnee_dit_les_ressources()
    {
        var dossier = Exemples.Lire("1-sextorsion");
        var texte = Exemples.Texte("civi/requete", dossier with
        {
            Procedure = dossier.Procedure with { FondementCivi = FondementCivi.Plafonnee, SituationMaterielle = "Ressources fictives des deux années, sans assurance ni recours utile." },
        });

        Assert.Contains("## C. Conditions propres à la réparation plafonnée\n\nRessources fictives des deux années", texte, StringComparison.Ordinal);
        Assert.Contains("La requête tend à l’indemnité prévue par l’article", texte, StringComparison.Ordinal);
        Assert.DoesNotContain("réparation intégrale", texte, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Manques(DocumentDeReference document, Element element)
    {
        var texte = Texte(document, element.Autre);
        return element.Trouve.Where(t => !texte.Contains(t, StringComparison.Ordinal))
            .Select(t => $"{document.Id} : « {element.Mention}{element.Section} » : rien ne dit « {t} »");
    }

    private static string Texte(DocumentDeReference document, string? autre)
    {
        var exemple = autre is { Length: > 0 } ? autre : document.Exemple;
        return Exemples.Texte(document.Modele, Exemples.Lire(exemple)).Replace('\u00A0', ' ').Replace('\u202F', ' ').Replace('\u2011', '-');
    }

    private static bool EssaiConnu(string essai)
    {
        var coupe = essai.LastIndexOf('.');
        return typeof(DocumentsDeReferenceTests).Assembly.GetType($"Reparation.Documents.Tests.{essai[..coupe]}")?.GetMethod(essai[(coupe + 1)..]) is not null;
    }

    private static Reference Lire()
    {
        using var flux = typeof(DocumentsDeReferenceTests).Assembly.GetManifestResourceStream("documents-de-reference.json")!;
        return JsonSerializer.Deserialize<Reference>(flux, Options)!;
    }

    private sealed record Reference(string Schema, string LueLe, string Droit, IReadOnlyList<DocumentDeReference> Documents, IReadOnlyList<SourceDeReference> Sources);

    private sealed record SourceDeReference(string Id, string Titre, string Editeur, string Adresse, string Confiance);

    private sealed record DocumentDeReference(
        string Id, string Titre, IReadOnlyList<string> Textes, string Destinataire, IReadOnlyList<string> Pieces, string Forme, IReadOnlyList<string> Sources,
        string Confiance, string Modele, string Exemple, IReadOnlyList<Element> Mentions, IReadOnlyList<Element> Sections);

    /// <summary>Ce que la référence exige, et où il se trouve.</summary>
    private sealed record Element
    {
        public string Mention { get; init; } = "";

        public string Section { get; init; } = "";

        /// <summary>Textes de l'acte qui y répondent ; le premier donne sa place.</summary>
        public IReadOnlyList<string> Trouve { get; init; } = [];

        /// <summary>Autre exemple, quand celui du document n'a pas de quoi le montrer.</summary>
        public string? Autre { get; init; }

        /// <summary>Pourquoi l'ordre n'est pas celui de la référence ; vide s'il l'est.</summary>
        public string Deplace { get; init; } = "";

        /// <summary>Essai qui le prouve, quand l'acte seul ne le peut pas.</summary>
        public string Essai { get; init; } = "";

        public string Motif { get; init; } = "";

        /// <summary>Pourquoi l'application ne le fait pas.</summary>
        public string Hors { get; init; } = "";
    }
}
