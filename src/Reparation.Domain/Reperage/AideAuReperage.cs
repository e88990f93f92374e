using System.Text.Json;
using Reparation.Domain.Commun;
using Reparation.Domain.Dossiers;
using Reparation.Domain.Referentiels;

namespace Reparation.Domain.Reperage;

/// <summary>Aide de la première écoute : signes, mots, devoirs, preuve sans la détenir, voies de retrait. Chaque ligne a sa source.</summary>
public sealed class AideAuReperage
{
    private AideAuReperage(Fiche fiche)
    {
        Signes = [.. fiche.Elements(fiche.Racine, "signes").Select(s => new Signe(
            fiche.Texte(s, "id"), fiche.Texte(s, "texte"), [.. fiche.Textes(s, "techniques").Select(t => fiche.EnEnum<Technique>(t, "techniques"))],
            s.TryGetProperty("danger", out _) && fiche.Booleen(s, "danger"), Sources(fiche, s)))];
        ADire = Conseils(fiche, "aDire");
        ANePasDire = Conseils(fiche, "aNePasDire");
        Preuve = Conseils(fiche, "preuve");
        Devoirs = [.. fiche.Elements(fiche.Racine, "devoirs").OrderBy(d => fiche.Nombre(d, "ordre")).Select(d => new Devoir(
            fiche.Texte(d, "id"), fiche.Parmi<QuandAgir>(d, "quand"), fiche.Texte(d, "texte"), Sources(fiche, d)))];
        Retraits = [.. fiche.Elements(fiche.Racine, "retrait").OrderBy(r => fiche.Nombre(r, "ordre")).Select(r => new VoieDeRetrait(
            fiche.Parmi<CanalDeRetrait>(r, "canal"), fiche.Texte(r, "texte"), Sources(fiche, r)))];
    }

    /// <summary>Aide livrée.</summary>
    public static AideAuReperage Embarquee { get; } = Lire();

    /// <summary>Signes à cocher. Aucun ne prouve rien à lui seul.</summary>
    public IReadOnlyList<Signe> Signes { get; }

    /// <summary>Ce qui aide une enfant qui ne se voit pas victime.</summary>
    public IReadOnlyList<Conseil> ADire { get; }

    /// <summary>Ce qui ferme la parole ou met en danger.</summary>
    public IReadOnlyList<Conseil> ANePasDire { get; }

    /// <summary>Préserver la preuve sans la détenir.</summary>
    public IReadOnlyList<Conseil> Preuve { get; }

    /// <summary>Devoirs immédiats, dans l'ordre.</summary>
    public IReadOnlyList<Devoir> Devoirs { get; }

    /// <summary>Voies de retrait, dans l'ordre où elles s'essaient.</summary>
    public IReadOnlyList<VoieDeRetrait> Retraits { get; }

    /// <summary>Conseils pour ce qui a été coché, et le brouillon de dossier, sans nom.</summary>
    /// <param name="reponses">Signes cochés et danger.</param>
    /// <param name="reference">Référence neutre du brouillon.</param>
    /// <exception cref="ArgumentException">Un signe coché est inconnu.</exception>
    public SuiteDuReperage Conseiller(ReponsesAuReperage reponses, string reference)
    {
        ArgumentNullException.ThrowIfNull(reponses);
        var coches = reponses.Signes.Distinct().Select(id => Signes.FirstOrDefault(s => s.Id == id)
            ?? throw new ArgumentException($"Signe inconnu : {id}.", nameof(reponses))).ToList();
        var techniques = coches.SelectMany(s => s.Techniques).Concat(reponses.Techniques).Distinct().Order().ToList();
        var danger = reponses.DangerImmediat == Reponse.Oui || (reponses.DangerImmediat == Reponse.Inconnu && coches.Exists(s => s.Danger));
        var enLigne = techniques.Exists(EstEnLigne);
        return new(
            danger,
            [.. Devoirs.Where(d => d.Quand switch
            {
                QuandAgir.Danger => danger,
                QuandAgir.Gestes => coches.Exists(s => s.Id == "gestes"),
                QuandAgir.Exploitation => techniques.Exists(t => t is Technique.Proxenetisme or Technique.ProxenetismeDeProximite or Technique.RecoursALaProstitution or Technique.Traite),
                QuandAgir.Famille => techniques.Contains(Technique.Intrafamilial),
                _ => true,
            })],
            techniques,
            enLigne ? Retraits : [],
            new Dossier
            {
                Reference = reference,
                Pseudonyme = "À choisir avec l’enfant",
                Faits = techniques.Count == 0 ? [] : [new() { Id = "f1", Techniques = techniques, Lieu = enLigne ? "en ligne" : "" }],
            });
    }

    private static bool EstEnLigne(Technique technique) => technique is Technique.Pedopiegeage or Technique.SextorsionSexuelle or Technique.SextorsionFinanciere
        or Technique.DiffusionEnDirect or Technique.Contenus or Technique.ContenusGeneres or Technique.SextingPartage or Technique.Caming;

    private static IReadOnlyList<Conseil> Conseils(Fiche fiche, string champ) =>
        [.. fiche.Elements(fiche.Racine, champ).Select(c => new Conseil(fiche.Texte(c, "id"), fiche.Texte(c, "texte"), Sources(fiche, c)))];

    private static IReadOnlyList<Source> Sources(Fiche fiche, JsonElement element) => SourcesDuDroit.Citer(fiche.Textes(element, "sources"));

    private static AideAuReperage Lire()
    {
        using var fiche = Fiche.Ouvrir("reperage/aide.json", SourcesDuDroit.Fichiers);
        return new(fiche);
    }
}

/// <summary>Signe à cocher.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Texte">Signe.</param>
/// <param name="Techniques">Formes de l'atteinte qu'il invite à chercher.</param>
/// <param name="Danger">Vrai s'il fait présumer un danger tant que la question n'a pas de réponse.</param>
/// <param name="Sources">Sources.</param>
public sealed record Signe(string Id, string Texte, IReadOnlyList<Technique> Techniques, bool Danger, IReadOnlyList<Source> Sources);

/// <summary>Conseil de parole ou de preuve.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Texte">Conseil.</param>
/// <param name="Sources">Sources.</param>
public sealed record Conseil(string Id, string Texte, IReadOnlyList<Source> Sources);

/// <summary>Devoir immédiat.</summary>
/// <param name="Id">Identifiant stable.</param>
/// <param name="Quand">Circonstance.</param>
/// <param name="Texte">Quoi faire.</param>
/// <param name="Sources">Sources.</param>
public sealed record Devoir(string Id, QuandAgir Quand, string Texte, IReadOnlyList<Source> Sources);

/// <summary>Voie de retrait d'un contenu.</summary>
/// <param name="Canal">Canal, celui du journal des retraits.</param>
/// <param name="Texte">Comment.</param>
/// <param name="Sources">Sources.</param>
public sealed record VoieDeRetrait(CanalDeRetrait Canal, string Texte, IReadOnlyList<Source> Sources);

/// <summary>Circonstance d'un devoir.</summary>
public enum QuandAgir
{
    /// <summary>Toujours.</summary>
    Toujours,

    /// <summary>Danger immédiat, ou signe qui le fait présumer.</summary>
    Danger,

    /// <summary>Idées noires ou gestes contre soi.</summary>
    Gestes,

    /// <summary>Exploitation.</summary>
    Exploitation,

    /// <summary>Proche en cause.</summary>
    Famille,
}

/// <summary>Ce que la personne qui écoute a coché. Aucun nom, aucun récit.</summary>
/// <param name="Signes">Signes cochés, par identifiant.</param>
/// <param name="DangerImmediat">Danger immédiat ; inconnu, les signes de danger l'emportent.</param>
/// <param name="Techniques">Formes déjà reconnues.</param>
public sealed record ReponsesAuReperage(IReadOnlyList<string> Signes, Reponse DangerImmediat, IReadOnlyList<Technique> Techniques);

/// <summary>Suite à donner.</summary>
/// <param name="Danger">Vrai si le danger est dit, ou présumé par un signe.</param>
/// <param name="Devoirs">Devoirs, dans l'ordre.</param>
/// <param name="Techniques">Formes à chercher.</param>
/// <param name="Retraits">Voies de retrait ; vide si rien n'est en ligne.</param>
/// <param name="Brouillon">Dossier commencé, sans nom.</param>
public sealed record SuiteDuReperage(
    bool Danger, IReadOnlyList<Devoir> Devoirs, IReadOnlyList<Technique> Techniques, IReadOnlyList<VoieDeRetrait> Retraits, Dossier Brouillon);
