using Microsoft.Extensions.Time.Testing;
using OMem.Storage;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>Fills the memories of the owner and of the stranger.</summary>
internal static class Fill
{
    private static readonly CorrectionNote Note = new("actorix@example.org", "reasonix");

    /// <summary>Everything a memory can hold: sessions, two speakers, metadata, changed values, every decision of a person, an undo, costs, and messages that wait or were given up.</summary>
    public static async Task<Owned> OwnerAsync(MemoryEngine engine, IMemoryStore store, MemoryScope scope, FakeTimeProvider time)
    {
        var memory = engine.ForScope(scope);
        string[] said =
        [
            "I live in Oldtown-zanzibor.", "I love theremox music.", "I work as a pilotrix.", "I have a dog called Quokkazor.", "I moved to Zanzibor last week.",
            "I hate marmelux cake.", "I don't like theremox music anymore.", "My favourite food is marmelux.", "I play the theremox every Sunday.", "I'm married to Helperix.",
            "I visited Zanzibor in March 2024.", "I will fly to Zanzibor next month.", "I speak quokkazor.", "I own a theremox.",
        ];
        for (var i = 0; i < said.Length; i++)
        {
            time.Advance(TimeSpan.FromDays(1));
            await memory.RememberAsync(
            [
                Message($"owner-{(2 * i) + 1}", said[i]),
                Message($"owner-{(2 * i) + 2}", "Tell Zephyrox more about theremox, quokkazor and zanzibor.") with { Speaker = "Helperix", Role = SpeakerRole.Assistant },
            ]);
            await memory.FlushAsync();
        }

        await RuleAsync(memory);
        await memory.AskAsync(new AskQuery("What does Zephyrox play?"));
        await memory.RememberAsync([Message("owner-parked", "A parkedix message."), Message("owner-pending", "A pendingix message.")]);
        await ParkAsync(store, scope, time.GetUtcNow());
        return await OwnedAsync(memory);

        Interaction Message(string id, string text) => new()
        {
            Id = id,
            Speaker = Owned.Speaker,
            Text = text,
            Session = Owned.Session,
            OccurredAt = time.GetUtcNow(),
            Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["caption"] = "captionix", ["metadatix"] = "metadatix" },
        };
    }

    /// <summary>A small memory that shares only everyday words with the owner's.</summary>
    public static async Task StrangerAsync(IMemory memory, DateTimeOffset now)
    {
        await memory.RememberAsync(
        [
            new Interaction { Id = "mine-1", Speaker = "Berta", Text = "I live in Bergen.", Session = "mine", OccurredAt = now },
            new Interaction { Id = "mine-2", Speaker = "Berta", Text = "I love chess and I have a cat.", Session = "mine", OccurredAt = now },
        ]);
        await memory.FlushAsync();
    }

    private static async Task RuleAsync(IMemory memory)
    {
        var attributes = (await memory.GetPersonaAsync()).Attributes;
        attributes.Count.ShouldBeGreaterThan(4);
        await memory.ConfirmAsync(attributes[0].Id, Note);
        await memory.CorrectAsync(attributes[1].Id, new Replacement { Value = "marmelux", Text = "Zephyrox likes marmelux" }, Note);
        await memory.RetractAsync(attributes[2].Id, Note);
        var retracted = await memory.RetractAsync(attributes[3].Id, Note);
        await memory.UndoAsync(new UndoRequest { Entry = retracted.Entry, Note = Note });
    }

    private static async Task ParkAsync(IMemoryStore store, MemoryScope scope, DateTimeOffset now)
    {
        var claim = (await store.ClaimAsync(new ClaimRequest(scope, "parker", 1, now, now.AddMinutes(1)))).ShouldNotBeNull();
        await store.FailAsync(scope, "parker", [new OutboxAttempt(claim.Rows[0].Sequence, "failurix", null)]);
    }

    private static async Task<Owned> OwnedAsync(IMemory memory)
    {
        var all = (await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).Attributes;
        var history = await memory.GetHistoryAsync().ToListAsync();
        history.Select(static entry => entry.Operation).Distinct().Count().ShouldBeGreaterThan(6);
        var status = await memory.GetStatusAsync();
        (status.Parked, status.Pending, status.Usage.Count).ShouldBe((1, 1, 1));
        (await memory.GetTopicsAsync()).ShouldNotBeEmpty();
        (await memory.GetEpisodesAsync()).ShouldNotBeEmpty();
        return new Owned(
            all.First(static item => item.SupersededAt is null).Id,
            all.First(static item => item.SupersededAt is not null).Id,
            history[^1].Sequence,
            history.Last(static entry => entry.Operation is LedgerOperation.Undo).Sequence,
            (await memory.GetTopicsAsync(new TopicQuery { Near = Owned.Clue }))[0].Id,
            await Exported.BytesAsync(memory));
    }
}
