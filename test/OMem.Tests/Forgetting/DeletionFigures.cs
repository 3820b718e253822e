namespace OMem.Tests.Forgetting;

/// <summary>Answers that use erased, forgotten or retracted evidence, counted: what a model is told is what its answer can use.</summary>
public sealed class DeletionFigures(ITestOutputHelper output)
{
    private static readonly string[] Questions =
    [
        "Where does Alice live and where did she live before?", "What does Alice love, like or not like any more?", "What is Alice's job, family, health and pets?", "What happened to Alice, and what did she talk about?",
    ];

    private static readonly Dictionary<string, Func<DeletionPlace, DeletionCase, Task>> Ways = new(StringComparer.Ordinal)
    {
        ["forget"] = static (place, deletion) => place.ForgetAsync(deletion.Taken),
        ["forget and rebuild"] = static async (place, deletion) => { await place.ForgetAsync(deletion.Taken); await place.Memory.RebuildAsync(); },
        ["erase"] = static (place, deletion) => place.EraseAsync(deletion.Taken),
        ["erase and rebuild"] = static async (place, deletion) => { await place.EraseAsync(deletion.Taken); await place.Memory.RebuildAsync(); },
        ["forget, then erase"] = static async (place, deletion) => { await place.ForgetAsync(deletion.Taken); await place.EraseAsync(deletion.Taken); },
        ["erase, export and restore"] = static async (place, deletion) => { await place.EraseAsync(deletion.Taken); await place.MoveAsync(); },
    };

    [Fact]
    public async Task Ask_AfterEveryDeletion_NoAnswerUsesWhatIsGone()
    {
        var (answers, faults) = (0, new List<string>());
        foreach (var (way, run) in Ways)
        {
            foreach (var deletion in DeletionCases.All)
            {
                await using var place = new DeletionPlace();
                await place.SayAsync(deletion.Says);
                await run(place, deletion);
                foreach (var question in Questions)
                {
                    answers++;
                    var told = await place.ToldAsync(question);
                    faults.AddRange(deletion.Gone.Where(word => told.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{way}: {deletion}: '{word}' in {told}"));
                }

                if (way.Contains("erase", StringComparison.Ordinal))
                {
                    var export = await place.ExportAsync();
                    faults.AddRange(deletion.Gone.Where(word => export.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{way}: {deletion}: '{word}' in the export"));
                }

                foreach (var held in deletion.Holds.GroupBy(static held => held.Split('=')[0]))
                {
                    var values = await place.ValuesAsync(held.Key);
                    if (!values.SequenceEqual(held.Select(static text => text.Split('=')[1]).Order(StringComparer.Ordinal)))
                    {
                        faults.Add($"{way}: {deletion}: {held.Key} is {string.Join(", ", values)}");
                    }
                }
            }
        }

        output.WriteLine($"{DeletionCases.All.Count} cases, {Ways.Count} ways: answers that use erased, forgotten or retracted evidence: {faults.Count} of {answers}");
        faults.ShouldBeEmpty();
        DeletionCases.All.Count.ShouldBeGreaterThanOrEqualTo(40);
    }
}
