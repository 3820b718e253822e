using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Prompts;
using OMem.Text;

namespace OMem.Understanding.Llm;

/// <summary>Makes the prompt of a reading call. Message texts go in as JSON strings, apart from the instructions.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class ReadPrompt
{
    /// <summary>Tokens of a message beside its text: number, speaker, role, time, and JSON around them.</summary>
    private const int TokensAround = 32;

    private const int MostCaptionTokens = 200;

    private readonly ChatMessage _instructions;

    /// <summary>Creates the prompt of a domain.</summary>
    public ReadPrompt(MemoryDomain domain)
    {
        var file = PromptFile.Load("read", domain);
        Version = file.Version;
        var text = file.Text
            .Replace("{{aspects}}", string.Join('\n', domain.Aspects.Select(aspect => $"    {aspect.Name}: {aspect.Description}")), StringComparison.Ordinal)
            .Replace("{{topics}}", string.Join(", ", domain.TopicHints.Select(hint => $"\"{hint}\"")), StringComparison.Ordinal);
        _instructions = new ChatMessage(ChatRole.System, text);
        FixedTokens = TokenEstimate.Count(text);
        AsksForAccount = text.Contains("\"read\"", StringComparison.Ordinal);
    }

    /// <summary>The version of the prompt's file.</summary>
    public string Version { get; }

    /// <summary>Whether the answer has to account for every message; a domain's own prompt may not ask for that.</summary>
    public bool AsksForAccount { get; }

    /// <summary>Estimated tokens of the instructions.</summary>
    public int FixedTokens { get; }

    /// <summary>Estimated tokens a message adds.</summary>
    /// <param name="stored">The message.</param>
    /// <param name="mostTokens">The most tokens of its text that are sent.</param>
    public static int Tokens(StoredInteraction stored, int mostTokens) =>
        TokensAround + Math.Min(mostTokens, TokenEstimate.Count(stored.Interaction.Text))
        + Math.Min(MostCaptionTokens, TokenEstimate.Count(Caption(stored)?.Length ?? 0)) + TokenEstimate.Count(stored.Interaction.Speaker);

    /// <summary>The messages of a call.</summary>
    public IReadOnlyList<ChatMessage> Messages(ReadingChunk chunk)
    {
        var input = new ReadInput(
            [.. chunk.Context.Select(stored => Of(stored, n: null, chunk.MostContextTokens))],
            [.. chunk.Interactions.Select((stored, i) => Of(stored, i + 1, chunk.MostTextTokens))]);
        return [_instructions, new ChatMessage(ChatRole.User, JsonSerializer.Serialize(input, ReadFormat.Input))];
    }

    private static ReadInputMessage Of(StoredInteraction stored, int? n, int mostTokens) => new(
        n,
        stored.Interaction.Speaker,
        stored.Interaction.Role switch
        {
            SpeakerRole.Person => "person",
            SpeakerRole.Assistant => "assistant",
            SpeakerRole.Tool => "tool",
            _ => "system",
        },
        stored.Interaction.OccurredAt.ToString("ddd yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture),
        Head(stored.Interaction.Text, mostTokens),
        Caption(stored) is { } caption ? Head(caption, MostCaptionTokens) : null);

    private static string? Caption(StoredInteraction stored) => stored.Interaction.Metadata.GetValueOrDefault("caption");

    /// <summary>The beginning of a text, never ending within a surrogate pair.</summary>
    public static string Head(string text, int tokens)
    {
        var length = (long)tokens * 4;
        if (text.Length <= length)
        {
            return text;
        }

        var end = (int)length;
        return text[..(end > 0 && char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)];
    }
}
