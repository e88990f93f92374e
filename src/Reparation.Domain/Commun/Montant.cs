using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reparation.Domain.Commun;

/// <summary>Somme en euros, exacte au centime. L'arrondi est toujours un acte nommé.</summary>
[JsonConverter(typeof(MontantJson))]
public readonly record struct Montant : IComparable<Montant>
{
    /// <summary>Plus grande somme acceptée : au-delà, une saisie est une erreur de frappe.</summary>
    public const decimal Plafond = 1_000_000_000m;

    private Montant(decimal euros) => Euros = euros;

    /// <summary>Valeur en euros, deux décimales au plus ; négative pour un écart seulement.</summary>
    public decimal Euros { get; }

    /// <summary>Zéro euro.</summary>
    public static Montant Zero => default;

    /// <summary>Somme exacte.</summary>
    /// <exception cref="ArgumentException">La valeur a plus de deux décimales.</exception>
    public static Montant DeEuros(decimal euros) => decimal.Round(euros, 2) == euros
        ? new(euros)
        : throw new ArgumentException("La somme n'est pas au centime près ; appelez Arrondir.", nameof(euros));

    /// <summary>Arrondit au centime le plus proche, demi-centime à l'écart de zéro.</summary>
    public static Montant Arrondir(decimal euros) => new(decimal.Round(euros, 2, MidpointRounding.AwayFromZero));

    /// <summary>Somme.</summary>
    public static Montant operator +(Montant a, Montant b) => new(a.Euros + b.Euros);

    /// <summary>Différence.</summary>
    public static Montant operator -(Montant a, Montant b) => new(a.Euros - b.Euros);

    /// <summary>Strictement inférieur.</summary>
    public static bool operator <(Montant a, Montant b) => a.Euros < b.Euros;

    /// <summary>Strictement supérieur.</summary>
    public static bool operator >(Montant a, Montant b) => a.Euros > b.Euros;

    /// <summary>Inférieur ou égal.</summary>
    public static bool operator <=(Montant a, Montant b) => a.Euros <= b.Euros;

    /// <summary>Supérieur ou égal.</summary>
    public static bool operator >=(Montant a, Montant b) => a.Euros >= b.Euros;

    /// <summary>La plus petite de deux sommes.</summary>
    public static Montant Min(Montant a, Montant b) => a <= b ? a : b;

    /// <summary>La plus grande de deux sommes.</summary>
    public static Montant Max(Montant a, Montant b) => a >= b ? a : b;

    /// <summary>Total d'une suite de sommes.</summary>
    public static Montant Total(IEnumerable<Montant> sommes)
    {
        ArgumentNullException.ThrowIfNull(sommes);
        return new(sommes.Sum(s => s.Euros));
    }

    /// <inheritdoc />
    public int CompareTo(Montant other) => Euros.CompareTo(other.Euros);

    /// <summary>La somme telle qu'on la lit : « 12 500,00 € », espaces insécables comprises.</summary>
    public override string ToString() => Francais.Euros(Euros);
}

internal sealed class MontantJson : JsonConverter<Montant>
{
    public override Montant Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var euros = reader.TokenType switch
        {
            JsonTokenType.Number => reader.GetDecimal(),
            JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lu) => lu,
            _ => throw new JsonException("Somme attendue."),
        };
        return decimal.Round(euros, 2) == euros && euros >= 0 && euros <= Montant.Plafond
            ? Montant.DeEuros(euros)
            : throw new JsonException("Somme négative, trop grande ou plus fine que le centime.");
    }

    // 0.00m impose deux décimales à l'écriture : 12500.00, jamais 12500.
    public override void Write(Utf8JsonWriter writer, Montant value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(decimal.Round(value.Euros, 2) + 0.00m);
}
