using System.Reflection;
using System.Text.Json;
using Reparation.Documents.Actes.Champs;

namespace Reparation.Documents.Actes.Gabarits;

/// <summary>Les champs qu'un modèle peut citer, tirés des types eux-mêmes.</summary>
internal static class Schema
{
    /// <summary>Types que les modèles parcourent.</summary>
    public static IReadOnlyList<Type> Types { get; } = Parcourir(typeof(ChampsDeLActe));

    /// <summary>Suit un chemin depuis les variables connues. Rend rien si un nom est inconnu.</summary>
    public static Champ? Suivre(string chemin, IReadOnlyDictionary<string, Type> variables)
    {
        var noms = chemin.Split('.');
        var libelle = new Libelle("chiffrage", $"« {chemin} »", "");
        Type? type;
        var depart = 1;
        if (!variables.TryGetValue(noms[0], out type))
        {
            type = typeof(ChampsDeLActe);
            depart = 0;
        }

        foreach (var nom in noms.Skip(depart))
        {
            if (nom == "size" && ElementDe(type) is not null)
            {
                type = typeof(int);
                continue;
            }

            if (Propriete(type, nom) is not { } propriete)
            {
                return null;
            }

            libelle = LibelleDe(propriete, chemin);
            type = propriete.PropertyType;
        }

        return new(Nullable.GetUnderlyingType(type) ?? type, libelle);
    }

    /// <summary>Type des éléments d'une liste, ou rien si ce n'en est pas une.</summary>
    public static Type? ElementDe(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>Noms que ce type propose, pour aider celui qui s'est trompé.</summary>
    public static IEnumerable<string> Noms(Type type) =>
        type.GetProperties().Where(p => p.Name != "EqualityContract").Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name));

    public static PropertyInfo? Propriete(Type type, string nom) => type.Namespace == typeof(ChampsDeLActe).Namespace
        ? type.GetProperties().FirstOrDefault(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name) == nom)
        : null;

    private static Libelle LibelleDe(PropertyInfo propriete, string chemin)
    {
        var saisie = propriete.GetCustomAttribute<SaisieAttribute>();
        var rubrique = saisie is { Rubrique.Length: > 0 }
            ? saisie.Rubrique
            : propriete.DeclaringType!.GetCustomAttribute<RubriqueAttribute>()?.Rubrique ?? "chiffrage";
        return new(rubrique, saisie?.Nom ?? $"le champ « {chemin} »", saisie?.Remede ?? "");
    }

    private static List<Type> Parcourir(Type racine)
    {
        var vus = new List<Type>();
        var aVoir = new Queue<Type>([racine]);
        while (aVoir.TryDequeue(out var type))
        {
            if (type.Namespace != racine.Namespace || vus.Contains(type))
            {
                continue;
            }

            vus.Add(type);
            foreach (var propriete in type.GetProperties())
            {
                aVoir.Enqueue(ElementDe(propriete.PropertyType) ?? propriete.PropertyType);
            }
        }

        return vus;
    }
}

/// <summary>Champ trouvé : son type, et ce qu'il faut dire s'il est vide.</summary>
internal sealed record Champ(Type Type, Libelle Libelle);
