using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Tests.Referentiels;

public sealed class EnvoisTests
{
    [Theory]
    [InlineData(CanalDEnvoi.Rpva, 4_000_000)]
    [InlineData(CanalDEnvoi.Avocats, 10_000_000)]
    [InlineData(CanalDEnvoi.Plex, 1_024_000_000)]
    public void Chaque_canal_a_sa_limite_datee_et_de_seconde_main(CanalDEnvoi canal, long octets)
    {
        var limite = Envois.Limite(canal);

        Assert.Equal(octets, limite.Octets);
        Assert.Equal(Confiance.Secondaire, limite.Source.Confiance);
        Assert.StartsWith("https://", limite.Source.Adresse, StringComparison.Ordinal);
    }

    [Fact]
    public void Un_nom_de_fichier_a_quatre_vingts_caracteres_au_plus() => Assert.Equal(80, Envois.CaracteresDUnNom);
}
