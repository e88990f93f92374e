using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>
/// Une liste à remplir : une vue partielle par ligne, de quoi en ajouter, en retirer, en déplacer. Les boutons sont de vrais
/// envois de formulaire ; le script de la page fait la même chose sans aller-retour, avec le gabarit fourni.
/// </summary>
[HtmlTargetElement("lignes", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LignesTagHelper(IHtmlHelper html, IModelMetadataProvider types) : TagHelper
{
    /// <summary>Jeton du gabarit, remplacé par le script.</summary>
    public const string Jeton = "__ligne__";

    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Vue { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Partiel { get; set; } = "";

    /// <summary>Nom d'une ligne : « Fait », « Pièce ».</summary>
    public string Titre { get; set; } = "";

    public string Ajouter { get; set; } = "Ajouter une ligne";

    public bool Ordonnable { get; set; }

    /// <summary>Vrai pour une ligne tenant sur une rangée, sans numéro visible.</summary>
    public bool Serree { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        ((IViewContextAware)html).Contextualize(Vue);
        var nom = Vue.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var type = For.Metadata.ElementMetadata!.ModelType;
        var lignes = ((IEnumerable?)For.Model ?? Array.Empty<object>()).Cast<object>().ToList();
        // Une ligne vierge attend toujours le premier ajout : rien à cliquer avant d'écrire.
        if (lignes.Count == 0)
        {
            lignes.Add(Activator.CreateInstance(type)!);
        }

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Serree ? "lignes serrees" : "lignes");
        output.Attributes.SetAttribute("data-lignes", nom);
        output.Attributes.SetAttribute("id", ChampTagHelper.Identifiant(nom));
        for (var i = 0; i < lignes.Count; i++)
        {
            output.Content.AppendHtml(await Ligne(nom, i.ToString(CultureInfo.InvariantCulture), lignes[i], type, i + 1, lignes.Count));
        }

        var gabarit = new TagBuilder("template");
        gabarit.InnerHtml.AppendHtml(await Ligne(nom, Jeton, Activator.CreateInstance(type)!, type, null, 0));
        output.Content.AppendHtml(gabarit);
        output.Content.AppendHtml(Bouton("ajouter:" + nom, Ajouter, "discret ajouter"));
    }

    private async Task<TagBuilder> Ligne(string nom, string jeton, object modele, Type type, int? rang, int total)
    {
        var chemin = $"{nom}[{jeton}]";
        var groupe = new TagBuilder("fieldset");
        groupe.AddCssClass("ligne");
        groupe.Attributes["id"] = ChampTagHelper.Identifiant(chemin);
        var legende = new TagBuilder("legend");
        legende.InnerHtml.Append(Titre + " ");
        var numero = new TagBuilder("span");
        numero.AddCssClass("rang");
        numero.InnerHtml.Append(rang?.ToString(CultureInfo.InvariantCulture) ?? "");
        legende.InnerHtml.AppendHtml(numero);
        groupe.InnerHtml.AppendHtml(legende);
        groupe.InnerHtml.AppendHtml(Cache(nom + ".Index", jeton));
        if (type.GetProperty("Id") is { } id)
        {
            groupe.InnerHtml.AppendHtml(Cache(chemin + ".Id", (string)id.GetValue(modele)!));
        }

        var donnees = new ViewDataDictionary(types, Vue.ViewData.ModelState);
        foreach (var (cle, valeur) in Vue.ViewData)
        {
            donnees[cle] = valeur;
        }

        donnees.Model = modele;
        donnees.TemplateInfo.HtmlFieldPrefix = chemin;
        groupe.InnerHtml.AppendHtml(await html.PartialAsync(Partiel, modele, donnees));

        var gestes = new TagBuilder("div");
        gestes.AddCssClass("gestes");
        var quoi = rang is null ? Titre.ToLowerInvariant() : $"{Titre.ToLowerInvariant()} {rang}";
        if (Ordonnable && total != 1)
        {
            gestes.InnerHtml.AppendHtml(Bouton("monter:" + chemin, "Monter", "discret", quoi));
            gestes.InnerHtml.AppendHtml(Bouton("descendre:" + chemin, "Descendre", "discret", quoi));
        }

        gestes.InnerHtml.AppendHtml(Bouton("retirer:" + chemin, "Retirer", "discret", quoi));
        groupe.InnerHtml.AppendHtml(gestes);
        return groupe;
    }

    private static TagBuilder Bouton(string action, string texte, string classe, string? suite = null)
    {
        var bouton = new TagBuilder("button");
        bouton.Attributes["type"] = "submit";
        bouton.Attributes["name"] = "action";
        bouton.Attributes["value"] = action;
        bouton.Attributes["formnovalidate"] = "formnovalidate";
        bouton.AddCssClass(classe);
        bouton.InnerHtml.Append(texte);
        if (suite is not null)
        {
            var cachee = new TagBuilder("span");
            cachee.AddCssClass("hors-vue");
            cachee.InnerHtml.Append(" : " + suite);
            bouton.InnerHtml.AppendHtml(cachee);
        }

        return bouton;
    }

    private static TagBuilder Cache(string nom, string valeur)
    {
        var cache = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        cache.Attributes["type"] = "hidden";
        cache.Attributes["name"] = nom;
        cache.Attributes["value"] = valeur;
        return cache;
    }
}
