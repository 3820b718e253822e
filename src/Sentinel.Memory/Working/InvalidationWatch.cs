using System.Globalization;

namespace Sentinel.Memory;

/// <summary>Says whether a rule that ends a thesis is met.</summary>
internal static class InvalidationWatch
{
    /// <summary>The first rule that is met, or null.</summary>
    public static ThesisBreak? Met(OpenThesis thesis, decimal? close, IReadOnlyList<MarketEventRef> events, DateTimeOffset asOf)
    {
        foreach (var rule in thesis.Rules)
        {
            if (Evidence(thesis, rule, close, events, asOf) is { } evidence)
            {
                return new ThesisBreak(rule, asOf, evidence);
            }
        }

        return null;
    }

    private static string? Evidence(OpenThesis thesis, InvalidationRule rule, decimal? close, IReadOnlyList<MarketEventRef> events, DateTimeOffset asOf) => rule.Kind switch
    {
        InvalidationKind.CloseBelow => close < rule.Price ? Close(close) : null,
        InvalidationKind.CloseAbove => close > rule.Price ? Close(close) : null,
        InvalidationKind.Event => events.FirstOrDefault(happening => IsAgainst(thesis, rule, happening))?.Id,
        InvalidationKind.Time => asOf >= thesis.HorizonEnd ? "time" : null,
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static bool IsAgainst(OpenThesis thesis, InvalidationRule rule, MarketEventRef happening) =>
        string.Equals(happening.Type, rule.EventType, StringComparison.Ordinal)
        && happening.KnownAt > thesis.OpenedAt
        && happening.Side * (thesis.Direction is IntentDirection.Long ? 1 : -1) <= 0;

    private static string Close(decimal? close) => string.Create(CultureInfo.InvariantCulture, $"close {close}");
}
