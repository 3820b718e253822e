using CsCheck;

namespace OMem.Tests.Forgetting;

/// <summary>Whatever was said and whatever of it is taken: a forget is undone exactly, and after an erase it is as if it had never been said.</summary>
public sealed class ForgettingProperties
{
    private static readonly string[] Sayings =
    [
        "I live in Oslo.", "I moved to Rome.", "I live in Bergen now.", "I love jazz.", "I love jazz concerts.", "I love old jazz records.", "I don't like jazz anymore.",
        "I love coffee.", "I don't drink coffee any more.", "I work as a nurse.", "I started a new job as a baker.", "My sister Anna plays the cello.", "I adopted a dog yesterday.",
        "I'm going to visit Lisbon next month.", "I visited Lisbon last week.", "I used to live in Madrid.", "Sorry, I meant Porto.", "Nice, see you!", "I quit my job.",
    ];

    private static readonly Gen<(int Saying, bool IsTaken)[]> Logs = Gen.Select(Gen.Int[0, Sayings.Length - 1], Gen.Bool).Array[1, 12];

    [Fact]
    public Task Undo_AnyForget_IsExact() => Logs.SampleAsync(
        async log =>
        {
            if (!log.Any(static said => said.IsTaken))
            {
                return;
            }

            await using var memory = new ForgettingFixture();
            await memory.SayAsync([.. log.Select(static said => Sayings[said.Saying])]);
            var before = await memory.PictureAsync();

            var forgotten = await memory.Memory.ForgetAsync(ForgettingFixture.Ids(Taken(log)), ForgettingFixture.Note);
            var without = await memory.PictureAsync();
            var undo = await memory.Memory.UndoAsync(new UndoRequest { Entry = forgotten.Entry, Note = ForgettingFixture.Note });
            (await memory.PictureAsync()).ShouldBe(before);
            await memory.Memory.RedoAsync(ForgettingFixture.Note, undo.Entry);
            (await memory.PictureAsync()).ShouldBe(without);
        },
        iter: 60, threads: 1);

    [Fact]
    public Task Rebuild_AfterAnyErase_IsAsIfItHadNeverBeenSaid() => Logs.SampleAsync(
        async log =>
        {
            if (!log.Any(static said => said.IsTaken))
            {
                return;
            }

            await using var memory = new ForgettingFixture();
            await memory.SayAsync([.. log.Select(static said => Sayings[said.Saying])]);
            await using var never = new ForgettingFixture();
            await never.SayAllButAsync([.. log.Select(static said => Sayings[said.Saying])], Taken(log));

            await memory.EraseAsync(Taken(log));
            await IsSoundAsync(memory, log);
            await memory.Memory.RebuildAsync();

            (await DerivedAsync(memory)).ShouldBe(await DerivedAsync(never));
        },
        iter: 60, threads: 1);

    [Fact]
    public Task Rebuild_AfterAnyForget_IsAsIfItHadNeverBeenSaid() => Logs.SampleAsync(
        async log =>
        {
            if (!log.Any(static said => said.IsTaken))
            {
                return;
            }

            await using var memory = new ForgettingFixture();
            await memory.SayAsync([.. log.Select(static said => Sayings[said.Saying])]);
            await using var never = new ForgettingFixture();
            await never.SayAllButAsync([.. log.Select(static said => Sayings[said.Saying])], Taken(log));

            await memory.Memory.ForgetAsync(ForgettingFixture.Ids(Taken(log)), ForgettingFixture.Note);
            await memory.Memory.RebuildAsync();

            (await DerivedAsync(memory)).ShouldBe(await DerivedAsync(never));
            await never.Memory.RebuildAsync();
            (await RecallAsync(memory)).ShouldBe(await RecallAsync(never));
        },
        iter: 30, threads: 1);

    private static string[] Taken((int Saying, bool IsTaken)[] log) => [.. log.Index().Where(static said => said.Item.IsTaken).Select(static said => $"m{said.Index + 1}")];

    /// <summary>No item without ground, no two homes at once, nothing that names an erased message.</summary>
    private static async Task IsSoundAsync(ForgettingFixture memory, (int Saying, bool IsTaken)[] log)
    {
        var taken = Taken(log);
        var items = await memory.AllAsync();
        items.ShouldAllBe(item => item.Evidence.Count > 0 && item.Evidence.All(evidence => !taken.Contains(evidence.InteractionId)));
        items.Where(static item => item.SupersededBy is not null).ShouldAllBe(item => items.Any(other => other.Id == item.SupersededBy));
        (await memory.ValuesAsync("home")).Length.ShouldBeLessThanOrEqualTo(1);
        var export = await memory.ExportAsync();
        taken.ShouldAllBe(id => !export.Contains($"\"{id}\"", StringComparison.Ordinal));
    }

    private static async Task<string> DerivedAsync(ForgettingFixture memory)
    {
        var items = (await memory.AllAsync()).OrderBy(static item => item.Id, StringComparer.Ordinal)
            .Select(static item => item with { Evidence = [] } + string.Join(',', item.Evidence.Select(static evidence => evidence.InteractionId)));
        var ids = (await memory.Memory.ReadLogAsync().ToListAsync()).ToDictionary(static stored => stored.Sequence, static stored => stored.Interaction.Id);
        var topics = (await memory.Memory.GetTopicsAsync(new TopicQuery { Limit = 1_000 })).OrderBy(static topic => topic.Id, StringComparer.Ordinal)
            .Select(topic => $"{topic.Id} {topic.Label} [{string.Join(',', topic.Aliases)}] {string.Join(',', topic.Interactions.Select(sequence => ids[sequence]))} {topic.FirstAt:O} {topic.LastAt:O}");
        var clusters = (await memory.Memory.GetPersonaAsync()).Clusters.Select(static cluster => $"{cluster.Id} {cluster.Summary}");
        return string.Join('\n', items.Concat(topics).Concat(clusters));
    }

    private static async Task<string> RecallAsync(ForgettingFixture memory)
    {
        var result = await memory.Memory.RecallAsync(new RecallQuery("Where does she live and what does she love?") { MaxItems = 100, TokenBudget = 10_000 });
        return string.Join('\n', result.Items.Select(static item => $"{item.Kind} {item.Id} {item.Score:R} {item.Text}"));
    }
}
