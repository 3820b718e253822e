using OMem.Tests.Engine;

namespace OMem.Tests.Contradictions;

/// <summary>Each value of <see cref="TimedCases"/> that is current is taken back: nothing in the memory may say it any more.</summary>
public sealed class RetractionFigures(ITestOutputHelper output)
{
    private static readonly TimeSpan Between = TimeSpan.FromDays(10);
    private static readonly CorrectionNote Note = new("Alice", "it was never so");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Retract_CurrentValue_IsSaidNowhereAnyMore(bool isRebuilt)
    {
        var still = new List<string>();
        var values = 0;
        foreach (var example in TimedCases.All)
        {
            var count = (await AskedForAsync(example)).Length;
            for (var i = 0; i < count; i++)
            {
                await using var fixture = new EngineFixture();
                await TellAsync(fixture, example);
                var item = Current(await fixture.Memory.GetPersonaAsync(), example)[i];
                await fixture.Memory.RetractAsync(item.Id, Note);
                if (isRebuilt)
                {
                    await fixture.Memory.RebuildAsync();
                }

                values++;
                still.AddRange((await SaidAsync(fixture.Memory, example, item)).Select(said => $"{example.First} | {example.Then} - {item.Text} -> {said}"));
            }
        }

        still.ForEach(output.WriteLine);
        output.WriteLine($"{values} values taken back, still said {still.Count}");
        still.ShouldBeEmpty();
        values.ShouldBeGreaterThanOrEqualTo(60);
    }

    /// <summary>Every place that still says the item as true now.</summary>
    private static async Task<List<string>> SaidAsync(IMemory memory, TimedCase example, PersonaItem item)
    {
        var said = new List<string>();
        var card = await memory.GetPersonaAsync();
        var current = card.Attributes.Concat(card.Facts).ToDictionary(static known => known.Id, StringComparer.Ordinal);
        bool Says(PersonaItem other) => other.Subject == item.Subject && other.Polarity == item.Polarity && other.Text.Contains(item.Value, StringComparison.OrdinalIgnoreCase) && (other.Kind is PersonaItemKind.Attribute || other.Aspect is null);
        said.AddRange(current.Values.Where(Says).Select(static other => $"persona {other.Kind}: {other.Text}"));
        said.AddRange(card.Clusters.Where(group => group.Members.Contains(item.Id) || group.Summary.Contains(item.Text, StringComparison.OrdinalIgnoreCase)).Select(static group => $"group: {group.Summary}"));
        said.AddRange((await memory.GetTopicsAsync()).Where(topic => topic.Label.Contains(item.Text, StringComparison.OrdinalIgnoreCase)).Select(static topic => $"topic: {topic.Label}"));
        var recall = await memory.RecallAsync(new RecallQuery(example.Question));
        foreach (var shown in recall.Items)
        {
            if (shown.Kind is RecallItemKind.Interaction)
            {
                var isEvidence = item.Evidence.Any(evidence => evidence.InteractionId == shown.Id);
                var others = current.Values.Any(other => other.Evidence.Any(evidence => evidence.InteractionId == shown.Id));
                said.AddRange(isEvidence && !others ? [$"recall: {shown.Text}"] : []);
            }
            else if (!current.TryGetValue(shown.Id, out var known) || Says(known))
            {
                said.Add($"recall {shown.Kind}: {shown.Text}");
            }
        }

        return said;
    }

    private static async Task<PersonaItem[]> AskedForAsync(TimedCase example)
    {
        await using var fixture = new EngineFixture();
        await TellAsync(fixture, example);
        return Current(await fixture.Memory.GetPersonaAsync(), example);
    }

    private static PersonaItem[] Current(PersonaCard card, TimedCase example) =>
        [.. card.Attributes.Where(item => item.Subject == "Alice" && item.Aspect == example.Aspect).OrderBy(static item => item.Id, StringComparer.Ordinal)];

    private static async Task TellAsync(EngineFixture fixture, TimedCase example)
    {
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", example.First)]);
        fixture.Time.Advance(Between);
        await fixture.Memory.RememberAsync([EngineFixture.Say("m2", example.Then, minutes: (int)Between.TotalMinutes)]);
        await fixture.Memory.FlushAsync();
        fixture.Time.Advance(Between);
    }
}
