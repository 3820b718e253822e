namespace Sentinel.Memory;

/// <summary>Makes a question of what a caller wants.</summary>
internal static class EpisodeQuestions
{
    private static readonly StateVector NoState = new() { Values = [.. StateVector.Names.Select(_ => double.NaN)] };

    public static EpisodeQuestion Of(EpisodeRequest request, DateTimeOffset asOf, MemoryState state)
    {
        var k = Math.Clamp(request.K, 1, EpisodeRequest.MaxK);
        var question = request.Situation is { } situation
            ? ContextBuilder.Question(ContextBuilder.Checked(situation, asOf), asOf, k)
            : Present(request, asOf, state, k);
        return question with
        {
            Text = request.Query ?? question.Text,
            OnlySymbol = request.Symbol,
            OnlyEventTypes = request.EventTypes,
            OnlyRegime = request.Regime,
            Since = request.Since,
        };
    }

    /// <summary>Without a situation: the market's active events, and the state of its last decision.</summary>
    private static EpisodeQuestion Present(EpisodeRequest request, DateTimeOffset asOf, MemoryState state, int k)
    {
        var symbol = request.Symbol ?? state.Decisions.Latest(asOf, symbol: null).Select(decision => decision.Symbol).FirstOrDefault();
        return new EpisodeQuestion
        {
            AsOf = asOf,
            Symbol = symbol,
            State = NoState,
            Events = request.EventTypes.Count > 0
                ? [.. request.EventTypes.SelectMany(type => (MarketEventRef[])[new(type, type, 1, 1, asOf), new(type, type, -1, 1, asOf), new(type, type, 0, 1, asOf)])]
                : [.. state.Working.EventsAt(asOf, symbol).Select(MarketEventRef.Of)],
            K = k,
        };
    }
}
