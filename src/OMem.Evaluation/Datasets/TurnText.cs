using OMem.Text;

namespace OMem.Evaluation;

/// <summary>The parts of an interaction as the baselines see it. Captions are indexed and count as tokens.</summary>
internal static class TurnText
{
    public const string CaptionKey = "caption";

    public static string? Caption(Interaction turn) => turn.Metadata.GetValueOrDefault(CaptionKey);

    /// <summary>Speaker, text and caption, as lexical baselines index them.</summary>
    public static string ForWords(Interaction turn) =>
        Caption(turn) is { } caption ? $"{turn.Speaker} {turn.Text} {caption}" : $"{turn.Speaker} {turn.Text}";

    /// <summary><c>Speaker: text [caption]</c>, as the dense baseline embeds them.</summary>
    public static string ForVector(Interaction turn) =>
        Caption(turn) is { } caption ? $"{turn.Speaker}: {turn.Text} [{caption}]" : $"{turn.Speaker}: {turn.Text}";

    /// <summary>Characters of text and caption divided by four, rounded up.</summary>
    public static int Tokens(Interaction turn) => TokenEstimate.Count(turn.Text.Length + (Caption(turn)?.Length ?? 0));
}
