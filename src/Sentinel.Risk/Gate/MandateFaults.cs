namespace Sentinel.Risk;

/// <summary>What makes a mandate contradict itself: then nobody knows what it allows, and nothing is opened.</summary>
public static class MandateFaults
{
    /// <summary>Every fault, in words; none is a mandate that can be held.</summary>
    public static IReadOnlyList<string> Of(Mandate mandate)
    {
        var faults = new List<string>();
        foreach (var symbol in mandate.AllowedSymbols)
        {
            if (mandate.ForbiddenSymbols.Contains(symbol))
            {
                faults.Add($"{symbol} is both allowed and forbidden");
            }
        }

        Negative(nameof(Mandate.MaxLeverage), mandate.MaxLeverage);
        Negative(nameof(Mandate.MaxPosition), mandate.MaxPosition);
        Negative(nameof(Mandate.MaxGross), mandate.MaxGross);
        Negative(nameof(Mandate.MaxRiskPerTrade), mandate.MaxRiskPerTrade);
        Negative(nameof(Mandate.MaxDailyLoss), mandate.MaxDailyLoss);
        Negative(nameof(Mandate.MaxDrawdown), mandate.MaxDrawdown);
        Negative(nameof(Mandate.MaxTradesPerDay), mandate.MaxTradesPerDay);
        Negative(nameof(Mandate.CashFloor), mandate.CashFloor);
        Above(nameof(Mandate.MaxRiskPerTrade), mandate.MaxRiskPerTrade);
        Above(nameof(Mandate.MaxDailyLoss), mandate.MaxDailyLoss);
        Above(nameof(Mandate.MaxDrawdown), mandate.MaxDrawdown);
        Above(nameof(Mandate.CashFloor), mandate.CashFloor);
        if (mandate.FirstHour is null != mandate.LastHour is null)
        {
            faults.Add("FirstHour and LastHour go together");
        }

        if (mandate.FirstHour is < 0 or > 23 || mandate.LastHour is < 0 or > 23)
        {
            faults.Add("hours are 0-23");
        }

        return faults;

        void Negative(string name, decimal? limit)
        {
            if (limit < 0m)
            {
                faults.Add($"{name} is below 0");
            }
        }

        void Above(string name, decimal? share)
        {
            if (share > 1m)
            {
                faults.Add($"{name} is a part of equity and above 1");
            }
        }
    }
}
