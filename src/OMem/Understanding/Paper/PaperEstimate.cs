using OMem.Models;
using OMem.Paper;
using OMem.Storage;
using OMem.Text;

namespace OMem.Understanding.Paper;

/// <summary>
/// Works out what the published method would cost. Reading calls are counted; of the routers and of merging it has to be assumed what reading
/// finds: one new fact and one new attribute in each message.
/// </summary>
internal static class PaperEstimate
{
    private const int ReadCompletionTokens = 60;
    private const int RouteCompletionTokens = 8;

    /// <summary>Tokens of a sentence in a router's list, with its id and the JSON around it.</summary>
    private const int EntryTokens = 20;

    /// <summary>Attributes of a component on average.</summary>
    private const int ComponentSize = 5;

    /// <summary>The cost of interactions.</summary>
    /// <param name="reader">Counts its prompts.</param>
    /// <param name="calls">Names the models.</param>
    /// <param name="interactions">What is to be understood.</param>
    /// <param name="known">The memory they come to.</param>
    public static UnderstandingEstimate Of(PaperInteractionReader reader, ModelCaller calls, IReadOnlyList<StoredInteraction> interactions, DerivedMemory known)
    {
        var people = interactions.Where(static stored => stored.Interaction.Role is SpeakerRole.Person).ToList();
        if (people.Count == 0)
        {
            return new UnderstandingEstimate(interactions.Count, []);
        }

        var lists = Lists(known);
        var (routings, routed) = (0L, 0L);
        foreach (var key in people.SelectMany(static stored => Keys(stored.Interaction.Speaker)))
        {
            var length = lists.GetValueOrDefault(key);
            lists[key] = length + 1;
            routings += length > 0 ? 1 : 0;
            routed += length > 0 ? TokenEstimate.Count(reader.Prompts.Route.Text) + EntryTokens + (length * (long)EntryTokens) : 0;
        }

        var components = people.Count / ComponentSize;
        return new UnderstandingEstimate(interactions.Count,
        [
            new StageEstimate(ModelStage.Read, calls.ModelId(ModelStage.Read), people.Count, people.Sum(stored => (long)reader.PromptTokens(stored)), (long)people.Count * ReadCompletionTokens),
            new StageEstimate(ModelStage.Consolidate, calls.ModelId(ModelStage.Consolidate), routings, routed, routings * RouteCompletionTokens) { Basis = EstimateBasis.Assumed },
            new StageEstimate(
                ModelStage.Summarize,
                calls.ModelId(ModelStage.Summarize),
                components,
                components * (TokenEstimate.Count(reader.Prompts.Merge.Text) + (ComponentSize * (long)EntryTokens)),
                components * ComponentSize * (long)EntryTokens) { Basis = EstimateBasis.Assumed },
        ]);
    }

    private static Dictionary<(string Subject, PersonaItemKind Kind), int> Lists(DerivedMemory known) => known.Items
        .Select(static stored => stored.Item)
        .Where(static item => item.SupersededAt is null && !PaperMethod.IsMerged(item))
        .GroupBy(static item => (item.Subject, item.Kind))
        .ToDictionary(static group => group.Key, static group => group.Count());

    private static (string Subject, PersonaItemKind Kind)[] Keys(string speaker) => [(speaker, PersonaItemKind.Fact), (speaker, PersonaItemKind.Attribute)];
}
