using Microsoft.AspNetCore.Razor.TagHelpers;
using Reparation.Web.Securite;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>Sur une page qui ne se change pas, un formulaire d'envoi se lit encore, champs éteints. Le refus, lui, vient de <see cref="Gardien"/>.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class FormulaireReserveTagHelper(AccesCourant acces) : TagHelper
{
    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var horsDuDossier = output.Attributes.TryGetAttribute("action", out var action)
            && action.Value?.ToString()?.StartsWith("/dossiers/", StringComparison.Ordinal) is false;
        if (acces.LectureSeule && !horsDuDossier)
        {
            output.PreContent.AppendHtml("<fieldset disabled class=\"fige\"><legend class=\"hors-vue\">Lecture seule</legend>");
            output.PostContent.AppendHtml("</fieldset>");
        }
    }
}
