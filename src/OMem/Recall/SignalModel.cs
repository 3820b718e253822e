using System.Text.Json;

namespace OMem.Recall;

/// <summary>A logistic model of whether the memory holds an answer: bias + weights x measures. Immutable.</summary>
/// <param name="Bias">The constant.</param>
/// <param name="Window">Weight of <see cref="SignalMeasures.Window"/>.</param>
/// <param name="Turn">Weight of <see cref="SignalMeasures.Turn"/>.</param>
/// <param name="Score">Weight of <see cref="SignalMeasures.Score"/>.</param>
/// <param name="Similarity">Weight of <see cref="SignalMeasures.Similarity"/>.</param>
internal sealed record SignalModel(double Bias, double Window, double Turn, double Score, double Similarity)
{
    /// <summary>The probability for these measures, 0-1.</summary>
    public double Probability(SignalMeasures measures)
    {
        var logit = Bias + (Window * measures.Window) + (Turn * measures.Turn)
            + (Score * measures.Score) + (Similarity * measures.Similarity);
        return 1 / (1 + Math.Exp(-logit));
    }

    internal static SignalModel Read(JsonElement json) => new(
        json.GetProperty("bias").GetDouble(),
        json.GetProperty("window").GetDouble(),
        json.GetProperty("turn").GetDouble(),
        json.GetProperty("score").GetDouble(),
        json.GetProperty("similarity").GetDouble());

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteNumber("bias", Bias);
        writer.WriteNumber("window", Window);
        writer.WriteNumber("turn", Turn);
        writer.WriteNumber("score", Score);
        writer.WriteNumber("similarity", Similarity);
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
internal readonly record struct SignalMeasures(double Window, double Turn, double Score, double Similarity);
