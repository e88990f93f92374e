using System.Text.RegularExpressions;
using Reparation.Documents.Actes.Gabarits;
using Reparation.Documents.Blocs;
using Reparation.Documents.Sceaux;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Postes;
using Reparation.Domain.Referentiels;
using Langue = Reparation.Domain.Commun.Francais;

namespace Reparation.Documents.Actes;

/// <summary>Une section que l'avocat peut réécrire, et l'état de sa réécriture.</summary>
/// <param name="Section">Section telle que le modèle l'écrit avec les données du jour.</param>
/// <param name="Genere">Son Markdown, valeurs comprises.</param>
/// <param name="Adaptee">Réécriture gardée au dossier ; rien s'il n'y en a pas.</param>
public sealed record SectionEditable(SectionDActe Section, string Genere, SectionAdaptee? Adaptee)
{
    /// <summary>Vrai si le texte du modèle a bougé depuis la réécriture.</summary>
    public bool ABouge { get; init; }

    /// <summary>Vrai si la réécriture porte la date du jour où elle a été faite, qui n'est plus celle de l'acte.</summary>
    public bool DatePerimee { get; init; }

    /// <summary>Blocs de la réécriture ; rien si elle ne se lit pas, ou s'il n'y en a pas.</summary>
    public IReadOnlyList<Bloc>? Reecrite { get; init; }

    /// <summary>Fautes de la réécriture.</summary>
    public IReadOnlyList<FauteDeSection> Fautes { get; init; } = [];

    /// <summary>Sommes de la réécriture que ni l'acte ni le chiffrage ne donnent.</summary>
    public IReadOnlyList<decimal> SommesEtrangeres { get; init; } = [];

    /// <summary>Vrai si l'avocat doit revoir cette section.</summary>
    public bool ARevoir => ABouge || DatePerimee || Fautes.Count > 0 || (SommesEtrangeres.Count > 0 && Adaptee is { MotifDesSommes: "" });
}

/// <summary>Faute d'une section réécrite.</summary>
/// <param name="Ligne">Ligne, à partir de 1.</param>
/// <param name="Message">Ce qui ne va pas et que faire.</param>
public sealed record FauteDeSection(int Ligne, string Message);

/// <summary>Les sections d'un acte : ce que le modèle écrit, ce que l'avocat en a fait, et ce qui s'imprime.</summary>
public sealed partial class SectionsDActe
{
    private readonly HashSet<decimal> _sommes;
    private readonly HashSet<string> _ancres;
    private readonly string _modele;

    private SectionsDActe(string modele, IReadOnlyList<SectionDActe> generees, Dossier dossier, Bilan bilan, DateOnly date)
    {
        _modele = modele;
        _sommes = [.. generees.SelectMany(s => SommesDuTexte.Lire(s.Texte)), .. Sommes(bilan)];
        _ancres = [.. generees.Select(s => s.Ancre), .. dossier.Pieces.Select(p => Ancres.Piece(p.Numero))];
        var adaptees = dossier.Adaptations.Where(a => a.Modele == modele).ToList();
        Toutes = [.. generees.Where(s => s.Ancre.Length > 0).Select(s => Editer(s, adaptees.Find(a => a.Section == s.Cle), date))];
        Orphelines = [.. adaptees.Where(a => Toutes.All(s => s.Section.Cle != a.Section))];
    }

    /// <summary>Sections qui peuvent être réécrites, dans l'ordre de l'acte.</summary>
    public IReadOnlyList<SectionEditable> Toutes { get; }

    /// <summary>Réécritures dont la section n'existe plus : leur texte n'est pas repris.</summary>
    public IReadOnlyList<SectionAdaptee> Orphelines { get; }

    /// <summary>Établit les sections ; rien si le dossier ne donne pas encore l'acte.</summary>
    public static SectionsDActe? Etablir(Modele modele, Dossier dossier, Bilan bilan, DateOnly date, Editions? editions = null)
    {
        ArgumentNullException.ThrowIfNull(modele);
        ArgumentNullException.ThrowIfNull(dossier);
        ArgumentNullException.ThrowIfNull(bilan);
        // La version à signer, une fois tout relu : la liste des points à revoir n'est d'aucune section.
        var nu = dossier with { Adaptations = [] };
        var aRelire = Redaction.Composer(modele, nu, bilan, date, projet: true, editions).ARelire;
        nu = nu with { Confirmations = [.. nu.Confirmations, .. aRelire.Select(s => new ConfirmationDeTexte { Texte = s.Cle })] };
        // Ce qui n'empêche que la version à signer n'empêche pas de la réécrire.
        return (Redaction.Composer(modele, nu, bilan, date, projet: false, editions) as Composition.Prete
            ?? Redaction.Composer(modele, nu, bilan, date, projet: true, editions) as Composition.Prete) is { } prete
            ? new(modele.Id, SectionDActe.Couper(prete.Acte.Corps), dossier, bilan, date)
            : null;
    }

    /// <summary>Relit une section telle qu'on la tape.</summary>
    /// <param name="section">Section d'origine : une figure ne peut venir que d'elle.</param>
    /// <param name="texte">Markdown.</param>
    public SectionEditable Essayer(SectionEditable section, string texte)
    {
        ArgumentNullException.ThrowIfNull(section);
        ArgumentNullException.ThrowIfNull(texte);
        var fautes = Fautes(texte, MarkdownDesBlocs.Nommer(section.Section.Corps).Keys);
        if (fautes.Count > 0)
        {
            return section with { Fautes = fautes, Reecrite = null };
        }

        try
        {
            var registre = new Registre([], new TextesCites(new() { Reference = "", Pseudonyme = "" })) { Figures = MarkdownDesBlocs.Nommer(section.Section.Corps) };
            var blocs = MarkdownEnBlocs.Lire(Nettoyer(texte), _modele, registre, numeroter: false);
            return section with
            {
                Fautes = [],
                Reecrite = blocs,
                SommesEtrangeres = [.. SommesDuTexte.Lire(ActeTexte.Ecrire(blocs)).Where(s => !_sommes.Contains(s)).Distinct()],
            };
        }
        catch (ModeleException faute)
        {
            return section with { Fautes = [new(faute.Ligne, Dire(faute))], Reecrite = null };
        }
    }

    /// <summary>Met les réécritures à leur place.</summary>
    internal IReadOnlyList<Bloc> Appliquer(IReadOnlyList<Bloc> corps, bool projet)
    {
        var reecrites = Toutes.Where(s => s.Reecrite is not null).ToDictionary(s => s.Section.Cle, s => s.Reecrite!);
        var sections = SectionDActe.Couper(corps).Where(s => s.Ancre.Length > 0).ToDictionary(s => s.Ancre, s => s.Cle);
        var sortie = new List<Bloc>();
        var remplace = false;
        foreach (var bloc in corps)
        {
            if (bloc is Bloc.Titre titre)
            {
                sortie.Add(titre);
                remplace = reecrites.TryGetValue(sections[titre.Ancre], out var blocs);
                sortie.AddRange(blocs ?? []);
            }
            else if (!remplace)
            {
                sortie.Add(bloc);
            }
        }

        return projet && ARevoir().ToList() is { Count: > 0 } points ? [Avertir(points), .. sortie] : sortie;
    }

    /// <summary>Ce qui empêche une version à signer ; d'un projet, seul un nom que le document doit taire.</summary>
    internal IReadOnlyList<Manque> Manques(Modele modele, Regex? identite, bool projet)
    {
        var manques = new List<Manque>();
        foreach (var section in Toutes.Where(s => s.Adaptee is not null))
        {
            var titre = section.Section.Titre;
            if (!projet && section.Fautes.Count > 0)
            {
                Manquer($"La section « {titre} », réécrite, ne se lit pas. Corrigez-la, ou revenez au texte du modèle.");
            }

            if (!projet && section.SommesEtrangeres.Count > 0 && section.Adaptee!.MotifDesSommes.Length == 0)
            {
                Manquer($"La section « {titre} », réécrite, porte {(section.SommesEtrangeres.Count == 1 ? "une somme" : "des sommes")} que ni l’acte ni le chiffrage ne donnent : {Langue.Liste([.. section.SommesEtrangeres.Select(Langue.Euros)])}. Corrigez, ou dites pourquoi vous gardez ce qui est écrit.");
            }

            if (identite?.IsMatch(section.Adaptee!.Texte) is true)
            {
                Manquer($"La section « {titre} », réécrite, porte un nom ou un prénom de l’enfant, que ce document ne doit pas révéler. Écrivez « l’enfant » ou le prénom d’emprunt.");
            }
        }

        return manques;

        void Manquer(string message) => manques.Add(new("", Francais.Typographie.Composer(message), modele.Id, 1, "sections"));
    }

    private IEnumerable<string> ARevoir()
    {
        foreach (var s in Toutes)
        {
            if (s.ABouge)
            {
                yield return $"« {s.Section.Titre} » : le texte du modèle a changé depuis votre réécriture.";
            }

            if (s.DatePerimee)
            {
                yield return $"« {s.Section.Titre} » : votre réécriture porte encore la date du {Langue.Date(s.Adaptee!.Le!.Value)}.";
            }

            if (s.Fautes.Count > 0)
            {
                yield return $"« {s.Section.Titre} » : votre réécriture ne se lit pas, le texte du modèle est imprimé.";
            }

            if (s.SommesEtrangeres.Count > 0)
            {
                yield return $"« {s.Section.Titre} » : sommes que ni l’acte ni le chiffrage ne donnent : {Langue.Liste([.. s.SommesEtrangeres.Select(Langue.Euros)])}.";
            }
        }

        foreach (var orpheline in Orphelines)
        {
            yield return $"« {orpheline.Section} » : cette section réécrite n’est plus dans l’acte, son texte n’est pas repris.";
        }
    }

    private static Bloc.Encadre Avertir(IReadOnlyList<string> points) => new(
    [
        new Bloc.Paragraphe([new Inline.Texte("Sections réécrites à revoir", Gras: true), new Inline.Texte(" (cet encadré disparaît de l’acte validé)")]),
        new Bloc.Liste(false, [.. points.Select(p => (IReadOnlyList<Bloc>)[new Bloc.Paragraphe([new Inline.Texte(Francais.Typographie.Composer(p))])])]),
    ]);

    private SectionEditable Editer(SectionDActe section, SectionAdaptee? adaptee, DateOnly date)
    {
        var editable = new SectionEditable(section, MarkdownDesBlocs.Ecrire(section.Corps), adaptee);
        if (adaptee is null)
        {
            return editable;
        }

        // La date de l'acte change chaque jour sans que le texte ait bougé.
        var ce = Langue.Date(date);
        var alors = adaptee.Le is { } le ? Langue.Date(le) : ce;
        return Essayer(editable, adaptee.Texte) with
        {
            ABouge = Egaliser(adaptee.Genere, alors) != Egaliser(editable.Genere, ce),
            DatePerimee = alors != ce && adaptee.Texte.Contains(alors, StringComparison.Ordinal),
        };
    }

    private static string Egaliser(string texte, string date) =>
        texte.ReplaceLineEndings("\n").Trim().Replace(date, "\uE010", StringComparison.Ordinal);

    private List<FauteDeSection> Fautes(string texte, IEnumerable<string> figures)
    {
        var fautes = new List<FauteDeSection>();
        foreach (var (i, ligne) in texte.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (Titre().IsMatch(ligne))
            {
                fautes.Add(new(i + 1, "Un titre n’a pas sa place dans une section : celui du modèle est gardé. Pour un intertitre, mettez le texte en gras entre deux doubles astérisques."));
            }

            if (Balise().IsMatch(ligne))
            {
                fautes.Add(new(i + 1, "Une balise HTML n’a pas sa place dans un acte. Pour écrire ce signe, mettez une barre oblique inverse devant."));
            }

            if (Image().IsMatch(ligne))
            {
                fautes.Add(new(i + 1, "Une image n’a pas sa place dans un acte. Citez la pièce par son numéro."));
            }

            if (Code().IsMatch(ligne))
            {
                fautes.Add(new(i + 1, "L’accent grave ouvre un passage de code, qui n’a pas sa place dans un acte. Retirez-le."));
            }

            foreach (Match lien in Lien().Matches(ligne))
            {
                var cible = lien.Groups[1].Value;
                if (!cible.StartsWith("https://", StringComparison.Ordinal) && !(cible.StartsWith('#') && _ancres.Contains(cible[1..])))
                {
                    fautes.Add(new(i + 1, "Ce lien ne mène ni à une pièce du bordereau (#piece-3), ni à une section de cet acte, ni à une adresse https. Corrigez sa cible."));
                }
            }
        }

        try
        {
            Conteneurs.Verifier("section", texte.ReplaceLineEndings("\n"), 1, [.. figures]);
        }
        catch (ModeleException faute)
        {
            fautes.Add(new(faute.Ligne, Dire(faute)));
        }

        return fautes;
    }

    // Le fichier et la ligne précèdent le message ; ici, la ligne se dit à part.
    private static string Dire(ModeleException faute) => faute.Message[(faute.Message.IndexOf(" : ", StringComparison.Ordinal) + 3)..];

    // Les caractères à usage privé servent de repères aux modèles : tapés, ils les tromperaient.
    private static string Nettoyer(string texte) =>
        string.Concat(texte.ReplaceLineEndings("\n").Where(c => c == '\n' || (!char.IsControl(c) && c is < '\uE000' or > '\uF8FF')));

    private static IEnumerable<decimal> Sommes(Bilan bilan) => bilan.Tous
        .SelectMany(p => new[] { p.Brut, p.TiersPayeurs, p.Droit, p.Demande })
        .Concat([bilan.TotalBrut, bilan.TotalDroit, bilan.TotalEnfant, bilan.TotalDemande, bilan.TotalProches, bilan.TotalTiersPayeurs, bilan.Provisions, bilan.Solde, bilan.TotalGains])
        .Select(m => m.Euros);

    [GeneratedRegex(@"^\s{0,3}#{1,6}(?:\s|$)")]
    private static partial Regex Titre();

    [GeneratedRegex(@"(?<!\\)<[A-Za-z/!?]")]
    private static partial Regex Balise();

    [GeneratedRegex(@"(?<!\\)!\[")]
    private static partial Regex Image();

    [GeneratedRegex(@"(?<!\\)`|^\s*~~~")]
    private static partial Regex Code();

    [GeneratedRegex(@"(?<!\\)\]\(([^)\s]*)")]
    private static partial Regex Lien();
}
