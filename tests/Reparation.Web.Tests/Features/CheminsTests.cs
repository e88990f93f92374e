using System.Text.Json;
using Reparation.Domain.Dossiers;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Tests.Features;

public sealed class CheminsTests
{
    [Fact]
    public void Toute_cle_du_dossier_se_dit_en_clair()
    {
        var muettes = Cles(typeof(Dossier), []).Where(c => c is not ("id" or "format") && !Chemins.Connait(c)).Distinct();

        Assert.Empty(muettes);
    }

    [Fact]
    public void Un_chemin_devient_le_nom_de_son_champ() =>
        Assert.Equal("Offre.Lignes[2].Montant", Chemins.Champ("Offre", "lignes[2].montant"));

    private static IEnumerable<string> Cles(Type type, HashSet<Type> vus)
    {
        if (!vus.Add(type))
        {
            yield break;
        }

        foreach (var propriete in type.GetProperties().Where(p => p is { CanWrite: true } && p.GetIndexParameters().Length == 0))
        {
            yield return JsonNamingPolicy.CamelCase.ConvertName(propriete.Name);
            var contenu = propriete.PropertyType.IsGenericType ? propriete.PropertyType.GetGenericArguments()[0] : propriete.PropertyType;
            if (contenu.IsClass && contenu.Assembly == typeof(Dossier).Assembly)
            {
                foreach (var cle in Cles(contenu, vus))
                {
                    yield return cle;
                }
            }
        }
    }
}
