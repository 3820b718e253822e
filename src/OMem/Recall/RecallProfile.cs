using System.Text.Json;

namespace OMem.Recall;

/// <summary>Weights and constants for one kind of scope. Immutable.</summary>
internal sealed class RecallProfile
{
    private readonly float[] _weights;
    private readonly bool[] _uses;

    /// <summary>Creates a profile.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="bm25">Constants of BM25.</param>
    /// <param name="lengthPenalty">How much long items are held back when a budget is filled.</param>
    /// <param name="weights">A weight for each feature, by column.</param>
    /// <param name="uses">The features in use, also those whose weight is 0 at present.</param>
    /// <param name="signal">Calibration of the knowledge signal.</param>
    public RecallProfile(
        string name, Bm25Set bm25, float lengthPenalty, IReadOnlyList<float> weights, IEnumerable<Feature> uses, SignalSet signal)
    {
        if (weights.Count != FeatureCatalog.Count)
        {
            throw new ArgumentException($"Expected {FeatureCatalog.Count} weights, got {weights.Count}.", nameof(weights));
        }

        Name = name;
        Bm25 = bm25;
        LengthPenalty = lengthPenalty;
        Signal = signal;
        _weights = [.. weights];
        _uses = new bool[FeatureCatalog.Count];
        foreach (var feature in uses)
        {
            _uses[(int)feature] = true;
        }
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Constants of BM25.</summary>
    public Bm25Set Bm25 { get; }

    /// <summary>Calibration of the knowledge signal.</summary>
    public SignalSet Signal { get; }

    /// <summary>How much long items are held back when a budget is filled: penalty x ln(characters + 20) off the score.</summary>
    public float LengthPenalty { get; }

    /// <summary>The features in use, by column.</summary>
    public IEnumerable<Feature> Features => FeatureCatalog.All.Select(static definition => definition.Feature).Where(Uses);

    /// <summary>A weight for each feature, by column.</summary>
    public IReadOnlyList<float> Weights => _weights;

    /// <summary>Whether a feature is computed.</summary>
    public bool Uses(Feature feature) => _uses[(int)feature];

    /// <summary>The weight of a feature.</summary>
    public float Weight(Feature feature) => _weights[(int)feature];

    /// <summary>The same with other weights.</summary>
    public RecallProfile With(IReadOnlyList<float> weights) => new(Name, Bm25, LengthPenalty, weights, Features, Signal);

    /// <summary>The same with another calibration.</summary>
    public RecallProfile With(SignalSet signal) => new(Name, Bm25, LengthPenalty, _weights, Features, signal);

    internal static RecallProfile Read(string name, JsonElement json)
    {
        var weights = new float[FeatureCatalog.Count];
        var uses = new List<Feature>();
        foreach (var property in json.GetProperty("weights").EnumerateObject())
        {
            if (!FeatureCatalog.TryFind(property.Name, out var feature))
            {
                throw new FormatException($"The recall weights name an unknown feature '{property.Name}' in profile '{name}'.");
            }

            weights[(int)feature] = property.Value.GetSingle();
            uses.Add(feature);
        }

        var bm25 = json.GetProperty("bm25");
        return new RecallProfile(
            name,
            new Bm25Set(Constants(bm25, "turn"), Constants(bm25, "bigram"), Constants(bm25, "window"), Constants(bm25, "session")),
            json.GetProperty("lengthPenalty").GetSingle(),
            weights,
            uses,
            SignalSet.Read(json.GetProperty("signal")));
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
        writer.WriteNumber("lengthPenalty", LengthPenalty);
        writer.WriteStartObject("weights");
        foreach (var feature in Features)
        {
            writer.WriteNumber(FeatureCatalog.Get(feature).Name, Weight(feature));
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
