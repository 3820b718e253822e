using OMem.Cli.Output;
using Spectre.Console.Testing;

namespace OMem.Cli.Tests.Support;

/// <summary>Hand-made results to draw.</summary>
internal static class Samples
{
    public const string Hostile = "a[red]b\u001b]0;owned\u0007\u202Ec\nd";
    public const string HostileShown = "a[red]b␛]0;owned␇\\u202ec ⏎ d";

    public static readonly DateTimeOffset At = new(2024, 4, 20, 10, 46, 3, TimeSpan.FromHours(1));

    public static RecallItem Item(string text = "I drink black tea with lemon now.", string speaker = "Ines", RecallItemKind kind = RecallItemKind.Interaction) => new(
        kind, "s04-10", text, 3.25, 12, [new Citation("s04-10", 65, speaker, SpeakerRole.Person, At, "s04")], "2 clues: drink, morn");

    public static RecallResult Result(params RecallItem[] items) => new(
        items,
        "context block",
        new KnowledgeSignal(0.91, true, "2 clues together in one turn"),
        new QueryAnalysis([new Clue("drink", 3.1, 4)], ["Ines"], [new TimeMention("in April", 3, 8, new TimeRange(At, At.AddDays(10)))], AnswerKind.Other, false, "conversation"),
        12,
        262,
        null);

    public static PersonaItem Attribute(string text = "Ines drinks black tea", string subject = "Ines") => new()
    {
        Id = "a1",
        Kind = PersonaItemKind.Attribute,
        Subject = subject,
        Aspect = "habit",
        Value = "black tea",
        Text = text,
        ValidFrom = At,
        RecordedAt = At,
        Confidence = 0.8,
        Evidence = [new Evidence(65, "s04-10", 5, 20), new Evidence(66, "s04-12", 0, 0)],
        Reader = "local@1",
    };

    public static TestConsole Console(int width = 120) => new TestConsole().Width(width);

    public static string Draw(Action<Spectre.Console.IAnsiConsole> draw)
    {
        using var console = Console();
        draw(console);
        return console.Output;
    }
}
