using OMem.Interactions;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Tests.Recall;

/// <summary>A seeded log: words after Zipf, interleaving sessions, questions, dates over two years, vectors with holes.</summary>
internal sealed class RandomLog
{
    public const string Model = "test-model";
    private static readonly DateTimeOffset Start = new(2023, 1, 5, 9, 0, 0, TimeSpan.FromHours(2));
    private readonly Random _random;
    private readonly RandomLogOptions _options;

    public RandomLog(int seed, int turns, RandomLogOptions? options = null)
    {
        _random = new Random(seed);
        _options = options ?? new RandomLogOptions();
        var day = 0;
        for (var i = 0; i < turns; i++)
        {
            day += _random.Next(10) == 0 ? _random.Next(20) : 0;
            Turns.Add(Next(i, day));
        }

        Index = new ScopeIndex(Model, _options.Dimensions);
        Index.Append(Entries());
    }

    public List<Interaction> Turns { get; } = [];

    public List<float[]?> Vectors { get; } = [];

    public ScopeIndex Index { get; }

    public ScopeView View => Index.View;

    public static DateTimeOffset RecordedAt(int turn) => Start.AddYears(3).AddMinutes(turn);

    public IEnumerable<IndexEntry> Entries() => Turns.Select((_, i) => Entry(i));

    public IndexEntry Entry(int i)
    {
        var vector = Vectors[i] is { } v ? VectorCodec.Encode(v) : [];
        return new IndexEntry(
            i + 1,
            Turns[i].Speaker,
            Turns[i].Role,
            Turns[i].OccurredAt,
            RecordedAt(i),
            Turns[i].Session,
            Turns[i].Text.Length,
            new IndexData(InteractionAnalyzer.Analyze(Turns[i]).Encode(), vector, Model, _options.Dimensions));
    }

    public string Sentence(int words) =>
        string.Join(' ', Enumerable.Range(0, words).Select(_ => Word()));

    public float[] Vector()
    {
        var vector = new float[_options.Dimensions];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = (float)(_random.NextDouble() - 0.5);
        }

        return VectorCodec.Normalize(vector);
    }

    private Interaction Next(int i, int day)
    {
        Vectors.Add(_random.NextDouble() < _options.MissingVectors ? null : Vector());
        var text = Sentence(_random.Next(_options.MaxWords));
        text += _random.Next(9) switch
        {
            6 => " I went because you always stayed",
            7 => " did you wait for your Sister?",
            8 => " it wanted paint",
            0 => " yesterday?",
            1 => "?",
            2 => " I told my Friend in May 2023.",
            3 => " we said \"hello\" twice",
            _ => " ok",
        };
        var speaker = _options.Speakers[_random.Next(_options.Speakers.Length)];
        return new Interaction
        {
            Id = $"t{i}",
            Speaker = speaker,
            Role = speaker == "assistant" ? SpeakerRole.Assistant : SpeakerRole.Person,
            Text = text,
            OccurredAt = Start.AddDays(day).AddMinutes(i),
            Session = _random.Next(_options.Interleaving) == 0 ? null : $"s{(i / 9) + _random.Next(2)}",
            Metadata = _random.Next(5) == 0
                ? new Dictionary<string, string>(StringComparer.Ordinal) { ["caption"] = Sentence(3) }
                : new Dictionary<string, string>(StringComparer.Ordinal),
        };
    }

    private string Word()
    {
        var rank = (int)Math.Exp(_random.NextDouble() * Math.Log(_options.Vocabulary));
        return $"word{(char)('a' + (rank % 26))}{(char)('a' + (rank / 26 % 26))}";
    }
}

internal sealed record RandomLogOptions
{
    public string[] Speakers { get; init; } = ["Mira", "Jonas"];

    public int Vocabulary { get; init; } = 120;

    public int MaxWords { get; init; } = 12;

    public int Dimensions { get; init; } = 24;

    public double MissingVectors { get; init; }

    public int Interleaving { get; init; } = 7;
}
