using Microsoft.Extensions.AI;

namespace Sentinel.Memory;

/// <summary>
/// The operations of the toolkit as functions for a model. Scope and time are the host's: neither stands in a schema, and arguments of such names
/// are not read. What only a person may do is not among them.
/// </summary>
public static class MemoryFunctions
{
    /// <summary>Makes the functions.</summary>
    /// <param name="toolkit">The toolkit, bound to a scope.</param>
    /// <param name="asOf">The time of the present cycle.</param>
    public static IReadOnlyList<AIFunction> Create(IMemoryToolkit toolkit, Func<DateTimeOffset> asOf)
    {
        ArgumentNullException.ThrowIfNull(toolkit);
        ArgumentNullException.ThrowIfNull(asOf);
        var persona = new PersonaFunctions(toolkit, asOf);
        var market = new MarketFunctions(toolkit, asOf);
        var episodes = new EpisodeFunctions(toolkit, asOf);
        return
        [
            Make(persona.GetPersonaAsync, "get_persona", "What is known of the trader: declared and revealed apart, with interval, effective sample size and status."),
            Make(persona.ExplainAttributeAsync, "explain_attribute", "One attribute of the trader with its evidence and the values it had."),
            Make(persona.GetMandateAsync, "get_mandate", "The trader's hard limits and the room left today under each. They cannot be changed here."),
            Make(persona.ProposePersonaUpdateAsync, "propose_persona_update", "Queues a change of what is known of the trader. A person accepts or rejects it; nothing changes by itself."),
            Make(market.GetWorkingContextAsync, "get_working_context", "What is going on: regime, active events, open theses with their invalidation, pending orders, notes."),
            Make(market.SetWorkingNoteAsync, "set_working_note", "Writes a note that ends by itself. It is shown as data and changes no limit."),
            Make(market.RecordObservationAsync, "record_observation", "Writes down what was seen. It is never a fact about the trader by itself."),
            Make(market.ListEventsAsync, "list_events", "Market events between two instants, each with when it happened and when it was known."),
            Make(episodes.RecallEpisodesAsync, "recall_episodes", "How situations like a given one went: the distribution of outcomes first, then episodes, winners and losers at their base rate."),
            Make(episodes.RecallDecisionsAsync, "recall_decisions", "Recent decisions with the outcomes that were settled."),
            Make(episodes.CheckIntentAsync, "check_intent", "What sizer and risk gate would say of an intent: clamps and denials with codes. Sends nothing."),
            Make(episodes.WhyAsync, "why", "What led to a decision and what became of it."),
        ];
    }

    private static AIFunction Make(Delegate operation, string name, string description) => AIFunctionFactory.Create(
        operation, new AIFunctionFactoryOptions { Name = name, Description = description, SerializerOptions = ToolJsonOptions.ForModels });
}
