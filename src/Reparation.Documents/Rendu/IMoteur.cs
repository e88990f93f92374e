using Reparation.Documents.Blocs;

namespace Reparation.Documents.Rendu;

/// <summary>Transforme un acte en PDF. Un autre moteur se branche ici, et nulle part ailleurs.</summary>
public interface IMoteur
{
    /// <summary>Compose l'acte en pages.</summary>
    /// <exception cref="RenduException">Un caractère manque aux polices, une ancre est inconnue ou double.</exception>
    DocumentRendu Composer(Acte acte, Charte charte);
}

/// <summary>Ce qu'il faut pour écrire, et ce que la page a appris au document.</summary>
/// <param name="Octets">Le fichier PDF.</param>
/// <param name="Pages">Nombre de pages.</param>
/// <param name="PageDesAncres">Page (à partir de 1) de chaque ancre de titre.</param>
public sealed record DocumentRendu(byte[] Octets, int Pages, IReadOnlyDictionary<string, int> PageDesAncres)
{
    /// <summary>Place laissée au sceau, quand l'acte l'a demandée.</summary>
    public PlaceDuManifeste? Manifeste { get; init; }
}

/// <summary>Le document ne peut pas être rendu ; le message dit pourquoi, sans citer le contenu de l'acte.</summary>
public sealed class RenduException(string message) : Exception(message);
