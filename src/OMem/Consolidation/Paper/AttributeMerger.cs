using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OMem.Models;
using OMem.Prompts;
using OMem.Telemetry;
using OMem.Understanding.Llm;

namespace OMem.Consolidation.Paper;

/// <summary>Has the model merge the attributes of one component (O-Mem, arXiv 2511.13593, eq. 7).</summary>
internal sealed class AttributeMerger(ModelCaller caller, PromptFile prompt, ILogger log)
{
    private const int MaxAspect = 100;
    private const int MaxSentence = 1_000;
    private const int MostMerged = 64;

    private readonly ChatMessage _instructions = new(ChatRole.System, prompt.Text);

    /// <summary>The merged attributes; none when the answer cannot be used, so that the attributes stay as they are.</summary>
    /// <exception cref="ModelException">The model cannot be used at present.</exception>
    public async Task<IReadOnlyList<(string Aspect, string Text)>> MergeAsync(MemoryScope scope, IReadOnlyList<ItemEntry> component, CancellationToken cancellationToken)
    {
        var input = new MergeInput(component[0].Item.Subject, [.. component.Select(static entry => entry.Item.Text)]);
        var call = new ModelCall(scope, ModelStage.Summarize, [_instructions, new ChatMessage(ChatRole.User, PaperFormat.Write(input))]);
        try
        {
            var answer = await caller.CallAsync(new ModelCall<MergeAnswer>(call, PaperJson.Default.Options), cancellationToken).ConfigureAwait(false);
            return [.. (answer.Value.Attributes ?? [])
                .Select(static merged => (Aspect: FieldText.Label(merged?.Aspect, MaxAspect), Text: FieldText.Line(merged?.Text, MaxSentence)))
                .Where(static merged => merged is { Aspect: not null, Text: not null })
                .Select(static merged => (merged.Aspect!, merged.Text!))
                .Distinct()
                .Take(MostMerged)];
        }
        catch (ModelException fault) when (fault.IsAboutContent || (fault.Fault is ModelFault.Rejected && caller.HasAnswered(ModelStage.Summarize)))
        {
            log.MergeFailed(fault, scope, component.Count);
            return [];
        }
    }
}
