using System.Text;
using System.Text.RegularExpressions;
using Reparation.Documents.Blocs;
using Reparation.Documents.Francais;
using Reparation.Domain.Dossiers;

namespace Reparation.Documents.Actes;

/// <summary>
/// Le seul endroit qui décide de ce qu'un document tait. Il intervient deux fois : avant la rédaction, en retirant du dossier
/// ce que le lecteur n'a pas à connaître ; après, en passant tout le document (texte, dessins, métadonnées, fichiers joints)
/// au crible des noms.
/// </summary>
internal sealed class Discretion
{
    private const string NomTu = "(nom non révélé)";
    private readonly List<(Regex Motif, string Remplacement)> _crible = [];

    /// <param name="dossier">Dossier entier.</param>
    /// <param name="prevu">Profil du modèle.</param>
    /// <param name="demande">Profil choisi à l'impression ; un profil plus large que celui du modèle est sans effet.</param>
    /// <param name="diffusion">Qui lira.</param>
    public Discretion(Dossier dossier, Profil prevu, Profil? demande, Diffusion diffusion)
    {
        Profil = demande is { } choisi && choisi > prevu ? choisi : prevu;
        Dossier = dossier;
        if (diffusion != Diffusion.Juridiction || Profil != prevu)
        {
            Dossier = Dossier with { Enfant = Dossier.Enfant with { AdresseConfidentielle = true, Scolarite = "", CadreDeVie = "" } };
            Taire([dossier.Enfant.Demeure.ReplaceLineEndings(" ")], "(adresse non révélée)");
        }

        if (diffusion == Diffusion.Tiers)
        {
            Dossier = Dossier with { Pieces = [.. Dossier.Pieces.Where(p => !p.TireeDUneInstruction())] };
        }

        if (TaitLIdentite)
        {
            Dossier = Dossier with { Enfant = Dossier.Enfant with { LieuDeNaissance = "(lieu non révélé)", Nationalite = "non précisée" } };
            TaireLesNoms(dossier);
        }
    }

    /// <summary>Profil du document.</summary>
    public Profil Profil { get; }

    /// <summary>Le dossier, moins ce que le lecteur n'a pas à connaître.</summary>
    public Dossier Dossier { get; }

    /// <summary>Vrai si ni le nom ni la date de naissance de l'enfant ne s'impriment.</summary>
    public bool TaitLIdentite => Profil != Profil.Nominatif;

    /// <summary>Passe le document entier au crible.</summary>
    public Acte Appliquer(Acte acte) => _crible.Count == 0 ? acte : new(
        acte.Identite with
        {
            Titre = Appliquer(acte.Identite.Titre),
            Auteur = Appliquer(acte.Identite.Auteur),
            Sujet = Appliquer(acte.Identite.Sujet),
            Reference = Appliquer(acte.Identite.Reference),
            PiedDePage = Appliquer(acte.Identite.PiedDePage),
        },
        Suite(acte.Corps),
        [.. acte.Jointes.Select(j => j with { Octets = Encoding.UTF8.GetBytes(Appliquer(Encoding.UTF8.GetString(j.Octets))) })]);

    private string Appliquer(string texte) => _crible.Aggregate(texte, (t, c) => c.Motif.Replace(t, c.Remplacement));

    private void TaireLesNoms(Dossier dossier)
    {
        var (nom, prenoms) = (dossier.Enfant.Nom.Trim(), dossier.Enfant.Prenoms.Trim());
        var enfant = Profil == Profil.Pseudonyme ? dossier.Pseudonyme.Trim() : Tournures.Initiales(prenoms, nom);
        Taire([$"{prenoms} {nom}", $"{nom} {prenoms}", .. Identite.Mots(prenoms).SelectMany(p => new[] { $"{p} {nom}", $"{nom} {p}" })], enfant);

        // Le nom d'un parent est presque toujours celui de l'enfant : les proches suivent le même profil.
        foreach (var proche in dossier.Proches.Select(p => p.Nom).Concat(dossier.Representants
            .Where(r => r.Qualite is QualiteRepresentant.AdministrateurLegal or QualiteRepresentant.Tuteur or QualiteRepresentant.VictimeMajeure)
            .Select(r => r.Nom)))
        {
            Taire([proche], Profil == Profil.Pseudonyme ? NomTu : Tournures.Initiales(proche));
        }

        foreach (var prenom in Identite.Mots(prenoms))
        {
            Taire([prenom], Profil == Profil.Pseudonyme ? enfant : Tournures.Initiales(prenom));
        }

        foreach (var mot in Identite.Mots(nom))
        {
            Taire([mot], Profil == Profil.Pseudonyme ? NomTu : Tournures.Initiales(mot));
        }
    }

    private void Taire(IEnumerable<string> textes, string remplacement)
    {
        if (Identite.Motif(textes.Where(t => t.Trim().Length > 1)) is { } motif)
        {
            // Le signe « $ » a un sens dans un remplacement.
            _crible.Add((motif, remplacement.Replace("$", "$$", StringComparison.Ordinal)));
        }
    }

    private List<Bloc> Suite(IReadOnlyList<Bloc> blocs) => [.. blocs.Select(Un)];

    private Bloc Un(Bloc bloc) => bloc switch
    {
        Bloc.Titre t => t with { Contenu = Texte(t.Contenu) },
        Bloc.Paragraphe p => p with { Contenu = Texte(p.Contenu) },
        Bloc.Liste l => l with { Elements = [.. l.Elements.Select(Suite)] },
        Bloc.Tableau t => t with
        {
            Resume = Appliquer(t.Resume),
            Colonnes = [.. t.Colonnes.Select(c => c with { Entete = Texte(c.Entete) })],
            Lignes = [.. t.Lignes.Select(l => l with { Cellules = [.. l.Cellules.Select(Texte)] })],
        },
        Bloc.CoteACote c => c with { Colonnes = [.. c.Colonnes.Select(Suite)] },
        Bloc.Encadre e => new Bloc.Encadre(Suite(e.Contenu)),
        Bloc.Figure f => f with
        {
            Alternative = Appliquer(f.Alternative),
            Legende = Texte(f.Legende),
            Dessin = f.Dessin with { Traits = [.. f.Dessin.Traits.Select(t => t is Trait.Texte x ? x with { Contenu = Appliquer(x.Contenu) } : t)] },
        },
        Bloc.Signature s => new Bloc.Signature(Texte(s.Legende)),
        _ => bloc,
    };

    private IReadOnlyList<Inline> Texte(IReadOnlyList<Inline> contenu) => [.. contenu.Select(i => i switch
    {
        Inline.Texte t => t with { Contenu = Appliquer(t.Contenu) },
        Inline.Lien l => l with { Contenu = [.. l.Contenu.Select(t => t with { Contenu = Appliquer(t.Contenu) })] },
        Inline.Note n => new Inline.Note(Texte(n.Contenu)),
        _ => i,
    })];
}
