using System.Text.Json;

namespace OMem.Recall;

/// <summary>A logistic model of whether the memory holds an answer: bias + weights x measures. Immutable.</summary>
/// <param name="Bias">The constant.</param>
/// <param name="Coverage">Weight of the share of clue weight that the best turns' windows hold.</param>
/// <param name="Confidence">Weight of the probability mass of the best ten turns.</param>
/// <param name="Unseen">Weight of the share of clue weight that occurs nowhere.</param>
/// <param name="Similarity">Weight of the best similarity by vector, in deviations above the mean.</param>
internal sealed record SignalModel(double Bias, double Coverage, double Confidence, double Unseen, double Similarity)
{
    /// <summary>The probability for these measures, 0-1.</summary>
    public double Probability(SignalMeasures measures)
    {
        var logit = Bias + (Coverage * measures.Coverage) + (Confidence * measures.Confidence)
            + (Unseen * measures.Unseen) + (Similarity * measures.Similarity);
        return 1 / (1 + Math.Exp(-logit));
    }

    internal static SignalModel Read(JsonElement json) => new(
        json.GetProperty("bias").GetDouble(),
        json.GetProperty("coverage").GetDouble(),
        json.GetProperty("confidence").GetDouble(),
        json.GetProperty("unseen").GetDouble(),
        json.GetProperty("similarity").GetDouble());

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("signal");
        writer.WriteNumber("bias", Bias);
        writer.WriteNumber("coverage", Coverage);
        writer.WriteNumber("confidence", Confidence);
        writer.WriteNumber("unseen", Unseen);
        writer.WriteNumber("similarity", Similarity);
        writer.WriteEndObject();
    }
}

/// <summary>What the knowledge signal is made of.</summary>
/// <param name="Coverage">The share of clue weight that the best turn and its window hold, 0-1.</param>
/// <param name="Confidence">Softmax mass of the best ten turns, 0-1.</param>
/// <param name="Unseen">The share of clue weight that occurs nowhere in the scope, 0-1.</param>
/// <param name="Similarity">The best similarity by vector, in deviations above the mean; 0 without vectors.</param>
internal readonly record struct SignalMeasures(double Coverage, double Confidence, double Unseen, double Similarity);
