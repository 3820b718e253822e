using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Prompts;
using OMem.Text;

namespace OMem.Consolidation.Judging;

/// <summary>Makes the prompt of a judging call. What it shows goes in as JSON strings, apart from the instructions.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class JudgePrompt
{
    /// <summary>Tokens of an entry beside its texts: number, dates, and JSON around them.</summary>
    private const int TokensAround = 24;

    private readonly ChatMessage _instructions;

    /// <summary>Creates the prompt of a domain.</summary>
    public JudgePrompt(MemoryDomain domain)
    {
        var file = PromptFile.Load("consolidate", domain);
        Version = file.Version;
        _instructions = new ChatMessage(ChatRole.System, file.Text);
        FixedTokens = TokenEstimate.Count(file.Text);
    }

    /// <summary>The version of the prompt's file.</summary>
    public string Version { get; }

    /// <summary>Estimated tokens of the instructions.</summary>
    public int FixedTokens { get; }

    /// <summary>Estimated tokens that an item or a statement adds.</summary>
    public static int Tokens(string text, string label) => TokensAround + TokenEstimate.Count(Math.Min(text.Length, JudgeLimits.Text) + label.Length);

    /// <summary>The messages of a call.</summary>
    public IReadOnlyList<ChatMessage> Messages(JudgeSheet sheet)
    {
        var input = new JudgeInput([.. sheet.Known.Select(static known => Of(known.Near, known.Number))], [.. sheet.New.Select(shown => Of(shown.Case, shown.Number, sheet))]);
        return [_instructions, new ChatMessage(ChatRole.User, JsonSerializer.Serialize(input, JudgeFormat.Input))];
    }

    private static JudgeInputItem Of(NearItem near, int number) => near.Item is { Item: var item }
        ? new JudgeInputItem(
            number, item.Kind is PersonaItemKind.Fact ? item.Aspect ?? JudgeCase.Event : item.Aspect ?? string.Empty, ShownText.Head(item.Text, JudgeLimits.Text),
            Day(item.LastStatedAt), Day(item.ValidFrom == item.LastStatedAt ? null : item.ValidFrom), Tense: null, Near: null)
        : Of(near.Peer!, number, sheet: null);

    private static JudgeInputItem Of(JudgeCase judged, int number, JudgeSheet? sheet) => new(
        number,
        judged.Label,
        ShownText.Head(judged.Text, JudgeLimits.Text),
        Day(judged.SaidAt),
        Day(judged.When?.From),
        judged.Tense is Tense.Ended ? "ended" : null,
        sheet is null ? null : [.. judged.Near.Select(sheet.NumberOf)]);

    private static string? Day(DateTimeOffset? time) => time?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
