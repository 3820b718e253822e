using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Asks a language model with the prompt of the set's kind, which does not know the question's category.</summary>
internal sealed class ModelReader(AnswerModel model, AnswerKindOfSet kind, AnswerCallOptions call, int seed) : IAnswerReader
{
    private readonly PromptTemplate _prompt = PromptTemplate.Load(kind switch
    {
        AnswerKindOfSet.Short => "answer-short.v1",
        AnswerKindOfSet.Choice => "answer-choice.v1",
        AnswerKindOfSet.Rubric => "answer-full.v1",
        _ => "reply.v1",
    });

    public IReadOnlyDictionary<string, string> Configuration => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["reader"] = "model",
        ["model"] = model.Name,
        ["prompt"] = $"{_prompt.Name}, SHA-256 {_prompt.Hash}",
        ["temperature"] = call.Temperature.ToString(CultureInfo.InvariantCulture),
        ["maxTokens"] = call.MaxTokens.ToString(CultureInfo.InvariantCulture),
        ["seed"] = seed.ToString(CultureInfo.InvariantCulture),
    };

    public Task<(string Text, CallCost Cost)> ReadAsync(AnswerContext context, AnswerQuestion question, CancellationToken cancellationToken)
    {
        var messages = _prompt.Fill(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["context"] = context.Block,
            ["question"] = question.Text,
            ["options"] = string.Join('\n', question.Options),
            ["asked_at"] = question.AskedAt.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        });
        return model.AskAsync(messages, call.Temperature, call.MaxTokens, cancellationToken);
    }
}
