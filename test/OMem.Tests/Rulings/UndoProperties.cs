using CsCheck;
using static OMem.Tests.Rulings.RulingFixture;

namespace OMem.Tests.Rulings;

/// <summary>Whatever is said, corrected, retracted, undone and done again in whatever order: undo and redo are exact, and the ledger only grows.</summary>
public sealed class UndoProperties
{
    private static readonly string[] Sayings =
    [
        "I live in Oslo.", "I moved to Rome.", "I live in Bergen now.", "I love jazz.", "I love jazz concerts.", "I love old jazz records.", "I don't like jazz anymore.",
        "I love coffee.", "I don't drink coffee any more.", "I work as a nurse.", "I started a new job as a baker.", "My sister Anna plays the cello.", "I adopted a dog yesterday.",
        "I'm going to visit Lisbon next month.", "I visited Lisbon last week.", "I used to live in Madrid.",
    ];

    [Fact]
    public Task UndoAndRedo_AnySequence_AreExact() =>
        Gen.Int[0, int.MaxValue - 1].SampleAsync(RunAsync, iter: 60, threads: 1);

    private static async Task RunAsync(int seed)
    {
        var random = new Random(seed);
        await using var fixture = new RulingFixture();
        var ledger = new List<LedgerEntry>();
        for (var step = 0; step < 14; step++)
        {
            var before = await fixture.PictureAsync();
            fixture.Wait();
            var result = await StepAsync(fixture, random);
            ledger = await GrewAsync(fixture, ledger);
            if (result is not null)
            {
                await ThereAndBackAsync(fixture, result, before, random);
                ledger = await GrewAsync(fixture, ledger);
            }

            await IsSoundAsync(fixture);
        }
    }

    private static async Task<CorrectionResult?> StepAsync(RulingFixture fixture, Random random)
    {
        PersonaItem[] current = [.. (await fixture.AllAsync()).Where(item => item.SupersededAt is null)];
        var entries = await fixture.LedgerAsync();
        var item = current.Length > 0 ? current[random.Next(current.Length)] : null;
        try
        {
            switch (random.Next(8))
            {
                case 0 when item is not null:
                    return await fixture.Memory.RetractAsync(item.Id, Note);
                case 1 when item is not null:
                    return await fixture.Memory.CorrectAsync(item.Id, new Replacement { Value = $"v{random.Next(5)}", Text = $"{item.Subject} has v{random.Next(5)}" }, Note);
                case 2 when item is not null:
                    return await fixture.Memory.ConfirmAsync(item.Id, Note);
                case 3 when entries.Count > 0:
                    return await fixture.Memory.UndoAsync(new UndoRequest { Entry = random.Next(entries.Count) + 1, Cascade = random.Next(2) == 0, Note = Note });
                case 4 when entries.Count > 0:
                    return await fixture.Memory.UndoAsync(new UndoRequest { After = Math.Max(0, entries.Count - random.Next(6)), Note = Note });
                case 5:
                    return await fixture.Memory.RedoAsync(Note);
                default:
                    await fixture.SayAsync(Sayings[random.Next(Sayings.Length)]);
                    return null;
            }
        }
        catch (CorrectionException)
        {
            return null;
        }
    }

    /// <summary>Undoes what was just done and does it again, as often as chance has it; each way gives the same bytes.</summary>
    private static async Task ThereAndBackAsync(RulingFixture fixture, CorrectionResult result, string before, Random random)
    {
        var after = await fixture.PictureAsync();
        for (var i = random.Next(3); i > 0; i--)
        {
            fixture.Wait();
            var undo = await fixture.Memory.UndoAsync(new UndoRequest { Entry = result.Entry, Note = Note });
            (await fixture.PictureAsync()).ShouldBe(before);
            fixture.Wait();
            await fixture.Memory.RedoAsync(Note, undo.Entry);
            (await fixture.PictureAsync()).ShouldBe(after);
        }
    }

    private static async Task<List<LedgerEntry>> GrewAsync(RulingFixture fixture, List<LedgerEntry> before)
    {
        var ledger = await fixture.LedgerAsync();
        System.Text.Json.JsonSerializer.Serialize(ledger.Take(before.Count)).ShouldBe(System.Text.Json.JsonSerializer.Serialize(before), "the ledger is append-only");
        return ledger;
    }

    private static async Task IsSoundAsync(RulingFixture fixture)
    {
        var card = await fixture.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var items = card.Attributes.Concat(card.Facts).ToDictionary(item => item.Id, StringComparer.Ordinal);
        items.Values.ShouldAllBe(item => item.SupersededBy == null || items.ContainsKey(item.SupersededBy));
        items.Values.ShouldAllBe(item => item.SupersededBy == null || item.SupersededAt != null);
        items.Values.ShouldAllBe(item => item.Evidence.Count > 0);
        items.Values.Where(item => item.SupersededAt is not null).ShouldAllBe(item => item.ClusterId == null);
        card.Clusters.SelectMany(cluster => cluster.Members).ShouldAllBe(id => items.ContainsKey(id) && items[id].SupersededAt == null);
    }
}
