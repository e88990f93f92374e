using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;

namespace Reparation.Domain.Postes;

/// <summary>
/// Brouillon de l'évaluation d'un poste. Chaque règle y ajoute ses lignes ; si l'une d'elles ne peut pas être calculée,
/// tout le poste est à réserver : une somme partielle passerait pour la somme entière.
/// </summary>
internal sealed class Calcul(PosteDePrejudice poste, SaisiePoste saisie, Contexte contexte)
{
    private readonly List<Etape> _lignes = [];
    private readonly List<Comparaison> _comparaisons = [];
    private Func<IReadOnlyList<Comparaison>>? _comparaisonsALaLecture;
    private readonly List<string> _avertissements = [];
    private readonly List<ComposantePlaidee> _composantes = [];
    private readonly List<string> _reserves = [];

    public PosteDePrejudice Poste { get; } = poste;

    public SaisiePoste Saisie { get; } = saisie;

    public Contexte Contexte { get; } = contexte;

    public void Ajouter(Etape ligne) => _lignes.Add(ligne);

    public void Comparer(string libelle, string formule, Montant resultat) => _comparaisons.Add(new(libelle, formule, resultat));

    /// <summary>Comparaisons coûteuses, calculées si quelqu'un les lit : un total ne les attend pas.</summary>
    public void ComparerALaLecture(Func<IReadOnlyList<Comparaison>> comparaisons)
    {
        var precedentes = _comparaisonsALaLecture;
        _comparaisonsALaLecture = precedentes is null ? comparaisons : () => [.. precedentes(), .. comparaisons()];
    }

    public void Avertir(string message)
    {
        if (!_avertissements.Contains(message))
        {
            _avertissements.Add(message);
        }
    }

    public void Plaider(ComposantePlaidee composante) => _composantes.Add(composante);

    public void Reserver(string motif) => _reserves.Add(motif);

    public Evaluation Conclure()
    {
        if (_lignes.Count == 0 && _reserves.Count == 0)
        {
            _reserves.Add("Le poste est ouvert, mais aucune somme n’y est encore saisie.");
        }

        if (_reserves.Count == 0 && Actualisation.Revaloriser(this, _lignes) is { } revalorisation)
        {
            _lignes.Add(revalorisation);
        }

        return _reserves.Count > 0
            ? new Evaluation.AReserver(string.Join(' ', _reserves.Distinct()), Poste.Pieces)
            : new Evaluation.Chiffree(Etape.Somme(Poste.Nom, _lignes, Referentiels.Sources.Nomenclature))
            {
                Comparaisons = _comparaisonsALaLecture is { } suite
                    ? new ListeALaLecture<Comparaison>(() => [.. _comparaisons, .. suite()])
                    : _comparaisons,
                Avertissements = _avertissements,
                Composantes = _composantes,
            };
    }
}
