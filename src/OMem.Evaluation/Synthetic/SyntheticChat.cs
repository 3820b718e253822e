using System.Globalization;
using System.Text;

namespace OMem.Evaluation.Synthetic;

/// <summary>
/// A seeded chat between two invented people for load and speed: words follow Zipf's law, sessions hold 20 messages, sentences
/// carry names, numbers and time words. It says nothing about quality: nobody meant anything by it.
/// </summary>
/// <remarks>The same seed gives the same chat on every machine. Not thread-safe: make one for each thread.</remarks>
public sealed class SyntheticChat
{
    private const int VocabularySize = 20_000;
    private const int MessagesPerSession = 20;
    private const double ZipfExponent = 1.07;

    private static readonly string[] Speakers = ["Mara", "Jonas"];
    private static readonly string[] Openings = ["I", "We", "My sister", "Yesterday I", "Last week we", "You", "They", "In May I"];
    private static readonly string[] Links = ["the", "a", "with", "and", "to", "in", "of", "for"];
    private static readonly string[] Syllables =
        ["ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "wa", "dri", "pla", "sto", "gre", "fin", "mar", "tel", "cor", "lum", "hed"];

    private static readonly DateTimeOffset Start = new(2023, 1, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>What people say about themselves; {0} and {1} are invented words.</summary>
    private static readonly string[] Statements =
    [
        "I love {0} {1}.", "I really like {0} with {1}.", "I can't stand {0}.", "I work as a {0} at {1}.", "I moved to {0} last month.",
        "I have a {0} called {1}.", "My sister {0} lives in {1}.", "I started learning {0} in May.", "I no longer eat {0}.", "Yesterday I bought a {0} {1}.",
        "I'm allergic to {0}.", "I go to the {0} every Sunday.",
    ];

    private readonly Random _random;
    private readonly int _statementEvery;
    private readonly string[] _words;
    private readonly double[] _cumulative;
    private readonly List<string> _recentWords = [];

    /// <summary>Creates a chat.</summary>
    /// <param name="seed">Decides everything.</param>
    /// <param name="statementEvery">One message in so many states something lasting about its speaker; 0 for none.</param>
    public SyntheticChat(int seed, int statementEvery = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(statementEvery);
        _statementEvery = statementEvery;
        _random = new Random(seed);
        _words = [.. Enumerable.Range(0, VocabularySize).Select(Word)];
        _cumulative = new double[VocabularySize];
        var sum = 0.0;
        for (var i = 0; i < VocabularySize; i++)
        {
            _cumulative[i] = sum += 1 / Math.Pow(i + 1, ZipfExponent);
        }
    }

    /// <summary>The next messages of the chat.</summary>
    /// <param name="first">Number of the first message, from 0; decides id, session and time.</param>
    /// <param name="count">How many.</param>
    public IReadOnlyList<Interaction> Messages(int first, int count)
    {
        var messages = new Interaction[count];
        for (var i = 0; i < count; i++)
        {
            messages[i] = Message(first + i);
        }

        return messages;
    }

    /// <summary>A question made of words that were said.</summary>
    public string Question()
    {
        var words = Enumerable.Range(0, 3).Select(_ => _recentWords[_random.Next(_recentWords.Count)]);
        return $"When did {Speakers[_random.Next(2)]} {string.Join(' ', words)}?";
    }

    private Interaction Message(int number)
    {
        var session = number / MessagesPerSession;
        return new Interaction
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"s{session}:m{number}"),
            Speaker = Speakers[number % 2],
            Text = _statementEvery > 0 && number % _statementEvery == 0 ? Statement() : Sentence(),
            Session = string.Create(CultureInfo.InvariantCulture, $"session-{session}"),
            OccurredAt = Start.AddHours(session * 26).AddMinutes(number % MessagesPerSession),
        };
    }

    private string Statement() =>
        string.Format(CultureInfo.InvariantCulture, Statements[_random.Next(Statements.Length)], _words[NextRank()], _words[NextRank()]);

    private string Sentence()
    {
        var text = new StringBuilder(Openings[_random.Next(Openings.Length)]);
        var length = 8 + _random.Next(18);
        for (var i = 0; i < length; i++)
        {
            var isLink = i % 3 == 2;
            var word = isLink ? Links[_random.Next(Links.Length)] : _words[NextRank()];
            text.Append(' ').Append(word);
            if (!isLink && i % 7 == 0)
            {
                Remember(word);
            }
        }

        return text.Append(_random.Next(6) == 0 ? '?' : '.').ToString();
    }

    private void Remember(string word)
    {
        // Spread over the whole chat: an old word is replaced at random once the list is long.
        if (_recentWords.Count < 4096)
        {
            _recentWords.Add(word);
        }
        else
        {
            _recentWords[_random.Next(_recentWords.Count)] = word;
        }
    }

    private int NextRank()
    {
        var place = Array.BinarySearch(_cumulative, _random.NextDouble() * _cumulative[^1]);
        return Math.Min(place < 0 ? ~place : place, VocabularySize - 1);
    }

    /// <summary>A pronounceable word for a rank, different for every rank.</summary>
    private static string Word(int rank)
    {
        var word = new StringBuilder();
        var rest = rank + Syllables.Length;
        while (rest > 0)
        {
            word.Append(Syllables[rest % Syllables.Length]);
            rest /= Syllables.Length;
        }

        return word.ToString();
    }
}
