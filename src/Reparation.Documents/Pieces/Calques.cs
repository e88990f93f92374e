using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Tokens;

namespace Reparation.Documents.Pieces;

/// <summary>Calques d'un PDF : ce que son auteur a masqué ne doit pas reparaître dans la liasse.</summary>
internal sealed class Calques
{
    private readonly HashSet<IndirectReference> _masques = [];

    private Calques()
    {
    }

    /// <summary>Lit l'état initial des calques.</summary>
    public static Calques Depuis(DictionaryToken catalogue, Func<IToken?, IToken?> lire)
    {
        var calques = new Calques();
        if (lire(catalogue.Data.GetValueOrDefault("OCProperties")) is not DictionaryToken proprietes
            || lire(proprietes.Data.GetValueOrDefault("D")) is not DictionaryToken etat)
        {
            return calques;
        }

        if (lire(etat.Data.GetValueOrDefault("BaseState")) is NameToken { Data: "OFF" })
        {
            calques._masques.UnionWith(References(lire(proprietes.Data.GetValueOrDefault("OCGs"))));
            calques._masques.ExceptWith(References(lire(etat.Data.GetValueOrDefault("ON"))));
        }

        calques._masques.UnionWith(References(lire(etat.Data.GetValueOrDefault("OFF"))));
        return calques;
    }

    /// <summary>Vrai si ce calque, ou cette combinaison de calques, est masqué.</summary>
    public bool Masque(IToken jeton, Copieur copieur)
    {
        if (_masques.Count == 0)
        {
            return false;
        }

        if (jeton is IndirectReferenceToken reference && _masques.Contains(reference.Data))
        {
            return true;
        }

        if (copieur.Lire(jeton) is not DictionaryToken dictionnaire || !dictionnaire.Data.TryGetValue("OCGs", out var groupes))
        {
            return false;
        }

        if (dictionnaire.Data.ContainsKey("VE"))
        {
            // Une expression logique : on ne devine pas ce qu'elle montre.
            throw PieceRefuseeException.CalqueMasque();
        }

        var membres = groupes is IndirectReferenceToken seul && copieur.Lire(seul) is not ArrayToken
            ? [seul.Data]
            : References(copieur.Lire(groupes)).ToList();
        var eteints = membres.Count(_masques.Contains);
        return copieur.Lire<NameToken>(dictionnaire, "P")?.Data switch
        {
            "AllOn" => eteints > 0,
            "AnyOff" => eteints == 0,
            "AllOff" => eteints < membres.Count,
            _ => membres.Count > 0 && eteints == membres.Count,
        };
    }

    private static IEnumerable<IndirectReference> References(IToken? jeton) =>
        jeton is ArrayToken tableau ? tableau.Data.OfType<IndirectReferenceToken>().Select(r => r.Data) : [];
}
