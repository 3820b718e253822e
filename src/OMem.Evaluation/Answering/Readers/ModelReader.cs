using System.Globalization;
using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>Asks a language model with the prompt of the set's kind, which does not know the question's category.</summary>
internal sealed class ModelReader(IChatClient client, AnswerKindOfSet kind, AnswerCallOptions call, int seed, TimeProvider time) : IAnswerReader
{
    private readonly PromptTemplate _prompt = PromptTemplate.Load(kind switch
    {
        AnswerKindOfSet.Short => "answer-short.v1",
        AnswerKindOfSet.Choice => "answer-choice.v1",
        AnswerKindOfSet.Rubric => "answer-full.v1",
        _ => "reply.v1",
    });

    private readonly ModelCall _call = new(client, time);

    public IReadOnlyDictionary<string, string> Configuration => new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["reader"] = "model",
        ["model"] = _call.Model,
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
        var options = new ChatOptions { Temperature = call.Temperature, MaxOutputTokens = call.MaxTokens, Seed = seed };
        return _call.AskAsync(messages, options, cancellationToken);
    }
}
