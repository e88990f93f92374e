using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Reparation.Web.Demarrage;

/// <summary>Une case laissée vide est un texte vide. MVC en ferait une absence, là où le type n'en admet pas.</summary>
internal sealed class TexteVide : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }
}
