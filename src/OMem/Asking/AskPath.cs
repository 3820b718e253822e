using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Text;

namespace OMem.Asking;

/// <summary>Recall plus exactly one model call. Thread-safe.</summary>
internal sealed class AskPath(ModelCaller calls, AnswerPrompt prompt)
{
    /// <summary>What an abstention reads as.</summary>
    public const string NothingKnown = "Nothing is known about that.";

    /// <summary>Answers from what was recalled.</summary>
    /// <exception cref="ModelException">No usable answer came.</exception>
    public async Task<AskAnswer> AnswerAsync(MemoryScope scope, AskQuery query, RecallResult recall, CancellationToken cancellationToken)
    {
        var answer = await calls.CallAsync(prompt.Call(scope, query, recall), cancellationToken).ConfigureAwait(false);
        return ToAnswer(Read(answer.Value, query, recall), recall, answer.Usage);
    }

    /// <summary>The same, word by word.</summary>
    /// <exception cref="ModelException">No usable answer came.</exception>
    public async IAsyncEnumerable<AskUpdate> StreamAsync(
        MemoryScope scope, AskQuery query, RecallResult recall, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var call = prompt.Call(scope, query, recall);
        var stream = new AnswerStream();
        var pieces = new List<ChatResponseUpdate>();
        await foreach (var piece in calls.StreamAsync(call, cancellationToken).ConfigureAwait(false))
        {
            pieces.Add(piece);
            if (stream.Take(piece.Text) is { Length: > 0 } words)
            {
                yield return new AskUpdate(words);
            }
        }

        var read = Read(stream.All, query, recall);
        if (stream.Rest(read) is { Length: > 0 } rest)
        {
            yield return new AskUpdate(rest);
        }

        yield return new AskUpdate("", ToAnswer(read, recall, UsageOf(call, pieces.ToChatResponse())));
    }

    private static AnswerText Read(string raw, AskQuery query, RecallResult recall) => AnswerText.Read(
        raw, query.Choices.Count, recall.Items.SelectMany(static item => item.Citations).Select(static citation => citation.InteractionId));

    private static AskAnswer ToAnswer(AnswerText read, RecallResult recall, StageUsage usage) => new()
    {
        Text = read.IsAbstention ? NothingKnown : read.Text,
        IsAbstention = read.IsAbstention,
        Choice = read.Choice,
        Citations = read.Citations,
        Recall = recall,
        Usage = usage,
    };

    private StageUsage UsageOf(ModelCall call, ChatResponse response) => new(
        ModelStage.Answer,
        calls.ModelId(ModelStage.Answer),
        1,
        0,
        response.Usage?.InputTokenCount ?? call.Messages.Sum(static message => (long)TokenEstimate.Count(message.Text)),
        response.Usage?.OutputTokenCount ?? TokenEstimate.Count(response.Text));
}
