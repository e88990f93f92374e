using System.Collections;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>Plusieurs réponses à la fois : des cases à cocher, sous une légende.</summary>
[HtmlTargetElement("cases", TagStructure = TagStructure.WithoutEndTag)]
public sealed class CasesTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Vue { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Libelle { get; set; } = "";

    public string Vide { get; set; } = "";

    /// <summary>Réponses possibles ; à défaut, celles de l'énumération.</summary>
    public IEnumerable<Choix>? Choix { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var nom = Vue.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = ChampTagHelper.Identifiant(nom);
        var retenus = ((IEnumerable?)For.Model)?.Cast<object>().Select(v => v.ToString()!).ToList() ?? [];
        var choix = (Choix ?? ParDefaut()).ToList();
        choix.AddRange(retenus.Where(r => choix.TrueForAll(c => c.Valeur != r)).Select(r => new Choix(r, $"{r} (absent du dossier)")).ToList());
        // Les réponses retenues d'abord, dans leur ordre : renvoyer la page sans y toucher ne le change pas.
        choix = [.. retenus.Select(r => choix.Find(c => c.Valeur == r)!), .. choix.Where(c => !retenus.Contains(c.Valeur))];
        var erreurs = Vue.ViewData.ModelState
            .Where(e => e.Key == nom || e.Key.StartsWith(nom + "[", StringComparison.Ordinal))
            .SelectMany(e => e.Value!.Errors).ToList();

        output.TagName = "details";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "cases");
        output.Attributes.SetAttribute("id", id);
        if (erreurs.Count > 0)
        {
            output.Attributes.SetAttribute("open", "open");
        }

        var resume = new TagBuilder("summary");
        resume.InnerHtml.Append(Libelle);
        if (retenus.Count > 0)
        {
            var compte = new TagBuilder("span");
            compte.AddCssClass("compte");
            var noms = retenus.Select(r => choix.Find(c => c.Valeur == r)?.Libelle ?? r);
            compte.InnerHtml.Append(string.Join(" ; ", noms.Select(n => n.Split(" – ")[0])));
            resume.InnerHtml.Append(" ");
            resume.InnerHtml.AppendHtml(compte);
        }

        output.Content.AppendHtml(resume);
        var groupe = new TagBuilder("fieldset");
        var legende = new TagBuilder("legend");
        legende.AddCssClass("hors-vue");
        legende.InnerHtml.Append(Libelle);
        groupe.InnerHtml.AppendHtml(legende);
        foreach (var erreur in erreurs)
        {
            var dit = new TagBuilder("p");
            dit.AddCssClass("erreur");
            dit.InnerHtml.Append(erreur.ErrorMessage);
            groupe.InnerHtml.AppendHtml(dit);
        }

        if (choix.Count == 0)
        {
            var vide = new TagBuilder("p");
            vide.AddCssClass("aide");
            vide.InnerHtml.Append(Vide);
            groupe.InnerHtml.AppendHtml(vide);
        }

        var rien = Case("hidden", nom, "");
        groupe.InnerHtml.AppendHtml(rien);
        for (var i = 0; i < choix.Count; i++)
        {
            var etiquette = new TagBuilder("label");
            etiquette.AddCssClass("case");
            var coche = Case("checkbox", nom, choix[i].Valeur);
            if (retenus.Contains(choix[i].Valeur))
            {
                coche.Attributes["checked"] = "checked";
            }

            etiquette.InnerHtml.AppendHtml(coche);
            var texte = new TagBuilder("span");
            texte.InnerHtml.Append(choix[i].Libelle);
            etiquette.InnerHtml.AppendHtml(texte);
            groupe.InnerHtml.AppendHtml(etiquette);
        }

        output.Content.AppendHtml(groupe);
    }

    private IEnumerable<Choix> ParDefaut() => For.Metadata.ElementType is { IsEnum: true } enumeration
        ? Enum.GetValues(enumeration).Cast<Enum>().Select(e => new Choix(e.ToString(), Libelles.De(e)))
        : [];

    private static TagBuilder Case(string genre, string nom, string valeur)
    {
        var saisie = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        saisie.Attributes["type"] = genre;
        saisie.Attributes["name"] = nom;
        saisie.Attributes["value"] = valeur;
        return saisie;
    }
}
