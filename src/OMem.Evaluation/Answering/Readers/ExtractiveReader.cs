using System.Globalization;
using System.Text.RegularExpressions;

namespace OMem.Evaluation;

/// <summary>
/// The reader without a model: the sentence of the context that shares most with the question, or the option that shares most with the
/// context. It shows what retrieval alone is worth and runs the harness where there is no model; it is no answerer to compare models with.
/// </summary>
internal sealed partial class ExtractiveReader : IAnswerReader
{
    public const string ReaderName = "extractive";

    public IReadOnlyDictionary<string, string> Configuration { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["reader"] = ReaderName,
        ["model"] = "none",
        ["rule"] = "v1: the sentence with the most stems of the question, weighted by rarity in the context; for 'when' the day of its message; "
            + "the option with most such stems of the context; nothing shared is an abstention, or the first option",
    };

    public Task<ReadAnswer> ReadAsync(AnswerContext context, AnswerQuestion question, CancellationToken cancellationToken) =>
        Task.FromResult(new ReadAnswer(question.Options.Count > 0 ? Choose(context, question) : Extract(context, question.Text), Raw: null, default));

    private static string Extract(AnswerContext context, string question)
    {
        var sentences = context.Items
            .SelectMany(item => Sentences(item.Text).Select(text => (Text: text, Stems: BaselineWords.Stems(text).ToHashSet(StringComparer.Ordinal), Item: item)))
            .ToList();
        var rarity = Rarity([.. sentences.Select(sentence => sentence.Stems)]);
        var asked = BaselineWords.Stems(question).ToHashSet(StringComparer.Ordinal);
        var best = sentences
            .Select(sentence => (sentence.Text, sentence.Item, Score: asked.Where(sentence.Stems.Contains).Sum(rarity)))
            .Where(sentence => sentence.Score > 0)
            .OrderByDescending(sentence => sentence.Score)
            .FirstOrDefault();
        return best.Item is null
            ? AskReader.Abstention
            : question.StartsWith("when", StringComparison.OrdinalIgnoreCase) && best.Item.Citations is [var citation, ..]
                ? citation.OccurredAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)
                : best.Text;
    }

    private static string Choose(AnswerContext context, AnswerQuestion question)
    {
        var known = context.Items.Select(item => BaselineWords.Stems(item.Text).ToHashSet(StringComparer.Ordinal)).ToList();
        var rarity = Rarity(known);
        var present = known.SelectMany(stems => stems).ToHashSet(StringComparer.Ordinal);
        var scores = question.Options.Select(option =>
        {
            var stems = BaselineWords.Stems(option).ToHashSet(StringComparer.Ordinal);
            return stems.Count == 0 ? 0 : stems.Where(present.Contains).Sum(rarity) / Math.Sqrt(stems.Count);
        }).ToList();
        return $"<final_answer> ({(char)('a' + scores.IndexOf(scores.Max()))})";
    }

    /// <summary>ln(1 + n / df) over the given sets of stems.</summary>
    private static Func<string, double> Rarity(List<HashSet<string>> sets)
    {
        var counts = sets.SelectMany(set => set).CountBy(stem => stem, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return stem => counts.TryGetValue(stem, out var count) ? Math.Log(1 + ((double)sets.Count / count)) : 0;
    }

    private static IEnumerable<string> Sentences(string text) => Ends().Split(text).Select(sentence => sentence.Trim()).Where(sentence => sentence.Length > 0);

    [GeneratedRegex(@"(?<=[.!?])\s+|\n+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Ends();
}
