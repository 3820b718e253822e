using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>Takes the mandate out of a context, as when a prompt does not repeat it beside the decision.</summary>
internal static class MandateMask
{
    public static DecisionContext Without(DecisionContext context) => context.Mandate is not { } view
        ? context
        : context with { Mandate = null, Ids = [.. context.Ids.Where(id => !string.Equals(id, IdOf(view), StringComparison.Ordinal))] };

    /// <summary>The id of the entry in which the limits were set.</summary>
    public static string IdOf(MandateView view) => new MandateChanged(view.Mandate, "").Id;
}
