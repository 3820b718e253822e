namespace Sentinel.Persona;

/// <summary>Finds what is wrong in a mandate: every fault, not only the first.</summary>
public static class MandateValidator
{
    /// <summary>All faults, each a sentence that names the limits; empty when there is none.</summary>
    public static IReadOnlyList<string> Faults(Mandate mandate)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        List<string> faults = [];
        if (mandate.Version < 1)
        {
            faults.Add($"Version must be 1 or more (was {mandate.Version})");
        }

        Symbols(mandate, faults);
        Shares(mandate, faults);
        Pairs(mandate, faults);
        Hours(mandate, faults);
        return faults;
    }

    /// <summary>Returns the mandate when it has no fault.</summary>
    /// <exception cref="ArgumentException">It has; the message lists every one.</exception>
    public static Mandate Validate(Mandate mandate)
    {
        var faults = Faults(mandate);
        return faults.Count == 0
            ? mandate
            : throw new ArgumentException($"The mandate is not valid: {string.Join("; ", faults)}.", nameof(mandate));
    }

    private static void Symbols(Mandate mandate, List<string> faults)
    {
        foreach (var symbol in mandate.AllowedSymbols.Intersect(mandate.ForbiddenSymbols).Order())
        {
            faults.Add($"{symbol} is both allowed and forbidden");
        }

        foreach (var symbol in Repeated(mandate.AllowedSymbols))
        {
            faults.Add($"AllowedSymbols names {symbol} twice");
        }

        foreach (var symbol in Repeated(mandate.ForbiddenSymbols))
        {
            faults.Add($"ForbiddenSymbols names {symbol} twice");
        }

        if (mandate.AllowedSymbols.Concat(mandate.ForbiddenSymbols).Any(symbol => symbol.Value.Length == 0))
        {
            faults.Add("a symbol is empty");
        }
    }

    private static IEnumerable<Symbol> Repeated(IReadOnlyList<Symbol> symbols) =>
        symbols.GroupBy(symbol => symbol).Where(group => group.Count() > 1).Select(group => group.Key).Order();

    private static void Shares(Mandate mandate, List<string> faults)
    {
        Positive(nameof(mandate.MaxLeverage), mandate.MaxLeverage, faults);
        Positive(nameof(mandate.MaxPosition), mandate.MaxPosition, faults);
        Positive(nameof(mandate.MaxGross), mandate.MaxGross, faults);
        Part(nameof(mandate.MaxRiskPerTrade), mandate.MaxRiskPerTrade, faults);
        Part(nameof(mandate.MaxDailyLoss), mandate.MaxDailyLoss, faults);
        Part(nameof(mandate.MaxDrawdown), mandate.MaxDrawdown, faults);
        if (mandate.CashFloor is < 0 or >= 1)
        {
            faults.Add(Invariant($"CashFloor must be at least 0 and below 1 (was {mandate.CashFloor})"));
        }

        if (mandate.MaxTradesPerDay is < 0)
        {
            faults.Add($"MaxTradesPerDay must be 0 or more (was {mandate.MaxTradesPerDay})");
        }
    }

    private static void Positive(string name, decimal? value, List<string> faults)
    {
        if (value is <= 0)
        {
            faults.Add(Invariant($"{name} must be above 0 (was {value})"));
        }
    }

    private static void Part(string name, decimal? value, List<string> faults)
    {
        if (value is <= 0 or > 1)
        {
            faults.Add(Invariant($"{name} must be above 0 and at most 1, where 0.02 is 2 % (was {value})"));
        }
    }

    private static void Pairs(Mandate mandate, List<string> faults)
    {
        NotAbove(nameof(mandate.MaxPosition), mandate.MaxPosition, nameof(mandate.MaxGross), mandate.MaxGross, faults);
        NotAbove(nameof(mandate.MaxGross), mandate.MaxGross, nameof(mandate.MaxLeverage), mandate.MaxLeverage, faults);
        NotAbove(nameof(mandate.MaxRiskPerTrade), mandate.MaxRiskPerTrade, nameof(mandate.MaxDailyLoss), mandate.MaxDailyLoss, faults);
        NotAbove(nameof(mandate.MaxDailyLoss), mandate.MaxDailyLoss, nameof(mandate.MaxDrawdown), mandate.MaxDrawdown, faults);
        if (mandate is { CashFloor: > 0, ShortAllowed: false, MaxGross: { } gross } && gross <= 1 && gross + mandate.CashFloor > 1)
        {
            faults.Add(Invariant($"MaxGross ({gross}) and CashFloor ({mandate.CashFloor}) together are more than the whole equity"));
        }
    }

    private static void NotAbove(string name, decimal? value, string boundName, decimal? bound, List<string> faults)
    {
        if (value > bound)
        {
            faults.Add(Invariant($"{name} ({value}) is above {boundName} ({bound})"));
        }
    }

    private static void Hours(Mandate mandate, List<string> faults)
    {
        if (mandate.FirstHour is null != mandate.LastHour is null)
        {
            faults.Add("FirstHour and LastHour go together: set both or neither");
        }

        Hour(nameof(mandate.FirstHour), mandate.FirstHour, faults);
        Hour(nameof(mandate.LastHour), mandate.LastHour, faults);
    }

    private static void Hour(string name, int? value, List<string> faults)
    {
        if (value is < 0 or > 23)
        {
            faults.Add($"{name} must be 0-23 (was {value})");
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
