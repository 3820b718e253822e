using System.Text.Json;
using System.Text.Json.Serialization;
using Sentinel.Persona;

namespace Sentinel.Replay;

/// <summary>A trader's mandate as a JSON file: the limits by their names, in camel case; what is missing has its default.</summary>
public static class MandateFile
{
    /// <summary>Reads a mandate.</summary>
    /// <param name="text">JSON. Version and time are not read: they are those of the moment it comes into force.</param>
    /// <exception cref="FormatException">It is no mandate, or contradicts itself; every fault is named.</exception>
    public static Mandate Parse(string text)
    {
        Mandate mandate;
        try
        {
            mandate = JsonSerializer.Deserialize(text, MandateJson.Default.MandateText)?.ToMandate() ?? throw new FormatException("The mandate is empty.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"The mandate cannot be read: {fault.Message}", fault);
        }

        var faults = MandateValidator.Faults(mandate);
        return faults.Count is 0 ? mandate : throw new FormatException($"The mandate contradicts itself: {string.Join("; ", faults)}.");
    }

    /// <summary>Whether two mandates say the same, whatever their version and time.</summary>
    public static bool AreSame(Mandate left, Mandate right) => string.Equals(Write(left), Write(right), StringComparison.Ordinal);

    /// <summary>Writes a mandate so that <see cref="Parse"/> reads it back.</summary>
    public static string Write(Mandate mandate) => JsonSerializer.Serialize(MandateText.Of(mandate), MandateJson.Default.MandateText);
}

/// <summary>The limits of a file. Settable, because the generated reader would else put nothing in the place of what is missing.</summary>
internal sealed record MandateText
{
    private static readonly Mandate Default = new() { KnownAt = DateTimeOffset.UnixEpoch };

    public IReadOnlyList<Symbol> AllowedSymbols { get; set; } = [];

    public IReadOnlyList<Symbol> ForbiddenSymbols { get; set; } = [];

    public bool ShortAllowed { get; set; } = Default.ShortAllowed;

    public bool StopRequired { get; set; } = Default.StopRequired;

    public decimal? MaxLeverage { get; set; } = Default.MaxLeverage;

    public decimal? MaxPosition { get; set; } = Default.MaxPosition;

    public decimal? MaxGross { get; set; } = Default.MaxGross;

    public decimal? MaxRiskPerTrade { get; set; } = Default.MaxRiskPerTrade;

    public decimal? MaxDailyLoss { get; set; } = Default.MaxDailyLoss;

    public decimal? MaxDrawdown { get; set; } = Default.MaxDrawdown;

    public int? MaxTradesPerDay { get; set; }

    public decimal? CashFloor { get; set; }

    public int? FirstHour { get; set; }

    public int? LastHour { get; set; }

    public static MandateText Of(Mandate mandate) => new()
    {
        AllowedSymbols = mandate.AllowedSymbols, ForbiddenSymbols = mandate.ForbiddenSymbols, ShortAllowed = mandate.ShortAllowed,
        StopRequired = mandate.StopRequired, MaxLeverage = mandate.MaxLeverage, MaxPosition = mandate.MaxPosition, MaxGross = mandate.MaxGross,
        MaxRiskPerTrade = mandate.MaxRiskPerTrade, MaxDailyLoss = mandate.MaxDailyLoss, MaxDrawdown = mandate.MaxDrawdown,
        MaxTradesPerDay = mandate.MaxTradesPerDay, CashFloor = mandate.CashFloor, FirstHour = mandate.FirstHour, LastHour = mandate.LastHour,
    };

    public Mandate ToMandate() => new()
    {
        KnownAt = DateTimeOffset.UnixEpoch, AllowedSymbols = AllowedSymbols, ForbiddenSymbols = ForbiddenSymbols, ShortAllowed = ShortAllowed,
        StopRequired = StopRequired, MaxLeverage = MaxLeverage, MaxPosition = MaxPosition, MaxGross = MaxGross,
        MaxRiskPerTrade = MaxRiskPerTrade, MaxDailyLoss = MaxDailyLoss, MaxDrawdown = MaxDrawdown,
        MaxTradesPerDay = MaxTradesPerDay, CashFloor = CashFloor, FirstHour = FirstHour, LastHour = LastHour,
    };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    WriteIndented = true,
    NewLine = "\n")]
[JsonSerializable(typeof(MandateText))]
internal sealed partial class MandateJson : JsonSerializerContext;
