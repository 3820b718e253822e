using System.Globalization;
using OMem.Models;

namespace OMem.Paper;

/// <summary>The published method (O-Mem, arXiv 2511.13593) as <see cref="MemoryMethod.Paper"/> states it: its settings, and where it departs from the paper or from its authors' code.</summary>
public static class PaperMethod
{
    /// <summary>The aspect of every attribute before it is merged: the paper has none.</summary>
    internal const string Aspect = "attribute";

    /// <summary>What ids of merged attributes begin with.</summary>
    internal const string MergedPrefix = "m_";

    /// <summary>Every deviation, in the order of the method's steps, for a report to print beside its figures.</summary>
    public static IReadOnlyList<PaperDeviation> Deviations { get; } =
    [
        new("understand", "the code keeps the first fact of a message and repeats a call for ever when there is none", "every fact and attribute is kept; a message may have none"),
        new("understand", "the code processes five messages when exactly 20 wait and never the last ones", "every message of a person is understood; it is searchable before that"),
        new("understand", "bad answers and errors are repeated without limit", "retried within limits, then parked, with the error visible"),
        new("understand", "the model's default temperature, 0.1 and 0.3 in some calls", "temperature 0 in every call"),
        new("understand", "the model also writes a summary and a rationale; nothing reads them", "not asked for; attitude and reason are asked for and not stored"),
        new("topics", "the code asks a router and groups topics with the model at each flush; the paper's eq. 2 does neither", "a message is filed under its topic's label as given, without a call"),
        new("topics", "the code keeps one message for each topic", "a topic holds all its messages, each once"),
        new("route", "targets are echoed as text", "targets are ids of the list that was shown"),
        new("route", "the router is called with an empty list", "the first item of a list is added without a call"),
        new("route", "the code appends the new wording to the old entry on update and on ignore", "update supersedes, ignore adds evidence, as the paper's eqs. 3 and 4 say"),
        new("route", "an answer that stays unusable loses the item, or the message", "the item is added and the ledger says why"),
        new("route", "a known text that is added again overwrites its history", "a sentence that is known word for word gains evidence"),
        new("merge", "when attributes are merged is not stated", "when no message waits; only components whose members changed are merged again"),
        new("merge", "a bad answer loses the component; a lone attribute is no profile", "attributes stay readable until they are merged; a lone one is read as it is"),
        new("recall", "equally rare words are taken in hash order", "in ordinal order"),
        new("recall", "which words count is not stated; the code has its own stop list", "our stop words and question words without do, does and did; no stems"),
        new("recall", "speaker A's memory when A is named, else B's", "the first speaker the question names, else the last; Speaker of the query decides if given"),
        new("recall", "everything that is found goes into the prompt", "packed to the token budget and the item limit: messages of the clue in log order, then by similarity"),
        new("recall", "the code blanks facts by a wrong index after expansion", "a fact gives way only if a message it comes from is shown"),
        new("recall", "the code compares attributes by their label", "by their text, as the paper's eq. 11 says"),
        new("recall", "all vectors are made at each query", "once, when they are stored"),
        new("answer", "temperature 0.7, at most 2,000 tokens", "those of the query"),
    ];

    /// <summary>The settings in use, for a report to print beside its figures.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="embeddingModel">The encoder; null for words alone. The paper's is all-MiniLM-L6-v2.</param>
    public static IReadOnlyDictionary<string, string> Describe(PaperOptions options, string? embeddingModel)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["clues"] = "the single rarest word, ties in ordinal order",
            ["encoder"] = embeddingModel ?? "none: overlap of stems",
            ["expansion gap"] = options.ExpansionGap?.ToString(CultureInfo.InvariantCulture) ?? "off",
            ["k"] = string.Create(CultureInfo.InvariantCulture, $"attributes {options.Attributes}, facts {options.Facts}, topics {options.Topics}"),
            ["merging"] = "nearest neighbour, no threshold",
            ["routing"] = string.Create(CultureInfo.InvariantCulture, $"the whole list to the model, at most {options.RouterAttempts} times"),
            ["speaker"] = "the first named, else the last",
        };
    }

    /// <summary>Whether an item is a merged attribute.</summary>
    internal static bool IsMerged(PersonaItem item) => item.Id.StartsWith(MergedPrefix, StringComparison.Ordinal);

    /// <exception cref="ModelException">There is no model to read with.</exception>
    internal static void CheckModel(ModelCaller caller)
    {
        if (!caller.Has(ModelStage.Read))
        {
            throw new ModelException(
                ModelFault.NotConfigured,
                "The paper's method reads each message with a language model, and none is configured for reading. Name one, or use OMem's own method. Recall works without one.");
        }
    }
}

/// <summary>A place where <see cref="MemoryMethod.Paper"/> departs from the paper, or from its authors' code.</summary>
/// <param name="Step">The step: <c>understand</c>, <c>topics</c>, <c>route</c>, <c>merge</c>, <c>recall</c> or <c>answer</c>.</param>
/// <param name="Published">What the paper says or its authors' code does.</param>
/// <param name="Here">What is done here.</param>
public sealed record PaperDeviation(string Step, string Published, string Here);
