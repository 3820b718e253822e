using System.Globalization;
using System.Text;
using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Prompts;

namespace OMem.Asking;

/// <summary>Makes the one call of an answer: fixed instructions, then the recalled block and the question as the user's words. Thread-safe.</summary>
internal sealed class AnswerPrompt(MemoryDomain domain, string name = AnswerPrompt.Own)
{
    /// <summary>The name of OMem's own prompt.</summary>
    public const string Own = "answer";

    private readonly PromptFile _file = PromptFile.Load(name, domain);

    /// <summary>The version of the prompt's file.</summary>
    public string Version => _file.Version;

    /// <summary>The call.</summary>
    public ModelCall Call(MemoryScope scope, AskQuery query, RecallResult recall) => new(
        scope,
        ModelStage.Answer,
        [new ChatMessage(ChatRole.System, _file.Text), new ChatMessage(ChatRole.User, Question(query, recall))])
    {
        MaxOutputTokens = query.MaxAnswerTokens,
        Temperature = query.Temperature,
    };

    private static string Question(AskQuery query, RecallResult recall)
    {
        var text = new StringBuilder(recall.Context).Append("\n\n");
        if ((query.AskedAt ?? Latest(recall)) is { } now)
        {
            text.Append(CultureInfo.InvariantCulture, $"Asked on {now:dddd, d MMMM yyyy}.\n");
        }

        text.Append("Question: ").Append(query.Recall.Text);
        for (var i = 0; i < query.Choices.Count; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n({(char)('a' + i)}) {query.Choices[i]}");
        }

        return text.ToString();
    }

    private static DateTimeOffset? Latest(RecallResult recall)
    {
        var times = recall.Items.SelectMany(static item => item.Citations).Select(static citation => citation.OccurredAt).ToList();
        return times.Count == 0 ? null : times.Max();
    }
}
