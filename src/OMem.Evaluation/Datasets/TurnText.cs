using OMem.Interactions;
using OMem.Text;

namespace OMem.Evaluation;

/// <summary>The parts of an interaction as the baselines see it: the same words and the same vector as the engine. Captions count.</summary>
internal static class TurnText
{
    public const string CaptionKey = InteractionAnalyzer.CaptionKey;

    /// <summary>Speaker, text and caption, as lexical baselines index them.</summary>
    public static string ForWords(Interaction turn) => $"{turn.Speaker} {Shown(turn)}";

    /// <summary><c>text [caption]</c>.</summary>
    public static string Shown(Interaction turn) => InteractionAnalyzer.ShownText(turn);

    /// <summary><c>Speaker: text [caption]</c>, as encoders get it.</summary>
    public static string ForVector(Interaction turn) => InteractionAnalyzer.EmbeddingText(turn);

    /// <summary>Characters of <c>text [caption]</c> divided by four, rounded up.</summary>
    public static int Tokens(Interaction turn) => TokenEstimate.Count(Shown(turn));
}
