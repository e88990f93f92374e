using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Reparation.Domain.Commun;

namespace Reparation.Web.Features.Partage.Formulaires;

/// <summary>
/// Une question : son intitulé, son aide, sa réponse et ce qui ne va pas, reliés pour les lecteurs d'écran. La nature de la
/// case se déduit du type et des limites du Domaine. Ce qui a été tapé passe avant ce qui est enregistré.
/// </summary>
[HtmlTargetElement("champ", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ChampTagHelper : TagHelper
{
    [ViewContext, HtmlAttributeNotBound]
    public ViewContext Vue { get; set; } = null!;

    public ModelExpression For { get; set; } = null!;

    public string Libelle { get; set; } = "";

    public string? Aide { get; set; }

    /// <summary>Classe de largeur : court, moyen, large.</summary>
    public string Taille { get; set; } = "moyen";

    /// <summary>Hauteur d'un texte long.</summary>
    public int Lignes { get; set; } = 4;

    /// <summary>Réponses possibles d'un texte à choisir dans une liste.</summary>
    public IEnumerable<Choix>? Choix { get; set; }

    /// <summary>Identifiant d'une liste de suggestions de la page ; on écrit ce que l'on veut.</summary>
    public string? Suggestions { get; set; }

    /// <summary>Texte de la réponse vide d'une liste.</summary>
    public string Aucun { get; set; } = "Non renseigné";

    public bool Requis { get; set; }

    /// <summary>Vrai pour laisser la case vide plutôt que d'y montrer une valeur par défaut.</summary>
    public bool Neuf { get; set; }

    /// <summary>Unité écrite après la case : €, %, h.</summary>
    public string? Unite { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        var nom = Vue.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var etat = Vue.ViewData.ModelState[nom];
        var id = Identifiant(nom);
        var erreur = etat?.Errors.FirstOrDefault()?.ErrorMessage;
        var decrit = string.Join(' ', new[] { Aide is null ? null : id + "-aide", erreur is null ? null : id + "-erreur" }.OfType<string>());

        var type = Nullable.GetUnderlyingType(For.Metadata.ModelType) ?? For.Metadata.ModelType;
        var facultatif = Nullable.GetUnderlyingType(For.Metadata.ModelType) is not null;
        var texte = etat?.AttemptedValue ?? (Neuf ? "" : Texte(type, facultatif));

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        var oui = type == typeof(bool);
        output.Attributes.SetAttribute("class", $"champ {(oui ? "champ-case" : Taille)}{(erreur is null ? "" : " en-erreur")}");

        var commande = Commande(type, facultatif, nom, id, texte);
        if (decrit.Length > 0)
        {
            commande.Attributes["aria-describedby"] = decrit;
        }

        if (erreur is not null)
        {
            commande.Attributes["aria-invalid"] = "true";
        }

        if (Requis)
        {
            commande.Attributes["required"] = "required";
        }

        if (oui)
        {
            output.Content.AppendHtml(commande);
        }

        var etiquette = new TagBuilder("label");
        etiquette.Attributes["for"] = id;
        etiquette.InnerHtml.Append(Libelle);
        output.Content.AppendHtml(etiquette);
        Paragraphe(output, Aide, "aide", id + "-aide");
        Paragraphe(output, erreur, "erreur", id + "-erreur");
        if (oui)
        {
            // Sans lui, une case décochée n'enverrait rien et l'ancienne réponse resterait.
            output.Content.AppendHtml(Cache(nom, "false"));
            return;
        }

        if (Unite is null)
        {
            output.Content.AppendHtml(commande);
            return;
        }

        var groupe = new TagBuilder("div");
        groupe.AddCssClass("avec-unite");
        groupe.InnerHtml.AppendHtml(commande);
        var unite = new TagBuilder("span");
        unite.Attributes["aria-hidden"] = "true";
        unite.InnerHtml.Append(Unite);
        groupe.InnerHtml.AppendHtml(unite);
        output.Content.AppendHtml(groupe);
    }

    /// <summary>Identifiant HTML d'un champ, d'après son nom.</summary>
    public static string Identifiant(string nom) =>
        nom.Replace('.', '-').Replace("[", "-", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);

    private string Texte(Type type, bool facultatif)
    {
        // Un zéro de départ n'est pas une réponse : la case reste vide.
        var zero = For.Model is 0m or Montant { Euros: 0 };
        return zero && !facultatif ? "" : TexteDeChamp.PourChamp(For.Model);
    }

    private TagBuilder Commande(Type type, bool facultatif, string nom, string id, string texte)
    {
        TagBuilder commande;
        if (type == typeof(bool))
        {
            commande = Saisie("checkbox");
            commande.Attributes["value"] = "true";
            if (texte.StartsWith("true", StringComparison.Ordinal))
            {
                commande.Attributes["checked"] = "checked";
            }
        }
        else if (type.IsEnum || Choix is not null)
        {
            commande = Liste(type, facultatif, texte);
        }
        else if (type == typeof(string) && Longueur() > 200)
        {
            commande = new TagBuilder("textarea");
            commande.Attributes["rows"] = Lignes.ToString(CultureInfo.InvariantCulture);
            // Le retour initial est avalé par les navigateurs : on l'offre pour garder celui du texte.
            commande.InnerHtml.AppendHtml("\n");
            commande.InnerHtml.Append(texte);
        }
        else if (type == typeof(DateOnly))
        {
            // Un champ date n'afficherait pas une date impossible : elle serait perdue pour qui doit la corriger.
            commande = Saisie(texte.Length == 0 || DateOnly.TryParseExact(texte, "yyyy-MM-dd", out _) ? "date" : "text");
            commande.Attributes["value"] = texte;
        }
        else
        {
            commande = Saisie("text");
            commande.Attributes["value"] = texte;
            if (type != typeof(string))
            {
                commande.Attributes["inputmode"] = type == typeof(int) ? "numeric" : "decimal";
                commande.AddCssClass("nombre");
            }
        }

        if (type == typeof(string) && Choix is null)
        {
            commande.Attributes["maxlength"] = Longueur().ToString(CultureInfo.InvariantCulture);
        }

        if (type != typeof(bool))
        {
            commande.Attributes["autocomplete"] = "off";
        }

        if (Suggestions is not null)
        {
            commande.Attributes["list"] = Suggestions;
        }

        commande.Attributes["id"] = id;
        commande.Attributes["name"] = nom;
        return commande;
    }

    private int Longueur() => For.Metadata.ContainerType?.GetProperty(For.Metadata.PropertyName ?? "")?
        .GetCustomAttribute<StringLengthAttribute>()?.MaximumLength ?? 200;

    private TagBuilder Liste(Type type, bool facultatif, string texte)
    {
        var liste = new TagBuilder("select");
        var choix = Choix ?? Enum.GetValues(type).Cast<Enum>().Select(e => new Choix(e.ToString(), Libelles.De(e)));
        if (facultatif || type == typeof(string))
        {
            choix = choix.Prepend(new Choix("", Aucun));
        }

        var connus = choix.ToList();
        if (connus.TrueForAll(c => c.Valeur != texte))
        {
            connus.Add(new(texte, texte));
        }

        foreach (var un in connus)
        {
            var option = new TagBuilder("option");
            option.Attributes["value"] = un.Valeur;
            if (un.Valeur == texte)
            {
                option.Attributes["selected"] = "selected";
            }

            option.InnerHtml.Append(un.Libelle);
            liste.InnerHtml.AppendHtml(option);
        }

        return liste;
    }

    private static TagBuilder Saisie(string genre)
    {
        var saisie = new TagBuilder("input") { TagRenderMode = TagRenderMode.SelfClosing };
        saisie.Attributes["type"] = genre;
        return saisie;
    }

    private static TagBuilder Cache(string nom, string valeur)
    {
        var cache = Saisie("hidden");
        cache.Attributes["name"] = nom;
        cache.Attributes["value"] = valeur;
        return cache;
    }

    private static void Paragraphe(TagHelperOutput output, string? texte, string classe, string id)
    {
        if (texte is null)
        {
            return;
        }

        var paragraphe = new TagBuilder("p");
        paragraphe.AddCssClass(classe);
        paragraphe.Attributes["id"] = id;
        paragraphe.InnerHtml.Append(texte);
        output.Content.AppendHtml(paragraphe);
    }
}

/// <summary>Une réponse possible.</summary>
public sealed record Choix(string Valeur, string Libelle)
{
    /// <summary>Jours d'aide payés par an : l'usage n'en connaît que deux.</summary>
    public static IReadOnlyList<Choix> JoursDAide { get; } = [new("365", "365, sans congés"), new("412", "412, congés et fériés compris")];
}
