using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Engine;

public sealed class OutboxWorkerTests
{
    [Fact]
    public async Task Recall_BeforeUnderstanding_FindsTheInteraction()
    {
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Nothing));
        await fixture.Memory.RememberAsync([Say("m1", "I adopted a tortoise"), Say("m2", "The weather is fine")]);

        var recall = await fixture.Memory.RecallAsync(new RecallQuery("tortoise"));

        recall.Items[0].Id.ShouldBe("m1");
        (await fixture.Memory.GetStatusAsync()).Pending.ShouldBe(2);
    }

    [Fact]
    public async Task Flush_AllRead_LeavesNothingWaiting()
    {
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Nothing), configure: options => options.UnderstandingBatchSize = 3);
        await fixture.Memory.RememberAsync([.. Enumerable.Range(0, 10).Select(i => Say($"m{i}", $"message {i}"))]);
        var reports = new List<FlushProgress>();

        await fixture.Memory.FlushAsync(new Collect<FlushProgress>(reports));

        (await fixture.Memory.GetStatusAsync()).Pending.ShouldBe(0);
        reports[0].ShouldBe(new FlushProgress(0, 10));
        reports[^1].ShouldBe(new FlushProgress(10, 0));
    }

    [Fact]
    public async Task Flush_OneMessageThatCannotBeRead_ParksItAndUnderstandsTheOthers()
    {
        var reader = new ScriptedReader(stored => stored.Interaction.Text is "poison"
            ? throw new InvalidDataException("secret text of the message")
            : ScriptedReader.Nothing(stored));
        await using var fixture = new EngineFixture(reader, configure: options => options.MaxUnderstandingAttempts = 1);
        await fixture.Memory.RememberAsync([Say("m1", "fine"), Say("m2", "poison"), Say("m3", "fine too")]);

        await fixture.Memory.FlushAsync();

        var status = await fixture.Memory.GetStatusAsync();
        status.Pending.ShouldBe(0);
        status.Parked.ShouldBe(1);
        var failure = status.Failures.ShouldHaveSingleItem();
        failure.InteractionId.ShouldBe("m2");
        failure.Attempts.ShouldBe(1);
        failure.NextTry.ShouldBeNull();
        failure.Error.ShouldContain(nameof(InvalidDataException));
        failure.Error.ShouldNotContain("secret");
        (await fixture.Memory.RecallAsync(new RecallQuery("poison"))).Items.ShouldContain(item => item.Id == "m2");
    }

    [Fact]
    public async Task Flush_FailedAttempt_WaitsLongerEachTimeThenParks()
    {
        var reader = new ScriptedReader(_ => throw new TimeoutException());
        await using var fixture = new EngineFixture(reader, configure: options => options.MaxUnderstandingAttempts = 3);
        await fixture.Memory.RememberAsync([Say("m1", "hello")]);
        var flush = fixture.Memory.FlushAsync();
        var tries = new List<DateTimeOffset>();

        var patience = new Patience();
        while (!flush.IsCompleted)
        {
            var status = await fixture.Memory.GetStatusAsync();
            if (status.Failures is [{ NextTry: { } next }] && !tries.Contains(next))
            {
                tries.Add(next);
            }

            fixture.Time.Advance(TimeSpan.FromMilliseconds(20));
            await patience.YieldAsync();
        }

        await flush;
        reader.Calls.ShouldBe(3);
        (await fixture.Memory.GetStatusAsync()).Parked.ShouldBe(1);
        tries.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Rebuild_ParkedMessage_IsTriedAgain()
    {
        var broken = true;
        var reader = new ScriptedReader(stored => broken ? throw new TimeoutException() : ScriptedReader.Attribute(stored));
        await using var fixture = new EngineFixture(reader, configure: options => options.MaxUnderstandingAttempts = 1);
        await fixture.Memory.RememberAsync([Say("m1", "home: Oslo")]);
        await fixture.Memory.FlushAsync();
        (await fixture.Memory.GetStatusAsync()).Parked.ShouldBe(1);

        broken = false;
        await fixture.Memory.RebuildAsync();

        (await fixture.Memory.GetStatusAsync()).Parked.ShouldBe(0);
        (await fixture.Memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem().Value.ShouldBe("Oslo");
    }

    [Fact]
    public async Task Flush_ChangedValue_SupersedesAndKeepsHistory()
    {
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Attribute));
        await fixture.Memory.RememberAsync([Say("m1", "home: Oslo"), Say("m2", "home: Rome", minutes: 60)]);

        await fixture.Memory.FlushAsync();

        var persona = await fixture.Memory.GetPersonaAsync();
        persona.Attributes.ShouldHaveSingleItem().Value.ShouldBe("Rome");
        var all = await fixture.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var old = all.Attributes.Single(item => item.Value is "Oslo");
        old.SupersededBy.ShouldBe(persona.Attributes[0].Id);
        old.ValidTo.ShouldBe(Start.AddMinutes(60));
        var history = await fixture.Memory.GetHistoryAsync().ToListAsync();
        history.Select(entry => entry.Operation).Take(2).ShouldBe([LedgerOperation.Add, LedgerOperation.Update]);
        history.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, history.Count).Select(i => (long)i));
    }

    [Fact]
    public async Task Rebuild_SameReader_GivesTheSameMemory()
    {
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Attribute), configure: options => options.UnderstandingBatchSize = 2);
        await fixture.Memory.RememberAsync([Say("m1", "home: Oslo"), Say("m2", "job: nurse", minutes: 10), Say("m3", "home: Rome", minutes: 60)]);
        await fixture.Memory.FlushAsync();
        var query = new PersonaQuery { IncludeSuperseded = true };
        var before = await fixture.Memory.GetPersonaAsync(query);
        fixture.Time.Advance(TimeSpan.FromDays(30));

        await fixture.Memory.RebuildAsync();

        var after = await fixture.Memory.GetPersonaAsync(query);
        Describe(after).ShouldBe(Describe(before));
        (await fixture.Memory.GetHistoryAsync().ToListAsync()).ShouldContain(entry => entry.Operation == LedgerOperation.Rebuild);
    }

    [Fact]
    public async Task Worker_InBackground_UnderstandsWithoutFlush()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reader = new ScriptedReader(stored =>
        {
            read.TrySetResult();
            return ScriptedReader.Nothing(stored);
        });
        await using var fixture = new EngineFixture(reader, configure: options => options.BackgroundUnderstanding = true);

        await fixture.Memory.RememberAsync([Say("m1", "hello")]);

        await read.Task.WaitAsync(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public async Task Persona_AsOfBetweenTwoValues_GivesTheOlder()
    {
        await using var fixture = new EngineFixture(new ScriptedReader(ScriptedReader.Attribute));
        await fixture.Memory.RememberAsync([Say("m1", "home: Oslo")]);
        fixture.Time.Advance(TimeSpan.FromDays(2));
        await fixture.Memory.RememberAsync([Say("m2", "home: Rome", minutes: 2880)]);
        await fixture.Memory.FlushAsync();

        var yesterday = await fixture.Memory.GetPersonaAsync(new PersonaQuery { AsOf = Start.AddDays(1) });

        var home = yesterday.Attributes.ShouldHaveSingleItem();
        home.Value.ShouldBe("Oslo");
        home.SupersededAt.ShouldBeNull();
        (await fixture.Memory.GetPersonaAsync(new PersonaQuery { AsOf = Start.AddDays(-1) })).Attributes.ShouldBeEmpty();
    }

    private static IEnumerable<string> Describe(PersonaCard card) => card.Attributes.Concat(card.Facts).Select(item =>
        $"{item.Id} {item.Value} {item.ValidFrom:O} {item.ValidTo:O} {item.RecordedAt:O} {item.SupersededAt:O} {item.SupersededBy} {string.Join(',', item.Evidence)}");

    private sealed class Collect<T>(List<T> into) : IProgress<T>
    {
        public void Report(T value) => into.Add(value);
    }
}
