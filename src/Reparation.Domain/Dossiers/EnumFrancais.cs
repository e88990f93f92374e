using System.Text.Json;
using System.Text.Json.Serialization;

namespace Reparation.Domain.Dossiers;

/// <summary>Énumération écrite en toutes lettres, initiale minuscule : <c>administrateurAdHoc</c>.</summary>
public sealed class EnumFrancais<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
