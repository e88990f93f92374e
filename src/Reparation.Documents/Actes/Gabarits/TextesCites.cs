using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using static Reparation.Documents.Actes.Champs.Mots;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>
/// Suit, du champ à la page, les textes de mémoire ou contredits. Une valeur qui en dépend porte une marque invisible ; quand le
/// modèle l'imprime, le registre la relève. Ce qui n'est pas imprimé n'est pas demandé à l'avocat.
/// </summary>
internal sealed partial class TextesCites(Dossier dossier)
{
    private readonly List<Source> _marques = [];
    private readonly List<Source> _imprimes = [];

    /// <summary>Textes imprimés que l'avocat n'a pas relus, chacun une fois.</summary>
    public IReadOnlyList<Source> ARelire => _imprimes;

    /// <summary>Le texte, marqué des sources à relire dont il dépend.</summary>
    public string Citer(string texte, IEnumerable<Source> sources)
    {
        var sortie = new StringBuilder(texte);
        foreach (var source in sources.Where(dossier.DoitRelire).DistinctBy(s => s.Cle))
        {
            _marques.Add(source);
            sortie.Append(CultureInfo.InvariantCulture, $"\uE004{_marques.Count - 1}\uE005");
        }

        return sortie.ToString();
    }

    /// <summary>Intitulés des sources, marqués.</summary>
    public string Citer(IReadOnlyList<Source> sources) => Citer(string.Join(" ; ", sources.Select(s => s.Intitule).Distinct()), sources);

    /// <summary>Crédit le plus faible, en mots ; un texte de mémoire que l'avocat a relu n'est plus de mémoire.</summary>
    public string Crediter(IReadOnlyList<Source> sources) => sources.Any(dossier.DoitRelire)
        ? De(LaMoinsSure(sources.Where(dossier.DoitRelire)))
        : sources.Any(s => s.ARelire) ? "relue par l’avocat" : De(LaMoinsSure(sources));

    private static Source LaMoinsSure(IEnumerable<Source> sources) => sources.MaxBy(s => (s.Confiance, s.Doute.Length == 0))!;

    /// <summary>Vrai si l'une de ces sources reste à relire.</summary>
    public bool ResteARelire(IReadOnlyList<Source> sources) => sources.Any(dossier.DoitRelire);

    /// <summary>Relève les marques d'un texte qui s'imprime, et les en retire ; celles qu'une saisie contiendrait n'en sont pas.</summary>
    public string Relever(string texte) => Marques().Replace(texte, marque =>
    {
        if (marque.Groups["rang"] is { Success: true } rang && int.Parse(rang.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var i && i < _marques.Count)
        {
            Imprimer(_marques[i]);
        }

        return "";
    });

    /// <summary>Note qu'un texte s'imprime.</summary>
    public void Imprimer(Source source)
    {
        if (dossier.DoitRelire(source) && _imprimes.All(s => s.Cle != source.Cle))
        {
            _imprimes.Add(source);
        }
    }

    [GeneratedRegex("\uE004(?<rang>[0-9]{1,6})\uE005|[\uE004\uE005]")]
    private static partial Regex Marques();
}
