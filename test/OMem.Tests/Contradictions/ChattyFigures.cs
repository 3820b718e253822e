using OMem.Tests.Engine;

namespace OMem.Tests.Contradictions;

/// <summary>What recall says of <see cref="ChattyCases"/>, counted, and which cases it does not get right.</summary>
public sealed class ChattyFigures(ITestOutputHelper output)
{
    private const int Top = 5;

    private static readonly TimeSpan Between = TimeSpan.FromDays(30);

    [Fact]
    public async Task Figures_OfCasesThatWereLookedAt_AreThePublishedOnes() => (await CountAsync(ChattyCases.Tuned)).ShouldBe((42, 17, 0, 0));

    [Fact]
    public async Task Figures_OfFreshCases_AreThePublishedOnes() => (await CountAsync(ChattyCases.Fresh)).ShouldBe((27, 9, 0, 0));

    /// <summary>Changes, and of all cases: the first message or its value still among the best five; the new value not among them; the old value not among them as of before.</summary>
    private async Task<(int Changes, int Stale, int NewMissed, int OldMissed)> CountAsync(ChattyCase[] cases)
    {
        var (stale, newMissed, oldMissed) = (0, 0, 0);
        foreach (var example in cases)
        {
            await using var fixture = new EngineFixture();
            var first = fixture.Time.GetUtcNow();
            await TellAsync(fixture, example);
            var now = await BestAsync(fixture.Memory, new RecallQuery(example.Question));
            if (example.Changes && now.Exists(item => item.Id == "m1" || IsOld(item, example)))
            {
                stale++;
                output.WriteLine($"stale: {example.First} | {example.Then}");
            }

            newMissed += now.Exists(item => Says(item, example.New)) ? 0 : 1;
            var before = await BestAsync(fixture.Memory, new RecallQuery(example.Question) { AsOf = first + (Between / 2) });
            oldMissed += before.Exists(item => Says(item, example.Old)) ? 0 : 1;
        }

        return (cases.Count(static example => example.Changes), stale, newMissed, oldMissed);
    }

    private static async Task TellAsync(EngineFixture fixture, ChattyCase example)
    {
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", example.First)]);
        fixture.Time.Advance(Between);
        await fixture.Memory.RememberAsync([EngineFixture.Say("m2", example.Then, session: "s2", minutes: (int)Between.TotalMinutes)]);
        await fixture.Memory.FlushAsync();
        fixture.Time.Advance(Between);
    }

    private static async Task<List<RecallItem>> BestAsync(IMemory memory, RecallQuery query) => [.. (await memory.RecallAsync(query)).Items.Take(Top)];

    private static bool Says(RecallItem item, string value) => item.Text.Contains(value, StringComparison.OrdinalIgnoreCase);

    private static bool IsOld(RecallItem item, ChattyCase example) =>
        item.Kind is not RecallItemKind.Interaction && Says(item, example.Old.TrimEnd('.')) && !Says(item, " not ");
}
