using Sentinel.Memory;
using Sentinel.Persona;

namespace Sentinel.Agents;

/// <summary>
/// What the trader would wish for: risk, distance of the stop, horizon, sides, assets, hours. Where the persona does not say, the market's defaults stand.
/// What was declared rules; what trades reveal steers only with enough evidence.
/// </summary>
internal sealed record Wishes
{
    private const double RareShare = 0.05;
    private const double FocusedHours = 0.5;
    private const double HoursAround = 6;
    private const double MiddleRiskClass = 4;

    // What is usual for a style where no holding time is known.
    private static readonly (string Style, double Hours)[] StyleHours = [("scalper", 0.5), ("day", 8), ("swing", 24 * 5), ("position", 24 * 60)];

    public required decimal Risk { get; init; }

    public required double StopAtr { get; init; }

    public required TimeSpan Horizon { get; init; }

    /// <summary>Largest value of a position as a part of equity; null for none wished.</summary>
    public decimal? PositionShare { get; init; }

    /// <summary>Why an entry does not fit this trader, by direction and market; null when it does.</summary>
    public required Func<bool, string?> Objection { get; init; }

    /// <summary>Ids of the attributes it rests on.</summary>
    public required IReadOnlyList<string> Cites { get; init; }

    public static Wishes Of(AgentBrief brief, AgentSettings settings)
    {
        var known = new Known(brief.Context.Persona, settings.SteeringSample);
        var interval = brief.Market.LastBar?.Interval ?? TimeSpan.FromDays(1);
        var risk = known.Find(AttributeNames.RiskPerTrade, 0.0001, 1) ?? (known.Find("risk_tolerance", 1, 7) is { } tolerance ? (double)settings.DefaultRisk * tolerance / MiddleRiskClass : null);
        var stop = known.Find(AttributeNames.StopDistance, 0.25, 20);
        var hours = known.Find(AttributeNames.HoldingTime, 0.01, 24 * 365) ?? known.FindWord(AttributeNames.Style, StyleHours);
        var size = known.Find(AttributeNames.PositionSize, 0.001, 10);
        var longs = known.Find(AttributeNames.LongShare, 0, 1);
        var share = known.Find($"{AttributeNames.AssetShare}[{brief.Situation.Symbol}]", 0, 1);
        var active = known.Find(AttributeNames.ActiveHour, 0, 24);
        var focus = known.Find(AttributeNames.HourConcentration, 0, 1);
        var hour = brief.AsOf.UtcDateTime.TimeOfDay.TotalHours;
        return new Wishes
        {
            Risk = risk is { } r ? (decimal)r : settings.DefaultRisk,
            StopAtr = stop ?? settings.DefaultStopAtr,
            Horizon = hours is { } held ? TimeSpan.FromTicks(Math.Max(interval.Ticks, TimeSpan.FromHours(held).Ticks)) : interval * settings.DefaultHorizonBars,
            PositionShare = size is { } s ? (decimal)s : null,
            Objection = isLong =>
                longs is { } share1 && (isLong ? share1 : 1 - share1) < RareShare ? isLong ? "the trader hardly ever goes long" : "the trader hardly ever goes short"
                : share is { } share2 && share2 < settings.SmallestAssetShare ? "the trader hardly ever trades this"
                : active is { } mean && focus > FocusedHours && Distance(hour, mean) > HoursAround ? "the trader does not trade at this hour"
                : null,
            Cites = known.Cites,
        };
    }

    private static double Distance(double hour, double mean) => Math.Abs(hour - mean) is var apart && apart > 12 ? 24 - apart : apart;

    /// <summary>The attributes that may steer, and which were used.</summary>
    private sealed class Known(PersonaSection? persona, double steeringSample)
    {
        private readonly List<string> _cites = [];

        public IReadOnlyList<string> Cites => _cites;

        public double? Find(string name, double low, double high)
        {
            var found = First(persona?.Declared, name, static _ => true) ?? First(persona?.Revealed, name, attribute => attribute.NEff >= steeringSample);
            if (found is not { Value: { } value } || !(value >= low && value <= high))
            {
                return null;
            }

            _cites.Add(found.Id);
            return value;
        }

        public double? FindWord(string name, (string Word, double Value)[] words)
        {
            var found = persona?.Declared.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal));
            foreach (var (word, value) in words)
            {
                if (found is not null && string.Equals(found.Text, word, StringComparison.OrdinalIgnoreCase))
                {
                    _cites.Add(found.Id);
                    return value;
                }
            }

            return null;
        }

        private static TraderAttribute? First(IReadOnlyList<TraderAttribute>? attributes, string name, Func<TraderAttribute, bool> steers) =>
            attributes?.FirstOrDefault(attribute => string.Equals(attribute.Name, name, StringComparison.Ordinal) && attribute.Value is not null && attribute.Status is "ok" or "contradicted" && steers(attribute));
    }
}
