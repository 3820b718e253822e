namespace Sentinel.Memory;

/// <summary>Builds the context of a decision: channels in parallel, results put together in a fixed order, packed into the budget.</summary>
internal sealed class ContextBuilder(TraderMemoryOptions options, MemoryState state, MemoryReads reads)
{
    /// <summary>Below so many episodes a channel is done before a thread would have started on it.</summary>
    private const int ParallelFrom = 20_000;

    public async Task<DecisionContext> BuildAsync(Situation situation, DateTimeOffset asOf, int tokenBudget, MemoryArm arm, CancellationToken cancellationToken)
    {
        situation = Checked(situation, asOf);
        var persona = Start(arm, MemoryArm.Persona, () => reads.Persona(asOf), cancellationToken);
        var working = Start(arm, MemoryArm.Working, () => reads.Working(asOf, situation.Symbol), cancellationToken);
        var episodes = EpisodesAsync(arm, situation, asOf, cancellationToken);
        await Task.WhenAll(persona, working, episodes).ConfigureAwait(false);
        var (trader, present, past) = (await persona.ConfigureAwait(false), await working.ConfigureAwait(false), await episodes.ConfigureAwait(false));
        var empty = new DecisionContext { AsOf = asOf, Arm = arm, Situation = situation, Mandate = reads.Mandate(asOf, situation.Portfolio) };
        return state.Gate.Read(() => Pack(empty, trader, present, past, tokenBudget));
    }

    /// <summary>A situation that holds nothing of later times: a snapshot of the future is a fault, events of it are left out.</summary>
    public static Situation Checked(Situation situation, DateTimeOffset asOf)
    {
        ArgumentNullException.ThrowIfNull(situation);
        if (situation.Market.AsOf > asOf || situation.Portfolio?.AsOf > asOf)
        {
            throw new ArgumentException("The situation was read after the time of the question.", nameof(situation));
        }

        return situation.Events.All(happening => happening.KnownAt <= asOf)
            ? situation
            : situation with { Events = [.. situation.Events.Where(happening => happening.KnownAt <= asOf)] };
    }

    public static EpisodeQuestion Question(Situation situation, DateTimeOffset asOf, int k) => new()
    {
        AsOf = asOf,
        Symbol = situation.Symbol,
        State = situation.State,
        Events = [.. situation.Events.Select(MarketEventRef.Of)],
        Text = situation.Text,
        K = k,
    };

    private Task<EpisodeRecall?> EpisodesAsync(MemoryArm arm, Situation situation, DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        if (!arm.HasFlag(MemoryArm.Episodic))
        {
            return Task.FromResult<EpisodeRecall?>(null);
        }

        var question = Question(situation, asOf, options.Settings.EpisodesInContext);
        return state.Episodes.Count >= ParallelFrom ? Task.Run(RecallAsync, cancellationToken) : RecallAsync();

        async Task<EpisodeRecall?> RecallAsync() => await reads.EpisodesAsync(question, cancellationToken).ConfigureAwait(false);
    }

    private Task<T?> Start<T>(MemoryArm arm, MemoryArm part, Func<T> read, CancellationToken cancellationToken)
        where T : class
    {
        if (!arm.HasFlag(part))
        {
            return Task.FromResult<T?>(null);
        }

        return state.Episodes.Count >= ParallelFrom ? Task.Run<T?>(read, cancellationToken) : Task.FromResult<T?>(read());
    }

    private DecisionContext Pack(DecisionContext context, PersonaReading? persona, WorkingSection? working, EpisodeRecall? episodes, int tokenBudget)
    {
        var packer = new ContextPacker(tokenBudget);
        packer.Add([.. SectionLines.Of(context.Mandate)], line => line);
        packer.Add([.. SectionLines.Of(context.Portfolio)], line => line);
        IReadOnlyList<ContextConflict> found = [.. working is null ? [] : MemoryReads.BrokenTheses(working), .. persona?.Conflicts ?? []];
        var conflicts = packer.Add(found, SectionLines.Of);
        var packed = context with
        {
            Conflicts = conflicts,
            Working = working is null ? null : Working(packer, working),
            Episodes = episodes is null ? null : Numbers(packer, episodes),
            Persona = persona is null ? null : Persona(packer, persona),
        };
        packed = packed with { Episodes = packed.Episodes is { } recall ? recall with { Items = packer.Add(recall.Items, SectionLines.Of) } : null };
        return Finish(packed, packer, episodes);
    }

    private DecisionContext Finish(DecisionContext packed, ContextPacker packer, EpisodeRecall? episodes)
    {
        var regrounds = options.Regrounding switch
        {
            Regrounding.Never => false,
            Regrounding.EveryCycle => true,
            Regrounding.OnRegimeChange => reads.Working(packed.AsOf, packed.Situation.Symbol).Regime?.Since == packed.AsOf,
            _ => throw new InvalidOperationException("The re-grounding policy is not known."),
        };
        if (options.RandomTextSeed is { } seed)
        {
            packer.Scramble(seed);
            packed = packed with { Persona = null, Working = null, Episodes = null, Conflicts = [] };
        }

        var text = packer.Render(packed.AsOf, regrounds);
        return packed with
        {
            Text = text,
            Tokens = PackLine.Estimate(text.Length),
            Ids = packer.Ids,
            Dropped = [.. packer.Dropped, .. episodes?.Dropped ?? []],
        };
    }

    private WorkingSection? Working(ContextPacker packer, WorkingSection working)
    {
        var regime = working.Regime is { } note && packer.TryAdd(SectionLines.Of(note)) ? note : null;
        var theses = packer.Add(working.Theses, SectionLines.Of);
        var orders = packer.Add(working.PendingOrders, SectionLines.Of);
        var events = packer.Add(working.Events, happening => SectionLines.Of(happening, state.Events.ById.GetValueOrDefault(happening.Id)));
        var notes = packer.Add(working.Notes, SectionLines.Of);
        var section = new WorkingSection(regime, events, theses, orders, notes);
        return section.IsEmpty ? null : section;
    }

    private static EpisodeRecall? Numbers(ContextPacker packer, EpisodeRecall episodes)
    {
        if (episodes.NoneFound is not null)
        {
            return null;
        }

        packer.TryAdd(SectionLines.Of(episodes.Statistics));
        return episodes;
    }

    private static PersonaSection? Persona(ContextPacker packer, PersonaReading persona)
    {
        var declared = packer.Add(persona.Declared, SectionLines.Of);
        var revealed = packer.Add([.. persona.Revealed.Where(HasValue)], SectionLines.Of);
        return declared.Count is 0 && revealed.Count is 0 ? null : new PersonaSection(declared, revealed);
    }

    private static bool HasValue(TraderAttribute attribute) => attribute.Status is "ok" or "contradicted";
}
