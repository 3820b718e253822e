using System.Globalization;
using System.Text;

namespace OMem.Recall;

/// <summary>Renders recalled items as one block of quoted data for a model's prompt.</summary>
/// <remarks>
/// Persona items come first, best first; interactions follow in log order, which reads as it happened. One item a line; each message names its
/// source, and its trust where it is less than a person's word. Whatever stands in a text, a name or an id, it cannot close its quotation,
/// its line or the block.
/// </remarks>
internal static class ContextRenderer
{
    /// <summary>The block; says so when there is nothing.</summary>
    public static string Render(IReadOnlyList<RecallItem> items)
    {
        var block = new StringBuilder(ContextForm.Open).Append('\n');
        if (items.Count == 0)
        {
            return block.Append(ContextForm.Nothing).Append('\n').Append(ContextForm.Close).ToString();
        }

        block.Append(ContextForm.Note).Append('\n');
        if (items.Any(static item => item.Trust < SourceTrust.Trusted))
        {
            block.Append(ContextForm.TrustNote).Append('\n');
        }

        foreach (var item in items.Where(static item => item.Kind != RecallItemKind.Interaction))
        {
            AppendPersona(block, item);
        }

        foreach (var item in items.Where(static item => item.Kind == RecallItemKind.Interaction)
            .OrderBy(static item => item.Citations[0].Sequence))
        {
            AppendInteraction(block, item);
        }

        return block.Append(ContextForm.Close).ToString();
    }

    private static void AppendInteraction(StringBuilder block, RecallItem item)
    {
        var citation = item.Citations[0];
        block.Append('<').Append(ContextForm.Message).Append(" id=\"");
        QuotedText.AppendName(block, citation.InteractionId);
        block.Append("\" speaker=\"");
        QuotedText.AppendName(block, citation.Speaker);
        block.Append("\" role=\"").Append(Role(citation.Role));
        if (item.Trust < SourceTrust.Trusted)
        {
            block.Append("\" trust=\"").Append(item.Trust is SourceTrust.Low ? "low" : "none");
        }

        block.Append("\" at=\"").Append(Instant(citation.OccurredAt));
        if (citation.Session is { } session)
        {
            block.Append("\" session=\"");
            QuotedText.AppendName(block, session);
        }

        block.Append("\">");
        QuotedText.AppendText(block, item.Text);
        block.Append("</").Append(ContextForm.Message).Append(">\n");
    }

    private static void AppendPersona(StringBuilder block, RecallItem item)
    {
        var tag = item.Kind == RecallItemKind.Attribute ? ContextForm.Attribute : ContextForm.Fact;
        block.Append('<').Append(tag);
        if (item.ValidFrom is { } from)
        {
            block.Append(" from=\"").Append(Instant(from)).Append('"');
        }

        if (item.ValidTo is { } to)
        {
            block.Append(" until=\"").Append(Instant(to)).Append('"');
        }

        if (item.SupersededAt is { } superseded)
        {
            block.Append(" superseded=\"").Append(Instant(superseded)).Append('"');
        }

        block.Append(" evidence=\"");
        for (var i = 0; i < item.Citations.Count; i++)
        {
            block.Append(i == 0 ? "" : " ");
            QuotedText.AppendName(block, item.Citations[i].InteractionId);
        }

        block.Append("\">");
        QuotedText.AppendText(block, item.Text);
        block.Append("</").Append(tag).Append(">\n");
    }

    private static string Role(SpeakerRole role) => role switch
    {
        SpeakerRole.Person => "person",
        SpeakerRole.Assistant => "assistant",
        SpeakerRole.Tool => "tool",
        SpeakerRole.System => "system",
        SpeakerRole.Document => "document",
        SpeakerRole.Feed => "feed",
        _ => "unknown",
    };

    private static string Instant(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mmzzz", CultureInfo.InvariantCulture);
}
