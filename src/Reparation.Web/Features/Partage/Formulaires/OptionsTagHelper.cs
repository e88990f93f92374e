using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>Champs rares d'une ligne, repliés. Ouverts d'eux-mêmes s'ils servent ou si l'un d'eux est à revoir : rien ne se cache.</summary>
[HtmlTargetElement("options")]
public sealed class OptionsTagHelper : TagHelper
{
    public string Libelle { get; set; } = "Options";

    /// <summary>Vrai si l'un des champs porte une réponse.</summary>
    public bool Remplies { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var contenu = (await output.GetChildContentAsync()).GetContent();
        output.TagName = "details";
        output.Attributes.SetAttribute("class", "options");
        if (Remplies || contenu.Contains("en-erreur", StringComparison.Ordinal))
        {
            output.Attributes.SetAttribute("open", "open");
        }

        output.PreContent.AppendHtml("<summary>").Append(Libelle).AppendHtml("</summary>");
    }
}
