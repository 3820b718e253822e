namespace Sentinel.Replay.Experiment;

/// <summary>What is summed up by day in each run. Ratios are formed later, over users and days.</summary>
internal enum Measure
{
    /// <summary>Decisions.</summary>
    Cycles = 0,

    /// <summary>Intents to open or enlarge a position.</summary>
    Intents = 1,

    /// <summary>Of them, those that break a rule of the mandate before anything corrects them.</summary>
    Violating = 2,

    /// <summary>Sum over them of the severest breach, <c>max(0, (x - limit) / limit)</c>.</summary>
    Severity = 3,

    /// <summary>Entries that lost and whose signature matches a losing trade that was known.</summary>
    Repeated = 4,

    /// <summary>Entries on the bar of a shock.</summary>
    ShockEntries = 5,

    /// <summary>Repeated mistakes among them.</summary>
    ShockRepeated = 6,

    /// <summary>Intents whose conviction can be judged.</summary>
    Forecasts = 7,

    /// <summary>Sum of their Brier scores.</summary>
    Brier = 8,

    /// <summary>Planted shocks at which something could have been recalled.</summary>
    Recalls = 9,

    /// <summary>Sum of recall at k over them.</summary>
    Recall = 10,

    /// <summary>Sum of nDCG at k over them.</summary>
    Ndcg = 11,

    /// <summary>Tokens of contexts.</summary>
    Tokens = 12,

    /// <summary>Intents that came to an order: only these can lose.</summary>
    Entries = 13,

    /// <summary>Value traded over equity.</summary>
    Turnover = 14,

    /// <summary>Fees over equity.</summary>
    Fees = 15,

    /// <summary>Return of the day.</summary>
    Return = 16,

    /// <summary>Intents, a wish that is denied and repeated bar after bar counted once.</summary>
    Wishes = 17,

    /// <summary>Of them, those that break a rule.</summary>
    WishesViolating = 18,
}
