namespace Sentinel.Risk;

/// <summary>One check on its way through the rules: the order as it stands, and what was found.</summary>
internal sealed class GateRun
{
    /// <summary>No quantity, no price is above it: products of two stay far within what a decimal holds.</summary>
    public const decimal Largest = 1_000_000_000_000m;

    private readonly List<GateFinding> _findings = [];
    private readonly decimal _asked;
    private bool _denied;

    public GateRun(OrderRequest order, RiskContext context, RiskSettings settings)
    {
        Order = order;
        Context = context;
        Settings = settings;
        _asked = order.Quantity;
        Quantity = order.Quantity;
        Held = context.Portfolio?.Position(order.Symbol)?.Quantity ?? 0m;
        Closing = IsBuy == Held < 0m && Held != 0m ? Math.Min(Math.Abs(Held), Math.Max(0m, order.Quantity)) : 0m;
        if (order.ReduceOnly && Closing > 0m)
        {
            Closing = Math.Max(0m, Math.Min(order.Quantity, Math.Abs(Held)));
        }

        Asked = Math.Max(0m, order.Quantity - Closing);
        Mandate = context.Mandate is { } mandate && mandate.KnownAt <= context.Now && MandateFaults.Of(mandate).Count is 0 ? mandate : null;
        Bar = context.Market?.LastBar is { Close: > 0m and <= Largest } bar && context.Market.Symbol == order.Symbol ? bar : null;
        Instrument = context.Instrument is { } instrument && instrument.Symbol == order.Symbol ? instrument : null;
        Books = context.Portfolio is { Equity: > 0m } books && books.AsOf <= context.Now ? books : null;
    }

    /// <summary>The order, with prices moved to the grid.</summary>
    public OrderRequest Order { get; set; }

    public RiskContext Context { get; }

    public RiskSettings Settings { get; }

    /// <summary>The mandate, when it is known, in force and does not contradict itself.</summary>
    public Mandate? Mandate { get; }

    /// <summary>The last bar, when it has a price to reckon with.</summary>
    public Bar? Bar { get; }

    public Instrument? Instrument { get; }

    /// <summary>The books, when there is equity to measure by.</summary>
    public Portfolio? Books { get; }

    public bool IsBuy => Order.Side is OrderSide.Buy;

    /// <summary>The position before the order; below 0 is short.</summary>
    public decimal Held { get; }

    /// <summary>The part of the order that only brings the position nearer to zero.</summary>
    public decimal Closing { get; private set; }

    /// <summary>The part that opens, as it was asked for.</summary>
    public decimal Asked { get; }

    /// <summary>What may still be sent.</summary>
    public decimal Quantity { get; private set; }

    /// <summary>Whether any of it opens or adds to a position.</summary>
    public bool Opens => Asked > 0m && !Order.ReduceOnly;

    /// <summary>Whether the order as a whole was denied.</summary>
    public bool IsDenied => _denied;

    /// <summary>Denies the whole order, reducing or not.</summary>
    public void Deny(string code, FormattableString detail, double severity = 1)
    {
        _findings.Add(new GateFinding(code, IsDenial: true, Quantity, 0m, severity, FormattableString.Invariant(detail)));
        _denied = true;
    }

    /// <summary>Denies the part that opens; what closes stays.</summary>
    public void DenyOpening(string code, FormattableString detail, double severity = 1)
    {
        if (Opens)
        {
            Cap(code, 0m, severity, detail);
        }
    }

    /// <summary>Lets at most so much of the opening part pass. Says nothing when that is no less than was asked for.</summary>
    public void Cap(string code, decimal opening, double severity, FormattableString detail)
    {
        opening = Math.Max(0m, opening);
        if (opening >= Asked)
        {
            return;
        }

        var after = Math.Min(Quantity, Closing + opening);
        var isDenial = after <= 0m && Closing <= 0m && opening <= 0m;
        _findings.Add(new GateFinding(code, isDenial, Quantity, after, severity, FormattableString.Invariant(detail)));
        _denied |= isDenial;
        Quantity = after;
    }

    /// <summary>Makes the whole order smaller, closing part included: what a venue asks for.</summary>
    public void Shrink(string code, decimal quantity, FormattableString detail)
    {
        if (quantity < Quantity)
        {
            _findings.Add(new GateFinding(code, IsDenial: false, Quantity, quantity, 0, FormattableString.Invariant(detail)));
            Quantity = quantity;
            Closing = Math.Min(Closing, quantity);
        }
    }

    /// <summary>Notes a change that leaves the quantity as it is.</summary>
    public void Note(string code, FormattableString detail) => _findings.Add(new GateFinding(code, IsDenial: false, Quantity, Quantity, 0, FormattableString.Invariant(detail)));

    public GateResult Result()
    {
        // Rules that look at what is left run last; what they said is told at its place in the list.
        var findings = _findings.Select(static (finding, at) => (finding, at)).OrderBy(static entry => Place(entry.finding.Code)).ThenBy(static entry => entry.at).Select(static entry => entry.finding).ToArray();
        if (_denied)
        {
            return new GateResult { Verdict = GateVerdict.Denied, Findings = findings };
        }

        var reduces = Closing > 0m && Quantity <= Closing;
        var order = Order with { Quantity = Quantity, ReduceOnly = Order.ReduceOnly || reduces };
        if (reduces)
        {
            // There is no entry left that these could protect.
            order = order with { ProtectiveStop = null, TakeProfit = null };
        }

        return new GateResult { Verdict = findings.Length is 0 && Quantity == _asked ? GateVerdict.Accepted : GateVerdict.Clamped, Order = order, Findings = findings };
    }

    private static int Place(string code)
    {
        for (var at = 0; at < GateCodes.InOrder.Count; at++)
        {
            if (string.Equals(GateCodes.InOrder[at], code, StringComparison.Ordinal))
            {
                return at;
            }
        }

        return int.MaxValue;
    }
}
