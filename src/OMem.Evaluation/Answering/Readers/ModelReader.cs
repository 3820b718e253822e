using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Asks for what the engine's Ask is not made for, full answers and replies, with a prompt of the set's kind that does not know the question's category.</summary>
internal sealed class ModelReader(AnswerModel model, AnswerKindOfSet kind, AnswerCallOptions call, int seed) : IAnswerReader
{
    private readonly PromptTemplate _prompt = PromptTemplate.Load(kind is AnswerKindOfSet.Rubric ? "answer-full.v1" : "reply.v1");

    public IReadOnlyDictionary<string, string> Configuration => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["reader"] = "model",
        ["model"] = model.Name,
        ["prompt"] = $"{_prompt.Name}, SHA-256 {_prompt.Hash}",
        ["temperature"] = call.Temperature.ToString(CultureInfo.InvariantCulture),
        ["maxTokens"] = call.MaxTokens.ToString(CultureInfo.InvariantCulture),
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
    };

    public async Task<ReadAnswer> ReadAsync(AnswerContext context, AnswerQuestion question, CancellationToken cancellationToken)
    {
        var messages = _prompt.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["context"] = context.Block,
            ["question"] = question.Text,
            ["asked_at"] = question.AskedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        });
        var (text, cost) = await model.AskAsync(messages, call.Temperature, call.MaxTokens, cancellationToken).ConfigureAwait(false);
        return new ReadAnswer(text, Raw: null, cost);
    }
}
