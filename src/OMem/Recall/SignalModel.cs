using System.Text.Json;

namespace OMem.Recall;

/// <summary>A logistic model of whether the memory holds an answer: bias + weights x measures. Immutable.</summary>
/// <param name="Bias">The constant.</param>
/// <param name="Window">Weight of <see cref="SignalMeasures.Window"/>.</param>
/// <param name="Turn">Weight of <see cref="SignalMeasures.Turn"/>.</param>
/// <param name="Score">Weight of <see cref="SignalMeasures.Score"/>.</param>
/// <param name="Similarity">Weight of <see cref="SignalMeasures.Similarity"/>.</param>
/// <param name="Size">Weight of <see cref="SignalMeasures.Size"/>.</param>
/// <param name="ItemWords">Weight of <see cref="SignalMeasures.ItemWords"/>.</param>
/// <param name="ItemSimilarity">Weight of <see cref="SignalMeasures.ItemSimilarity"/>.</param>
internal sealed record SignalModel(
    double Bias, double Window, double Turn, double Score, double Similarity, double Size = 0, double ItemWords = 0, double ItemSimilarity = 0)
{
    /// <summary>The probability for these measures, 0-1.</summary>
    public double Probability(SignalMeasures measures)
    {
        var logit = Bias + (Window * measures.Window) + (Turn * measures.Turn)
            + (Score * measures.Score) + (Similarity * measures.Similarity)
            + (Size * measures.Size) + (ItemWords * measures.ItemWords) + (ItemSimilarity * measures.ItemSimilarity);
        return 1 / (1 + Math.Exp(-logit));
    }

    internal static SignalModel Read(JsonElement json) => new(
        json.GetProperty("bias").GetDouble(),
        json.GetProperty("window").GetDouble(),
        json.GetProperty("turn").GetDouble(),
        json.GetProperty("score").GetDouble(),
        json.GetProperty("similarity").GetDouble(),
        json.GetProperty("size").GetDouble(),
        json.GetProperty("itemWords").GetDouble(),
        json.GetProperty("itemSimilarity").GetDouble());

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("bias", Bias);
        writer.WriteNumber("window", Window);
        writer.WriteNumber("turn", Turn);
        writer.WriteNumber("score", Score);
        writer.WriteNumber("similarity", Similarity);
        writer.WriteNumber("size", Size);
        writer.WriteNumber("itemWords", ItemWords);
        writer.WriteNumber("itemSimilarity", ItemSimilarity);
    }
}

/// <summary>The calibrations of a profile.</summary>
/// <param name="WithVectors">When the question and the turns have vectors.</param>
/// <param name="ByWords">For lexical recall.</param>
internal sealed record SignalSet(SignalModel WithVectors, SignalModel ByWords)
{
    internal static SignalSet Read(JsonElement json) =>
        new(SignalModel.Read(json.GetProperty("withVectors")), SignalModel.Read(json.GetProperty("byWords")));

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("signal");
        writer.WriteStartObject("withVectors");
        WithVectors.Write(writer);
        writer.WriteEndObject();
        writer.WriteStartObject("byWords");
        ByWords.Write(writer);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}

/// <summary>What the knowledge signal is made of: the best over the first five turns of a ranking.</summary>
/// <param name="Window">The share of the question's clue weight that a turn holds together with the two before and after it, 0-1.</param>
/// <param name="Turn">The share that a turn holds alone, 0-1.</param>
/// <param name="Score">The mean score of the five.</param>
/// <param name="Similarity">Dot product with the whole question; 0 without vectors.</param>
/// <param name="Size">Natural logarithm of the number of turns, at most 700: a score says how far a turn stands out, and among few none can stand out far.</param>
/// <param name="ItemWords">The share of clue weight that the best attribute or fact holds, 0-1.</param>
/// <param name="ItemSimilarity">Dot product of the whole question and the most similar attribute or fact; 0 without vectors.</param>
internal readonly record struct SignalMeasures(
    double Window, double Turn, double Score, double Similarity, double Size = 0, double ItemWords = 0, double ItemSimilarity = 0)
{
    /// <summary>All of them, in the order of the weights of <see cref="SignalModel"/>.</summary>
    public double[] ToArray() => [Window, Turn, Score, Similarity, Size, ItemWords, ItemSimilarity];
}
