using Sentinel.Memory;
using Sentinel.Risk;

namespace Sentinel.Replay;

/// <summary>Watches for halts, journals their begin and end, and obeys a person's kill switch that stands in the journal.</summary>
internal sealed class HaltWatch(ITraderMemory memory)
{
    private const string Gate = "gate";

    private TradingState _state = TradingState.Open;
    private bool _isStoppedByPerson;

    /// <summary>The state that orders obey.</summary>
    public TradingState State => _isStoppedByPerson && _state.KillSwitch is KillSwitchMode.Off ? _state with { KillSwitch = KillSwitchMode.ReduceOnly } : _state;

    /// <summary>Looks at the books once a cycle, before anything is decided.</summary>
    public void Observe(Portfolio portfolio, Mandate? mandate, DateTimeOffset asOf)
    {
        _isStoppedByPerson = memory.IsHalted(asOf, GateCodes.KillSwitch);
        if (mandate is null)
        {
            return;
        }

        var before = _state;
        _state = before.Observe(portfolio, mandate, asOf);
        Tell(GateCodes.DailyLoss, before.DailyHaltUntil is not null, _state.DailyHaltUntil is not null, "the day's loss reached the mandate's limit", asOf);
        Tell(GateCodes.DrawdownHalt, before.KillSwitch is not KillSwitchMode.Off, _state.KillSwitch is not KillSwitchMode.Off, _state.Reason ?? "", asOf);
    }

    private void Tell(string code, bool before, bool after, string reason, DateTimeOffset asOf)
    {
        if (before != after)
        {
            memory.Record(asOf, new Halted(JournalIds.Derive("hal", code, after ? "on" : "off", JournalIds.Time(asOf)), code, after, after ? reason : "its day is over", Gate));
        }
    }
}
