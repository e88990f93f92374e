using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Reparation.Web.Data;

namespace Reparation.Web.Securite;

/// <summary>
/// Clés des témoins de connexion, scellées dans la base : une session survit au redémarrage, et une copie de la base ne
/// permet pas d'en forger une.
/// </summary>
public sealed class ClesDeProtection(IServiceScopeFactory portees, Coffre coffre) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var portee = portees.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<DossiersDb>();
        return [.. db.ClesDeProtection.ToList().Select(c => XElement.Parse(coffre.DescellerTexte(Contexte(c.Id), c.Xml)))];
    }

    public void StoreElement(XElement element, string friendlyName)
    {
        ArgumentNullException.ThrowIfNull(element);
        using var portee = portees.CreateScope();
        var db = portee.ServiceProvider.GetRequiredService<DossiersDb>();
        var id = Guid.NewGuid();
        db.Add(new LigneCleDeProtection
        {
            Id = id,
            Xml = coffre.Sceller(Contexte(id), Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting))),
        });
        db.SaveChanges();
    }

    private static string Contexte(Guid id) => $"protection/{id:N}";
}
