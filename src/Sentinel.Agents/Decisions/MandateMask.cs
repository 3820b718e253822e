using System.Text;
using Sentinel.Memory;

namespace Sentinel.Agents;

/// <summary>Takes the mandate out of a context, data and text, as when a prompt does not repeat it beside the decision.</summary>
internal static class MandateMask
{
    private const string Heading = "# ";
    private const string Mandate = "# mandate";
    private const string End = "</";

    public static DecisionContext Without(DecisionContext context) => context.Mandate is not { } view
        ? context
        : context with
        {
            Mandate = null,
            Ids = [.. context.Ids.Where(id => !string.Equals(id, IdOf(view), StringComparison.Ordinal))],
            Text = WithoutSection(context.Text),
        };

    /// <summary>The id of the entry in which the limits were set.</summary>
    public static string IdOf(MandateView view) => new MandateChanged(view.Mandate, "").Id;

    /// <summary>A section reaches from its heading to the next, or to the end of the block.</summary>
    private static string WithoutSection(string text)
    {
        var kept = new StringBuilder(text.Length);
        var isIn = false;
        foreach (var line in text.Split('\n'))
        {
            isIn = line.StartsWith(Mandate, StringComparison.Ordinal) || (isIn && !line.StartsWith(Heading, StringComparison.Ordinal) && !line.StartsWith(End, StringComparison.Ordinal));
            if (!isIn)
            {
                kept.Append(line).Append('\n');
            }
        }

        return kept.ToString().TrimEnd('\n');
    }
}
