namespace Sentinel.Risk.Rules;

/// <summary>An overheated market: the optional rule.</summary>
internal static class CongestionRule
{
    public static void Congestion(GateRun run)
    {
        if (run.Settings.Congestion is not { } congestion || run.Context.Market is not { } market || !run.Opens)
        {
            return;
        }

        if (CongestionScore.Of(market, run.IsBuy) is not { } score)
        {
            run.DenyOpening(GateCodes.Congestion, $"the market's congestion is not known yet");
        }
        else if (score < congestion.Veto)
        {
            run.DenyOpening(GateCodes.Congestion, $"the score is {score:0.00}, entries need {congestion.Veto:0.00}", Severity.Of((decimal)congestion.Veto, (decimal)score));
        }
        else if (score < congestion.Full && run.Mandate?.MaxPosition is { } limit && Exposures.Of(run) is { } exposures)
        {
            // The limit is scaled, not the order: checking twice gives the same. The sizer scales the order.
            var scaled = limit * (decimal)score;
            var share = exposures.Share(exposures.Symbol, exposures.Price, run.Asked);
            run.Cap(GateCodes.Congestion, exposures.Room(exposures.Symbol, exposures.Price, scaled), Severity.Of(share, scaled), $"at a score of {score:0.00} positions stay below {scaled:P1} of equity");
        }
    }
}
