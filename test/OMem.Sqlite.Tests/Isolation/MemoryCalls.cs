namespace OMem.Sqlite.Tests.Isolation;

/// <summary>Every method of <see cref="IMemory"/> as a stranger calls it, with the owner's ids and positions where it takes any. Calls that write come after those that read.</summary>
internal static class MemoryCalls
{
    private static readonly CorrectionNote Note = new("stranger", "I want it");

    private static readonly RecallQuery Wide = new("Where does she live, what does she love, play and own?")
    {
        IncludeTrace = true, IncludeSuperseded = true, Neighbours = 10, MaxItems = 10_000, TokenBudget = 1_000_000,
    };

    public static IReadOnlyList<MemoryCall> All { get; } = [.. Reads(), .. Rulings(), .. Works(), .. Forgetting()];

    private static IEnumerable<MemoryCall> Reads() =>
    [
        new("get_Scope", static (memory, _) => Task.FromResult<object?>(memory.Scope.ToString())),
        new(nameof(IMemory.RecallAsync), static async (memory, _) => await memory.RecallAsync(Wide)),
        new(nameof(IMemory.RecallAsync), static async (memory, _) => await memory.RecallAsync(Wide with { AsOf = DateTimeOffset.MaxValue, ValidAt = new DateTimeOffset(2024, 4, 10, 0, 0, 0, TimeSpan.Zero) })),
        new(nameof(IMemory.RecallAsync), static async (memory, _) => await NothingAsync(memory, Wide with { Speaker = Owned.Speaker })),
        new(nameof(IMemory.RecallAsync), static async (memory, _) => await NothingAsync(memory, Wide with { Session = Owned.Session })),
        new(nameof(IMemory.RecallAsync), static async (memory, _) => await NothingAsync(memory, Wide with { Text = Owned.Clue }), null, Owned.Clue),
        new(nameof(IMemory.AskAsync), static async (memory, _) => await memory.AskAsync(new AskQuery(Wide))),
        new(nameof(IMemory.AskStreamingAsync), static async (memory, _) => await memory.AskStreamingAsync(new AskQuery(Wide)).ToListAsync()),
        new(nameof(IMemory.GetPersonaAsync), static async (memory, _) => await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })),
        new(nameof(IMemory.GetPersonaAsync), static async (memory, _) => await EmptyAsync(memory.GetPersonaAsync(new PersonaQuery { Subject = Owned.Speaker, IncludeSuperseded = true }))),
        new(nameof(IMemory.GetQuarantineAsync), static async (memory, _) => await memory.GetQuarantineAsync()),
        new(nameof(IMemory.GetQuarantineAsync), static async (memory, _) => await memory.GetQuarantineAsync(new QuarantineQuery { Subject = Owned.Speaker })),
        new(nameof(IMemory.GetTopicsAsync), static async (memory, _) => await memory.GetTopicsAsync(new TopicQuery { Limit = 100_000 })),
        new(nameof(IMemory.GetTopicsAsync), static async (memory, _) => await memory.GetTopicsAsync(new TopicQuery { Near = Owned.Clue, Limit = 100_000 })),
        new(nameof(IMemory.GetEpisodesAsync), static async (memory, _) => await memory.GetEpisodesAsync(new EpisodeQuery { Limit = 100_000 })),
        new(nameof(IMemory.GetEpisodesAsync), static async (memory, _) => await memory.GetEpisodesAsync(new EpisodeQuery { Text = Owned.Clue })),
        new(nameof(IMemory.GetHistoryAsync), static async (memory, _) => await memory.GetHistoryAsync().ToListAsync()),
        new(nameof(IMemory.GetHistoryAsync), static async (memory, owned) => await NoneAsync(memory, new HistoryQuery { ItemId = owned.Current })),
        new(nameof(IMemory.GetHistoryAsync), static async (memory, _) => await NoneAsync(memory, new HistoryQuery { Subject = Owned.Speaker })),
        new(nameof(IMemory.GetHistoryAsync), static async (memory, owned) => await NoneAsync(memory, new HistoryQuery { After = owned.LastEntry - 1 })),
        new(nameof(IMemory.ReadLogAsync), static async (memory, _) => await memory.ReadLogAsync().ToListAsync()),
        new(nameof(IMemory.ReadLogAsync), static async (memory, _) => await memory.ReadLogAsync(20).ToListAsync()),
        new(nameof(IMemory.GetStatusAsync), static async (memory, _) => await memory.GetStatusAsync() with { Store = new StoreDescription("", "", 0, 0, "") }),
        new(nameof(IMemory.GetStatsAsync), static async (memory, _) => await memory.GetStatsAsync() with { StoreBytes = 0 }),
        new(nameof(IMemory.GetSensitiveDataPolicyAsync), static async (memory, _) => await memory.GetSensitiveDataPolicyAsync()),
        new(nameof(IMemory.EstimateAsync), static async (memory, _) => await memory.EstimateAsync()),
        new(nameof(IMemory.EstimateAsync), static async (memory, _) => await memory.EstimateAsync([Copy("hello")])),
        new(nameof(IMemory.ExportAsync), static async (memory, _) => System.Text.Encoding.UTF8.GetString(await Exported.BytesAsync(memory))),
    ];

    private static IEnumerable<MemoryCall> Rulings() =>
    [
        new(nameof(IMemory.ConfirmAsync), static async (memory, owned) => await memory.ConfirmAsync(owned.Current, Note), nameof(CorrectionFault.UnknownItem)),
        new(nameof(IMemory.CorrectAsync), static async (memory, owned) => await memory.CorrectAsync(owned.Current, new Replacement { Value = "x" }, Note), nameof(CorrectionFault.UnknownItem)),
        new(nameof(IMemory.RetractAsync), static async (memory, owned) => await memory.RetractAsync(owned.Current, Note), nameof(CorrectionFault.UnknownItem)),

        // What is superseded for the owner is not there for anybody else: not even that much is told.
        new(nameof(IMemory.RetractAsync), static async (memory, owned) => await memory.RetractAsync(owned.Superseded, Note), nameof(CorrectionFault.UnknownItem)),
        new(nameof(IMemory.UndoAsync), static async (memory, owned) => await memory.UndoAsync(new UndoRequest { Entry = owned.LastEntry, Cascade = true, Note = Note }), nameof(CorrectionFault.UnknownEntry)),
        new(nameof(IMemory.UndoAsync), static async (memory, owned) => await memory.UndoAsync(new UndoRequest { After = owned.LastEntry - 1, Note = Note }), nameof(CorrectionFault.NothingToDo)),
        new(nameof(IMemory.RedoAsync), static async (memory, owned) => await memory.RedoAsync(Note, owned.Undo), nameof(CorrectionFault.UnknownEntry)),
        new(nameof(IMemory.RedoAsync), static async (memory, _) => await memory.RedoAsync(Note), nameof(CorrectionFault.NothingToDo)),
        new(nameof(IMemory.UndoAsync), static async (memory, _) => await memory.UndoAsync(new UndoRequest { After = 0, Note = Note })),
        new(nameof(IMemory.RedoAsync), static async (memory, _) => await memory.RedoAsync(Note)),
    ];

    private static IEnumerable<MemoryCall> Works() =>
    [
        new(nameof(IMemory.RestoreAsync), static async (memory, owned) => await memory.RestoreAsync(new MemoryStream(owned.Export)), nameof(ScopeNotEmptyException)),
        new(nameof(IMemory.RestoreAsync), static async (memory, _) => await memory.RestoreAsync(new MemoryStream(await Exported.BytesAsync(memory)))),
        new(nameof(IMemory.RetryParkedAsync), static async (memory, _) => await memory.RetryParkedAsync()),
        new(nameof(IMemory.SetSensitiveDataPolicyAsync), static async (memory, _) => await DoneAsync(memory.SetSensitiveDataPolicyAsync(SensitiveDataPolicy.All(SensitiveHandling.Mask)))),
        new(nameof(IMemory.FlushAsync), static async (memory, _) => await DoneAsync(memory.FlushAsync())),
        new(nameof(IMemory.RebuildAsync), static async (memory, _) => await DoneAsync(memory.RebuildAsync())),

        // An id that the owner used is free here: whether it is taken would tell of the owner.
        new(nameof(IMemory.RememberAsync), static async (memory, _) => await memory.RememberAsync([Copy("I own a boat.")])),
        new(nameof(IMemory.ReadLogAsync), static async (memory, _) => await memory.ReadLogAsync().ToListAsync(), null, "owner-"),
        new(nameof(IMemory.FlushAsync), static async (memory, _) => await DoneAsync(memory.FlushAsync())),
        new(nameof(IMemory.GetPersonaAsync), static async (memory, _) => await memory.GetPersonaAsync(), null, "owner-"),
    ];

    private static IEnumerable<MemoryCall> Forgetting() =>
    [
        new(nameof(IMemory.PreviewForgetAsync), static async (memory, _) => await NothingAsync(memory, new MemorySelection { Interactions = ["owner-2"] })),
        new(nameof(IMemory.PreviewForgetAsync), static async (memory, _) => await NothingAsync(memory, new MemorySelection { Sessions = [Owned.Session] })),
        new(nameof(IMemory.PreviewForgetAsync), static async (memory, _) => await NothingAsync(memory, new MemorySelection { Query = Owned.Clue })),
        new(nameof(IMemory.PreviewForgetAsync), static async (memory, owned) => await memory.PreviewForgetAsync(new MemorySelection { Topics = [owned.Topic] }), nameof(CorrectionFault.UnknownItem)),
        new(nameof(IMemory.ForgetAsync), static async (memory, _) => await memory.ForgetAsync(new MemorySelection { Sessions = [Owned.Session] }, Note), nameof(CorrectionFault.NothingToDo)),
        new(nameof(IMemory.EraseAsync), static async (memory, _) => await memory.EraseAsync(new MemorySelection { Interactions = ["owner-2"], Sessions = [Owned.Session] }, Note)),
        new(nameof(IMemory.GetRetentionAsync), static async (memory, _) => await memory.GetRetentionAsync()),
        new(nameof(IMemory.SetRetentionAsync), static async (memory, _) => await DoneAsync(memory.SetRetentionAsync(new RetentionPolicy { MaxSessions = 1 }))),
        new(nameof(IMemory.ApplyRetentionAsync), static async (memory, _) => await memory.ApplyRetentionAsync(dryRun: true), null, "owner-"),
        new(nameof(IMemory.ForgetAsync), static async (memory, _) => await memory.ForgetAsync(new MemorySelection { Query = "boat", QueryLimit = 1 }, Note)),
        new(nameof(IMemory.UndoAsync), static async (memory, _) => await memory.UndoAsync(new UndoRequest { Entry = (await memory.GetHistoryAsync().LastAsync()).Sequence, Note = Note }), null, "owner-"),
        new(nameof(IMemory.EraseAsync), static async (memory, _) => await memory.EraseAsync(new MemorySelection { From = new DateTimeOffset(2024, 6, 2, 0, 0, 0, TimeSpan.Zero) }, Note, new EraseOptions { Verify = true }) with { SearchedBytes = null, SearchedFragments = null, Sha256 = "" }),
        new(nameof(IMemory.EraseAsync), static async (memory, _) => await memory.EraseAsync(MemorySelection.All, Note)),
        new(nameof(IMemory.ReadLogAsync), static async (memory, _) => await memory.ReadLogAsync().ToListAsync()),
        new(nameof(IMemory.RememberAsync), static async (memory, _) => await memory.RememberAsync([Copy("I own a boat.")])),
    ];

    private static Interaction Copy(string text) =>
        new() { Id = Owned.Interaction, Speaker = "Berta", Text = text, OccurredAt = new DateTimeOffset(2024, 6, 2, 0, 0, 0, TimeSpan.Zero) };

    private static async Task<object?> DoneAsync(Task work)
    {
        await work;
        return null;
    }

    private static async Task<RecallResult> NothingAsync(IMemory memory, RecallQuery query)
    {
        var result = await memory.RecallAsync(query);
        result.Items.ShouldBeEmpty();
        result.Signal.IsKnown.ShouldBeFalse();
        return result;
    }

    private static async Task<ForgetPreview> NothingAsync(IMemory memory, MemorySelection selection)
    {
        var preview = await memory.PreviewForgetAsync(selection);
        preview.Interactions.ShouldBe(0);
        return preview;
    }

    private static async Task<PersonaCard> EmptyAsync(Task<PersonaCard> read)
    {
        var card = await read;
        (card.Attributes.Count, card.Facts.Count, card.Clusters.Count).ShouldBe((0, 0, 0));
        return card;
    }

    private static async Task<List<LedgerEntry>> NoneAsync(IMemory memory, HistoryQuery query)
    {
        var entries = await memory.GetHistoryAsync(query).ToListAsync();
        entries.ShouldBeEmpty();
        return entries;
    }
}
