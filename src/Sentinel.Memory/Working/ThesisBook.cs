namespace Sentinel.Memory;

/// <summary>Theses that were acted on: opened by a decision, watched, closed with their position. Every past state can be read.</summary>
internal sealed class ThesisBook
{
    private readonly List<Tracked> _all = [];
    private readonly List<Tracked> _open = [];
    private DateTimeOffset _latest;

    /// <summary>Opens the thesis of a decision that enters a market; one that adds to a standing one opens none.</summary>
    public void Take(Decision decision)
    {
        Touch(decision.AsOf);
        var sent = decision.Verdict is GateVerdict.Accepted or GateVerdict.Clamped && decision.Quantity > 0;
        if (!sent || decision.Intent.Direction is IntentDirection.Hold)
        {
            return;
        }

        var standing = _open.Find(tracked => tracked.Thesis.Symbol == decision.Symbol);
        if (standing is not null && standing.Thesis.Direction == decision.Intent.Direction)
        {
            return;
        }

        if (standing is not null)
        {
            Close(standing, decision.AsOf);
        }

        if (decision.Intent.Direction is not IntentDirection.Flat)
        {
            Open(decision);
        }
    }

    /// <summary>Checks the rules of the theses of a market against its last close and what happened.</summary>
    public void Watch(Symbol symbol, decimal? close, IReadOnlyList<MarketEventRef> events, DateTimeOffset asOf)
    {
        Touch(asOf);
        foreach (var tracked in _open)
        {
            if (tracked.Thesis.Symbol == symbol && tracked.Thesis.Broken is null && tracked.Thesis.OpenedAt < asOf)
            {
                tracked.Thesis = tracked.Thesis with { Broken = InvalidationWatch.Met(tracked.Thesis, close, events, asOf) };
            }
        }
    }

    /// <summary>Closes the thesis of a decision.</summary>
    public void Close(string decisionId, DateTimeOffset at)
    {
        Touch(at);
        if (_open.Find(tracked => string.Equals(tracked.Thesis.DecisionId, decisionId, StringComparison.Ordinal)) is { } open)
        {
            Close(open, at);
        }
    }

    /// <summary>Closes theses whose time is over and whose orders never traded.</summary>
    public void Expire(DateTimeOffset asOf, Func<string, bool> hasFills)
    {
        Touch(asOf);
        foreach (var tracked in _open.Where(tracked => tracked.Thesis.HorizonEnd <= asOf && !hasFills(tracked.Thesis.DecisionId)).ToList())
        {
            Close(tracked, asOf);
        }
    }

    /// <summary>Theses that stood then, oldest first.</summary>
    public IReadOnlyList<OpenThesis> At(DateTimeOffset asOf, Symbol? symbol) =>
    [
        .. (asOf >= _latest ? _open : _all)
            .Where(tracked => tracked.Thesis.OpenedAt <= asOf && (tracked.ClosedAt is not { } closed || closed > asOf) && (symbol is null || tracked.Thesis.Symbol == symbol))
            .Select(tracked => tracked.Thesis.Broken is { } broken && broken.At > asOf ? tracked.Thesis with { Broken = null } : tracked.Thesis)
            .OrderBy(thesis => thesis.OpenedAt)
            .ThenBy(thesis => thesis.Id, StringComparer.Ordinal),
    ];

    /// <summary>Whether the thesis standing in a market was broken before an instant.</summary>
    public bool IsBroken(Symbol symbol, DateTimeOffset asOf) => At(asOf, symbol).Any(thesis => thesis.Broken is not null);

    private void Open(Decision decision)
    {
        var tracked = new Tracked(new OpenThesis
        {
            Id = $"the-{decision.Id}",
            DecisionId = decision.Id,
            Symbol = decision.Symbol,
            Direction = decision.Intent.Direction,
            OpenedAt = decision.AsOf,
            HorizonEnd = decision.AsOf + decision.Intent.Horizon,
            Conviction = decision.Intent.Conviction,
            Stop = decision.Intent.Stop,
            Target = decision.Intent.Target,
            Rationale = decision.Intent.Rationale,
            Invalidation = decision.Intent.Invalidation,
            Rules = decision.Intent.InvalidationRules,
        });
        _all.Add(tracked);
        _open.Add(tracked);
    }

    private void Close(Tracked tracked, DateTimeOffset at)
    {
        tracked.ClosedAt = at;
        _open.Remove(tracked);
    }

    private void Touch(DateTimeOffset at) => _latest = at > _latest ? at : _latest;

    private sealed class Tracked(OpenThesis thesis)
    {
        public OpenThesis Thesis { get; set; } = thesis;

        public DateTimeOffset? ClosedAt { get; set; }
    }
}
