namespace Sentinel.Risk.Rules;

/// <summary>Losses and counts that end entering.</summary>
internal static class LossRules
{
    public static void DailyLoss(GateRun run)
    {
        if (run.Context.State.DailyHaltUntil is { } until && until > run.Context.Now)
        {
            run.DenyOpening(GateCodes.DailyLoss, $"the day's loss reached its limit earlier today");
        }
        else if (run.Mandate?.MaxDailyLoss is { } limit && run.Books is { } books && Losses.OfDay(books) is var loss && loss >= limit)
        {
            run.DenyOpening(GateCodes.DailyLoss, $"today's loss is {loss:P2} of equity, the limit {limit:P2}", Severity.Of(loss, limit));
        }
    }

    public static void DrawdownHalt(GateRun run)
    {
        if (run.Mandate?.MaxDrawdown is { } limit && run.Books is { } books && Losses.FromPeak(books, run.Context.State) is var fall && fall >= limit)
        {
            run.DenyOpening(GateCodes.DrawdownHalt, $"equity is {fall:P2} below its peak, the limit is {limit:P2}", Severity.Of(fall, limit));
        }
    }

    public static void MaxTradesDay(GateRun run)
    {
        if (run.Mandate?.MaxTradesPerDay is not { } limit || run.Books is not { } books)
        {
            return;
        }

        // An entry that is open at the venue will be one of today's.
        var entries = books.EntriesToday + run.Context.Pending.Count(pending => Exposures.IsEntry(pending));
        if (entries >= limit)
        {
            run.DenyOpening(GateCodes.MaxTradesDay, $"{entries} entries today, allowed are {limit}", Severity.Of(entries + 1, limit));
        }
    }
}
