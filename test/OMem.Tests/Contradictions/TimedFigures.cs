using OMem.Tests.Engine;

namespace OMem.Tests.Contradictions;

/// <summary>What of <see cref="TimedCases"/> the local reader gets right, counted, and which cases it does not.</summary>
public sealed class TimedFigures(ITestOutputHelper output)
{
    private const int Top = 5;

    private static readonly TimeSpan Between = TimeSpan.FromDays(10);

    [Fact]
    public void Cases_AreAtLeastSixtyAndEachNamesAStaleValue()
    {
        TimedCases.All.Length.ShouldBeGreaterThanOrEqualTo(60);
        TimedCases.All.ShouldAllBe(example => example.Stale.Length > 3 && (example.Stale[0] == '+' || example.Stale[0] == '-'));
    }

    [Fact]
    public async Task Figures_OfTheLocalReader_AreThePublishedOnes()
    {
        var (stale, wrong) = (new List<string>(), new List<string>());
        var values = 0;
        foreach (var example in TimedCases.All)
        {
            await using var fixture = new EngineFixture();
            var told = await TellAsync(fixture, example);
            if (await IsStaleAsync(fixture.Memory, example) is { } shown)
            {
                stale.Add($"{example.First} | {example.Then} -> {shown}");
            }

            foreach (var (name, query, expected) in Asked(example, told))
            {
                values++;
                var card = await fixture.Memory.GetPersonaAsync(query);
                var found = Values(card, example.Aspect);
                if (!found.SequenceEqual(Sorted(expected), StringComparer.Ordinal))
                {
                    wrong.Add($"{example.First} | {example.Then} [{name}] expected {expected}, found {string.Join(' ', found)} of {string.Join("; ", card.Attributes.Select(item => item.Aspect + ": " + item.Text))}");
                }
            }
        }

        stale.ForEach(output.WriteLine);
        wrong.ForEach(output.WriteLine);
        output.WriteLine($"{TimedCases.All.Length} cases: stale in the top {Top} {stale.Count}; values right {values - wrong.Count} of {values}");
        stale.ShouldBeEmpty();
        values.ShouldBe(5 * TimedCases.All.Length);
        wrong.ShouldBeEmpty();
    }

    private static async Task<(DateTimeOffset First, DateTimeOffset Then)> TellAsync(EngineFixture fixture, TimedCase example)
    {
        var first = fixture.Time.GetUtcNow();
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", example.First)]);
        fixture.Time.Advance(Between);
        await fixture.Memory.RememberAsync([EngineFixture.Say("m2", example.Then, minutes: (int)Between.TotalMinutes)]);
        await fixture.Memory.FlushAsync();
        fixture.Time.Advance(Between);
        return (first, first + Between);
    }

    /// <summary>Both questions about the past, before and after, and the present.</summary>
    private static IEnumerable<(string Name, PersonaQuery Query, string Expected)> Asked(TimedCase example, (DateTimeOffset First, DateTimeOffset Then) told)
    {
        var (before, after) = (told.First + (Between / 2), told.Then + (Between / 2));
        yield return ("as of before", new PersonaQuery { AsOf = before }, example.Before);
        yield return ("as of after", new PersonaQuery { AsOf = after }, example.After);
        yield return ("valid before", new PersonaQuery { ValidAt = before }, example.Before);
        yield return ("valid after", new PersonaQuery { ValidAt = after }, example.After);
        yield return ("now", new PersonaQuery(), example.After);
    }

    /// <summary>What of the best items says the stale value as present: the first message where it was overtaken, or an attribute or fact of that polarity that is not about a plan.</summary>
    private static async Task<string?> IsStaleAsync(IMemory memory, TimedCase example)
    {
        var card = await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var known = card.Attributes.Concat(card.Facts).ToDictionary(item => item.Id, StringComparer.Ordinal);
        foreach (var item in (await memory.RecallAsync(new RecallQuery(example.Question))).Items.Take(Top))
        {
            var isSaid = item.Text.Contains(example.Stale[1..], StringComparison.OrdinalIgnoreCase);
            var isStale = item.Kind is RecallItemKind.Interaction
                ? item.Id == "m1" && !example.After.StartsWith(example.Before, StringComparison.Ordinal)
                : known[item.Id] is { Subject: "Alice" } believed && (believed.Polarity is Polarity.Negative) == (example.Stale[0] is '-') && !IsNewsOfTheChange(believed, example);
            if (isSaid && isStale)
            {
                return $"{item.Kind} {item.Text}";
            }
        }

        return null;
    }

    /// <summary>"Alice sold her boat" is what happened to the boat; "Alice moves to Lisbon in May" is what is planned.</summary>
    private static bool IsNewsOfTheChange(PersonaItem item, TimedCase example) =>
        item.Kind is PersonaItemKind.Fact && (item.Aspect is not null || example.Before != example.After) && item.Evidence.All(evidence => evidence.InteractionId == "m2");

    private static string[] Values(PersonaCard card, string aspect) =>
        [.. card.Attributes.Where(item => item.Subject == "Alice" && item.Aspect == aspect)
            .Select(item => (item.Polarity is Polarity.Negative ? "-" : "+") + Bare(item.Value.ToLowerInvariant())).Order(StringComparer.Ordinal)];

    private static string Bare(string value) => value.StartsWith("a ", StringComparison.Ordinal) ? value[2..] : value;

    private static IEnumerable<string> Sorted(string expected) =>
        expected.Split(["+", " -", "-"], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(value => (expected.Contains("-" + value, StringComparison.Ordinal) ? "-" : "+") + value).Order(StringComparer.Ordinal);
}
