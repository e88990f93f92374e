using System.Globalization;
using System.Runtime.CompilerServices;

namespace Reparation.Documents.Tests;

/// <summary>Tous les essais tournent sous une culture étrangère : un texte qui change avec la machine échoue.</summary>
internal static class CultureEtrangere
{
    [ModuleInitializer]
    internal static void Imposer()
    {
        CultureInfo.DefaultThreadCurrentCulture = new CultureInfo("ar-SA");
        CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
    }
}
