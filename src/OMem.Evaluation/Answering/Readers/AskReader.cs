using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OMem.Asking;
using OMem.Prompts;
using OMem.Understanding;

namespace OMem.Evaluation;

/// <summary>
/// Answers every row's context exactly as the engine's Ask does: its prompt, its one call, its reading of the reply. So <c>omem</c> is Ask,
/// and a baseline is Ask with another context.
/// </summary>
internal sealed class AskReader(AnswerModel model, AnswerCallOptions call, int seed) : IAnswerReader
{
    /// <summary>What an abstention counts as: LoCoMo's scorer looks for these words.</summary>
    public const string Abstention = "No information available";

    private static readonly MemoryDomain Domain = MemoryDomains.Personal;
    private readonly AnswerPrompt _prompt = new(Domain);

    public IReadOnlyDictionary<string, string> Configuration => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["reader"] = $"the engine's Ask; an abstention counts as '{Abstention}'",
        ["model"] = model.Name,
        ["prompt"] = $"{_prompt.Version}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PromptFile.Load("answer", Domain).Text)))}",
        ["temperature"] = call.Temperature.ToString(CultureInfo.InvariantCulture),
        ["maxTokens"] = call.MaxTokens.ToString(CultureInfo.InvariantCulture),
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>The question as it is put to the engine.</summary>
    public static AskQuery Query(AnswerQuestion question, RecallQuery recall, AnswerCallOptions call) => new(recall)
    {
        Choices = [.. question.Options.Select(WithoutLetter)],
        AskedAt = question.AskedAt,
        MaxAnswerTokens = call.MaxTokens,
        Temperature = call.Temperature,
    };

    /// <summary>The answer that is scored: the option's letter, the words of abstention, or the words alone.</summary>
    public static string Words(string text, bool isAbstention, int? choice) => choice is { } place
        ? $"({(char)('a' + place)})"
        : isAbstention ? Abstention : text;

    public async Task<ReadAnswer> ReadAsync(AnswerContext context, AnswerQuestion question, CancellationToken cancellationToken)
    {
        var query = Query(question, new RecallQuery(question.Text), call);
        var asked = _prompt.Call(BuiltMemory.Scope, query, context.AsRecall());
        var (raw, cost) = await model.AskAsync(asked.Messages, call.Temperature, call.MaxTokens, cancellationToken).ConfigureAwait(false);
        var read = AnswerText.Read(raw, query.Choices.Count, context.Items.SelectMany(item => item.Citations).Select(citation => citation.InteractionId));
        return new ReadAnswer(Words(read.Text, read.IsAbstention, read.Choice), raw, cost);
    }

    /// <summary>The engine puts the letter before each option itself.</summary>
    private static string WithoutLetter(string option, int place) =>
        option.StartsWith($"({(char)('a' + place)})", StringComparison.Ordinal) && option.Length > 3 ? option[3..].TrimStart() : option;
}
