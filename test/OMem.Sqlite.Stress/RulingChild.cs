using System.Globalization;

namespace OMem.Sqlite.Stress;

/// <summary>The child that says, corrects, retracts, forgets, erases, undoes and does again whatever chance has it, and tells after each where the memory stands.</summary>
internal static class RulingChild
{
    private const int MostBack = 6;

    private const int Erase = 9;

    private static readonly CorrectionNote Note = new("storm", "chance has it");

    private static readonly string[] Sayings =
    [
        "I live in Oslo.", "I moved to Rome.", "I live in Bergen now.", "I love jazz.", "I love jazz concerts.", "I love old jazz records.", "I don't like jazz anymore.",
        "I love coffee.", "I don't drink coffee any more.", "I work as a nurse.", "I work as a teacher now.", "I adopted a dog yesterday.", "I visited Lisbon last week.",
    ];

    public static async Task<int> RunAsync(string file, int seed)
    {
        await using var place = new RulingPlace(file);
        var random = new Random(seed);
        while (true)
        {
            var standing = await place.StandingAsync();
            Console.WriteLine(standing.Line + ";");
            try
            {
                await StepAsync(place.Memory, standing.Entries, random);
            }
            catch (CorrectionException)
            {
                // Chance had it that there was nothing to do: no decision was made.
            }
        }
    }

    private static async Task StepAsync(IMemory memory, long entries, Random random)
    {
        var card = await memory.GetPersonaAsync();
        var kind = random.Next(11);
        var said = await memory.ReadLogAsync().Select(static stored => stored.Interaction.Id).ToListAsync();
        var message = said.Count > 0 ? said[random.Next(said.Count)] : null;
        Console.WriteLine(kind == Erase && message is not null ? $"begin {kind} {message};" : $"begin {kind};");
        PersonaItem[] items = [.. card.Attributes, .. card.Facts];
        var item = items.Length > 0 ? items[random.Next(items.Length)] : null;
        switch (kind)
        {
            case 0 or 1 when item is not null:
                await memory.RetractAsync(item.Id, Note);
                break;
            case 2 or 3 when item is not null:
                var value = string.Create(CultureInfo.InvariantCulture, $"v{random.Next(100)}");
                await memory.CorrectAsync(item.Id, new Replacement { Value = value, Text = $"{item.Subject} has {value}" }, Note);
                break;
            case 4 when entries > 0:
                await memory.UndoAsync(new UndoRequest { Entry = entries - random.Next((int)Math.Min(MostBack, entries)), Cascade = true, Note = Note });
                break;
            case 5 when entries > 0:
                await memory.UndoAsync(new UndoRequest { After = Math.Max(0, entries - random.Next(1, MostBack)), Note = Note });
                break;
            case 6:
                await memory.RedoAsync(Note);
                break;
            case 7 or 8 when message is not null:
                await memory.ForgetAsync(new MemorySelection { Interactions = [message] }, Note);
                break;
            case Erase when message is not null:
                await memory.EraseAsync(new MemorySelection { Interactions = [message] }, Note);
                break;
            default:
                await SayAsync(memory, Sayings[random.Next(Sayings.Length)]);
                break;
        }
    }

    private static async Task SayAsync(IMemory memory, string text)
    {
        var number = (await memory.GetStatusAsync()).LogSequence + 1;
        await memory.RememberAsync(
        [
            new Interaction { Id = string.Create(CultureInfo.InvariantCulture, $"s{number}"), Speaker = "Alice", Text = text, OccurredAt = Messages.Start.AddDays(number) },
        ]);
        await memory.FlushAsync();
    }
}
