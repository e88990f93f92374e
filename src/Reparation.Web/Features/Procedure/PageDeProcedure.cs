using Reparation.Domain.Voies;
using Reparation.Web.Features.Partage;

namespace Reparation.Web.Features.Procedure;

/// <summary>Ce que reçoivent les pages de droit d'un dossier : voies, délais, étapes et retraits.</summary>
public abstract record PageDeProcedure(PageDossier De) : PageNommee(De)
{
    /// <summary>Page allumée dans les onglets.</summary>
    public abstract string Onglet { get; }

    public EtatDesDroits Droits { get; } = Reparation.Domain.Voies.Droits.Etablir(De.Dossier, De.Aujourdhui);

    public string Racine => $"/dossiers/{Id}/procedure";
}
