using OMem.Storage;

namespace Sentinel.Memory.Tests.Toolkit;

/// <summary>Agents work side by side: they read and write notes while others do.</summary>
public sealed class SideBySideTests
{
    [Fact]
    public async Task Toolkit_ManyAgentsAtOnce_LosesNothingAndBreaksNothing()
    {
        await using var memory = Make.Memory(with: options => options with { Store = new InMemoryMemoryStore() });
        Worlds.Live(memory, 1, 90);
        var situation = Situation.Of(Worlds.Snapshot(90), Worlds.Events(90), null, "jump down");

        await Parallel.ForAsync(0, 40, async (i, cancellationToken) =>
        {
            await memory.Toolkit.RecordObservationAsync(Make.At(90), $"observation {i}", cancellationToken);
            await memory.Toolkit.SetWorkingNoteAsync(Make.At(90), "topic", $"note {i}", TimeSpan.FromHours(1), cancellationToken);
            var context = await memory.Toolkit.BuildContextAsync(situation, Make.At(90), 50_000, cancellationToken: cancellationToken);
            context.Episodes!.Items.Count.ShouldBe(6);
            (await memory.Toolkit.ListEventsAsync(Make.At(90), Make.At(0), Make.At(91), cancellationToken: cancellationToken)).Items.Count.ShouldBe(15);
        });

        (await memory.Toolkit.GetWorkingContextAsync(Make.At(90))).Items.Single().Notes.Count.ShouldBe(40);
        memory.Journal.Read().Count(entry => entry.Kind is JournalKind.Note).ShouldBe(80);
        memory.Person.Verify().IsIntact.ShouldBeTrue();
    }

    [Fact]
    public async Task Flush_WhileMoreIsTold_LosesNothing()
    {
        var store = new InMemoryMemoryStore();
        await using var memory = Make.Memory(with: options => options with { Store = store });
        var flushing = Task.Run(async () =>
        {
            for (var i = 0; i < 30; i++)
            {
                await memory.FlushAsync();
            }
        });
        Worlds.Live(memory, 1, 240);
        await flushing;
        await memory.FlushAsync();

        await using var engine = new OMem.MemoryEngine(store, options: new OMem.OMemOptions { BackgroundUnderstanding = false });
        var ids = await engine.ForScope(Make.Scope).ReadLogAsync().Select(stored => stored.Interaction.Id).ToListAsync();
        ids.Count(id => id.StartsWith("epi-", StringComparison.Ordinal)).ShouldBe(40);
        ids.Count(id => id.StartsWith("out-", StringComparison.Ordinal)).ShouldBe(39);
    }
}
