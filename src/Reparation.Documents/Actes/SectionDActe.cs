using System.Globalization;
using System.Text.RegularExpressions;
using Reparation.Documents.Blocs;

namespace Reparation.Documents.Actes;

/// <summary>Une section d'un acte : un titre, et ce qui le suit jusqu'au titre suivant, quel que soit son niveau.</summary>
/// <param name="Cle">Ce qui la reconnaît d'une rédaction à l'autre : son titre sans numéro, et son rang parmi les titres égaux.</param>
/// <param name="Ancre">Ancre du titre ; vide pour ce qui précède le premier.</param>
/// <param name="Titre">Titre tel qu'il s'imprime.</param>
/// <param name="Corps">Blocs de la section, titre non compris.</param>
public sealed partial record SectionDActe(string Cle, string Ancre, string Titre, IReadOnlyList<Bloc> Corps)
{
    /// <summary>Clé de ce qui précède le premier titre.</summary>
    public const string Ouverture = "ouverture";

    /// <summary>Texte de la section, sans son titre.</summary>
    public string Texte => ActeTexte.Ecrire(Corps);

    /// <summary>Coupe un acte en sections, dans l'ordre ; un acte sans titre n'en a qu'une.</summary>
    public static IReadOnlyList<SectionDActe> Couper(IReadOnlyList<Bloc> corps)
    {
        ArgumentNullException.ThrowIfNull(corps);
        var sections = new List<SectionDActe>();
        var vues = new Dictionary<string, int>();
        Bloc.Titre? titre = null;
        var blocs = new List<Bloc>();
        foreach (var bloc in corps)
        {
            if (bloc is Bloc.Titre suivant)
            {
                Fermer();
                (titre, blocs) = (suivant, []);
            }
            else
            {
                blocs.Add(bloc);
            }
        }

        Fermer();
        return sections;

        void Fermer()
        {
            if (titre is null)
            {
                if (blocs.Count > 0)
                {
                    sections.Add(new(Ouverture, "", "Avant le premier titre", blocs));
                }

                return;
            }

            var imprime = ActeTexte.Ecrire(titre.Contenu);
            var nu = Numero().Replace(imprime, "").Trim();
            var rang = vues[nu] = vues.GetValueOrDefault(nu) + 1;
            sections.Add(new(rang == 1 ? nu : string.Create(CultureInfo.InvariantCulture, $"{nu} ({rang})"), titre.Ancre, imprime, blocs));
        }
    }

    // « II. Sur la recevabilité » : le numéro change dès qu'une section facultative paraît.
    [GeneratedRegex(@"^(?:[IVXL]+|[A-Z]|[0-9]+)\.\s")]
    private static partial Regex Numero();
}
