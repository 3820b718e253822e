using Microsoft.Extensions.AI;
using OMem.Models;
using OMem.Prompts;

namespace OMem.Consolidation.Paper;

/// <summary>
/// The published routers (O-Mem, arXiv 2511.13593, eqs. 3 and 4): the model is shown the whole current list and decides. The prompt grows
/// with the memory; that is what the method says.
/// </summary>
/// <param name="caller">Calls the model.</param>
/// <param name="prompt">The instructions.</param>
/// <param name="attempts">How often it is asked before an unusable answer makes the item an addition.</param>
internal sealed class PaperRouter(ModelCaller caller, PromptFile prompt, int attempts)
{
    private const string AskAgain = "That answer named no known action, or no id of the list. Answer again, with an action and, unless it is \"add\", the id of an entry.";

    private readonly ChatMessage _instructions = new(ChatRole.System, prompt.Text);

    /// <summary>Decides about one item.</summary>
    /// <param name="scope">Whose memory it is.</param>
    /// <param name="kind"><c>fact</c> or <c>attribute</c>.</param>
    /// <param name="text">What was read.</param>
    /// <param name="known">The current list.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <returns>What to do. An answer that cannot be used is an addition: nothing is lost by it.</returns>
    /// <exception cref="ModelException">The model cannot be used at present.</exception>
    public async Task<Routing> RouteAsync(MemoryScope scope, string kind, string text, IReadOnlyList<ItemEntry> known, CancellationToken cancellationToken)
    {
        if (known.Count == 0)
        {
            return new Routing(LedgerOperation.Add, Target: null, "the list was empty");
        }

        var input = new RouteInput(kind, text, [.. known.Select(static (entry, i) => new RouteEntry(i + 1, entry.Item.Text))]);
        List<ChatMessage> messages = [_instructions, new ChatMessage(ChatRole.User, PaperFormat.Write(input))];
        try
        {
            for (var attempt = 1; attempt <= attempts; attempt++)
            {
                var call = new ModelCall(scope, ModelStage.Consolidate, attempt == 1 ? messages : [.. messages, new ChatMessage(ChatRole.User, AskAgain)]);
                var answer = await caller.CallAsync(new ModelCall<RouteAnswer>(call, PaperJson.Default.Options) { Salvage = PaperFormat.Salvage }, cancellationToken).ConfigureAwait(false);
                if (Read(answer.Value, known) is { } routing)
                {
                    return routing;
                }
            }
        }
        catch (ModelException fault) when (fault.IsAboutContent || (fault.Fault is ModelFault.Rejected && caller.HasAnswered(ModelStage.Consolidate)))
        {
            return new Routing(LedgerOperation.Add, Target: null, $"the router gave no usable answer ({fault.Fault}): added, so that nothing is lost");
        }

        return new Routing(LedgerOperation.Add, Target: null, "the router named no known action or target: added, so that nothing is lost");
    }

    private static Routing? Read(RouteAnswer answer, IReadOnlyList<ItemEntry> known)
    {
        var target = answer.Target is >= 1 and var id && id <= known.Count ? known[id - 1] : null;
        return answer.Action?.Trim().ToUpperInvariant() switch
        {
            "ADD" => new Routing(LedgerOperation.Add, Target: null, "the router found nothing like it"),
            "IGNORE" when target is not null => new Routing(LedgerOperation.Ignore, target, "the router says it is known"),
            "UPDATE" when target is not null => new Routing(LedgerOperation.Update, target, "the router says it replaces what was known"),
            _ => null,
        };
    }
}

/// <summary>A router's decision.</summary>
/// <param name="Operation">Add, Ignore or Update.</param>
/// <param name="Target">The item it is about; null for an addition.</param>
/// <param name="Reason">Why, for the ledger.</param>
internal sealed record Routing(LedgerOperation Operation, ItemEntry? Target, string Reason);
