using System.Globalization;
using System.Text;
using Reparation.Documents.Actes.Champs;
using Reparation.Domain.Commun;
using Reparation.Domain.Referentiels;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Endroit d'un modèle où une valeur s'imprime.</summary>
internal sealed record Emplacement(string Fichier, int Ligne, string Champ, Libelle Libelle, bool Facultatif, bool Paragraphes, bool Muet)
{
    /// <summary>Texte de loi que le modèle nomme lui-même à cet endroit.</summary>
    public Source? Texte { get; init; }
}

/// <summary>
/// Tient les valeurs d'une rédaction et ce qui y manque. Une valeur paraît dans le Markdown comme un repère fait de
/// caractères à usage privé ; elle n'est écrite qu'après, dans le texte.
/// </summary>
internal sealed class Registre(IReadOnlyList<Emplacement> emplacements, TextesCites textes)
{
    private const char Ouvre = '\uE000';
    private const char Ferme = '\uE001';
    private readonly List<string> _valeurs = [];
    private readonly List<Manque> _manques = [];
    private readonly List<(Emplacement Ou, string Texte)> _saisies = [];

    public IReadOnlyList<Emplacement> Emplacements { get; } = emplacements;

    public IReadOnlyList<Manque> Manques => _manques;

    /// <summary>Figures que le modèle peut placer, par nom ; une figure absente ne laisse rien.</summary>
    public IReadOnlyDictionary<string, Blocs.Bloc.Figure> Figures { get; init; } = new Dictionary<string, Blocs.Bloc.Figure>();

    /// <summary>Langue de l'acte ; rien pour le français, seul à recevoir sa typographie.</summary>
    public Langues.Traduction? Traduction { get; init; }

    /// <summary>Jour de l'acte : il choisit le numéro de chaque article cité.</summary>
    public DateOnly Jour { get; init; }

    /// <summary>Textes imprimés, avec l'endroit d'où ils viennent.</summary>
    public IReadOnlyList<(Emplacement Ou, string Texte)> Saisies => _saisies;

    /// <summary>Numéro d'article ou nom de juridiction, au jour de l'acte ; cité de mémoire, il demande la relecture.</summary>
    public string Nommer(string id)
    {
        var nom = Textes.Nom(id, Jour);
        textes.Imprimer(nom.Source);
        return nom.Nom;
    }

    public string Noter(Emplacement ou, string texte, bool vide, string repere)
    {
        if (vide)
        {
            if (!ou.Facultatif)
            {
                Manquer(ou, ou.Libelle.Message(repere));
            }

            return "";
        }

        if (ou.Texte is { } cite)
        {
            textes.Imprimer(cite);
        }

        if (ou.Muet)
        {
            return "";
        }

        texte = textes.Relever(texte);

        _saisies.Add((ou, texte));
        var lignes = Nettoyer(texte).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return ou.Paragraphes
            ? string.Join("\n\n", lignes.Select(Repere))
            : Repere(string.Join(' ', lignes));
    }

    public void Manquer(Emplacement ou, string message) =>
        Manquer(new Manque(ou.Champ, message, ou.Fichier, ou.Ligne, ou.Libelle.Rubrique));

    public void Manquer(Manque manque)
    {
        // La même donnée manque souvent à plusieurs endroits de l'acte : elle ne se demande qu'une fois.
        if (!_manques.Exists(m => m.Message == manque.Message && m.Rubrique == manque.Rubrique))
        {
            _manques.Add(manque);
        }
    }

    /// <summary>Remet les valeurs à la place des repères.</summary>
    public string Remplacer(string texte)
    {
        if (!texte.Contains(Ouvre, StringComparison.Ordinal))
        {
            return texte;
        }

        var resultat = new StringBuilder();
        for (var i = 0; i < texte.Length; i++)
        {
            if (texte[i] != Ouvre)
            {
                resultat.Append(texte[i]);
                continue;
            }

            var fin = texte.IndexOf(Ferme, i);
            resultat.Append(_valeurs[int.Parse(texte.AsSpan(i + 1, fin - i - 1), NumberStyles.None, CultureInfo.InvariantCulture)]);
            i = fin;
        }

        return resultat.ToString();
    }

    private static string Nettoyer(string texte) => string.Concat(
        texte.ReplaceLineEndings("\n").Where(c => c is '\n' || (!char.IsControl(c) && c is not (Ouvre or Ferme))));

    private string Repere(string valeur)
    {
        _valeurs.Add(valeur);
        return Ouvre + (_valeurs.Count - 1).ToString(CultureInfo.InvariantCulture) + Ferme;
    }
}
