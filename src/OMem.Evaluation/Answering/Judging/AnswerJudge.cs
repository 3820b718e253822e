using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Has a model judge answers, at temperature 0. Keeps what the judge wrote; reading it is the scorer's work. Thread-safe.</summary>
internal sealed class AnswerJudge(AnswerModel model, AnswerKindOfSet kind)
{
    /// <summary>BEAM's ability that is also scored by order.</summary>
    public const string OrderedCategory = "event_ordering";

    private const int MaxTokens = 1_000;

    private static readonly PromptTemplate Order = PromptTemplate.Load("judge-order.v1");

    private readonly PromptTemplate _prompt = PromptTemplate.Load(kind switch
    {
        AnswerKindOfSet.Rubric => "judge-rubric.v1",
        AnswerKindOfSet.Reply => "judge-cue.v1",
        _ => "judge-answer.v1",
    });

    /// <summary>Names the judge in the journal: another model or prompt judges anew.</summary>
    public string Id => string.Join("; ", Configuration.Select(pair => $"{pair.Key} {pair.Value}"));

    /// <summary>Model and prompts, for the report.</summary>
    public IReadOnlyDictionary<string, string> Configuration
    {
        get
        {
            var configuration = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["model"] = model.Name,
                ["prompt"] = $"{_prompt.Name}, SHA-256 {_prompt.Hash}",
                ["temperature"] = "0",
                ["runs"] = "1",
            };
            if (kind is AnswerKindOfSet.Rubric)
            {
                configuration["orderPrompt"] = $"{Order.Name}, SHA-256 {Order.Hash}";
            }

            return configuration;
        }
    }

    /// <summary>Whether answers to a question are judged: options need no judge, and an adversarial question is scored as abstention.</summary>
    public static bool Judges(AnswerKindOfSet kind, AnswerQuestion question) => kind switch
    {
        AnswerKindOfSet.Choice => false,
        AnswerKindOfSet.Short => !question.IsUnanswerable,
        _ => true,
    };

    /// <summary>The judge's replies: one, or two where the order is judged too.</summary>
    public async Task<(IReadOnlyList<string> Replies, CallCost Cost)> JudgeAsync(AnswerQuestion question, string answer, CancellationToken cancellationToken)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["question"] = question.Text,
            ["gold"] = question.Gold,
            ["answer"] = answer,
            ["rubric"] = string.Join('\n', question.Rubric.Select((nugget, i) => string.Create(CultureInfo.InvariantCulture, $"{i + 1}. {nugget}"))),
        };
        var (reply, cost) = await model.AskAsync(_prompt.Fill(values), temperature: 0, MaxTokens, cancellationToken).ConfigureAwait(false);
        if (question.Category != OrderedCategory || kind is not AnswerKindOfSet.Rubric)
        {
            return ([reply], cost);
        }

        var (order, orderCost) = await model.AskAsync(Order.Fill(values), temperature: 0, MaxTokens, cancellationToken).ConfigureAwait(false);
        return ([reply, order], cost + orderCost);
    }
}
