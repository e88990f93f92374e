using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Reparation.Web.Demarrage;

/// <summary>Messages français pour une saisie que le formulaire n'a pas comprise. Aucun ne répète la valeur saisie.</summary>
internal static class MessagesDeLiaison
{
    private const string Incomprise = "Cette valeur n’a pas été comprise. Corrigez-la, ou laissez le champ vide.";
    private const string Nombre = "Un nombre est attendu ici, par exemple 12,5.";
    private const string Manquante = "Ce champ est nécessaire. Remplissez-le pour continuer.";

    public static void Configurer(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Incomprise);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Incomprise);
        messages.SetUnknownValueIsInvalidAccessor(_ => Incomprise);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Incomprise);
        messages.SetValueIsInvalidAccessor(_ => Incomprise);
        messages.SetValueMustBeANumberAccessor(_ => Nombre);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Nombre);
        messages.SetMissingBindRequiredValueAccessor(_ => Manquante);
        messages.SetMissingKeyOrValueAccessor(() => Manquante);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Manquante);
        messages.SetValueMustNotBeNullAccessor(_ => Manquante);
    }
}
