using System.Text.Json;

namespace OMem.Recall;

/// <summary>Weights and constants for one kind of scope. Immutable.</summary>
internal sealed class RecallProfile
{
    private readonly float[] _weights;

    /// <summary>Creates a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bm25">Constants of BM25.</param>
    /// <param name="weights">A weight for each feature, by column.</param>
    /// <param name="signal">Calibration of the knowledge signal.</param>
    public RecallProfile(string name, Bm25Set bm25, IReadOnlyList<float> weights, SignalModel signal)
    {
        if (weights.Count != FeatureCatalog.Count)
        {
            throw new ArgumentException($"Expected {FeatureCatalog.Count} weights, got {weights.Count}.", nameof(weights));
        }

        Name = name;
        Bm25 = bm25;
        Signal = signal;
        _weights = [.. weights];
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Constants of BM25.</summary>
    public Bm25Set Bm25 { get; }

    /// <summary>Calibration of the knowledge signal.</summary>
    public SignalModel Signal { get; }

    /// <summary>A weight for each feature, by column.</summary>
    public IReadOnlyList<float> Weights => _weights;

    /// <summary>The weight of a feature.</summary>
    public float Weight(Feature feature) => _weights[(int)feature];

    /// <summary>The same with other weights.</summary>
    public RecallProfile With(IReadOnlyList<float> weights) => new(Name, Bm25, weights, Signal);

    /// <summary>The same with another calibration.</summary>
    public RecallProfile With(SignalModel signal) => new(Name, Bm25, _weights, signal);

    internal static RecallProfile Read(string name, JsonElement json)
    {
        var weights = new float[FeatureCatalog.Count];
        foreach (var property in json.GetProperty("weights").EnumerateObject())
        {
            if (!FeatureCatalog.TryFind(property.Name, out var feature))
            {
                throw new FormatException($"The recall weights name an unknown feature '{property.Name}' in profile '{name}'.");
            }

            weights[(int)feature] = property.Value.GetSingle();
        }

        var bm25 = json.GetProperty("bm25");
        return new RecallProfile(
            name,
            new Bm25Set(Constants(bm25, "turn"), Constants(bm25, "bigram"), Constants(bm25, "window"), Constants(bm25, "session")),
            weights,
            SignalModel.Read(json.GetProperty("signal")));
    }

    internal void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject(Name);
        writer.WriteStartObject("bm25");
        Write(writer, "turn", Bm25.Turn);
        Write(writer, "bigram", Bm25.Bigram);
        Write(writer, "window", Bm25.Window);
        Write(writer, "session", Bm25.Session);
        writer.WriteEndObject();
        writer.WriteStartObject("weights");
        foreach (var definition in FeatureCatalog.All)
        {
            writer.WriteNumber(definition.Name, Weight(definition.Feature));
        }

        writer.WriteEndObject();
        Signal.Write(writer);
        writer.WriteEndObject();
    }

    private static Bm25 Constants(JsonElement json, string name)
    {
        var constants = json.GetProperty(name);
        return new Bm25(constants.GetProperty("k1").GetSingle(), constants.GetProperty("b").GetSingle());
    }

    private static void Write(Utf8JsonWriter writer, string name, Bm25 bm25)
    {
        writer.WriteStartObject(name);
        writer.WriteNumber("k1", bm25.K1);
        writer.WriteNumber("b", bm25.B);
        writer.WriteEndObject();
    }
}
