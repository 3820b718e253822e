using OMem.Recall;

namespace OMem.Trust.Recognition;

/// <summary>How the marks of a block are written: as they are, or as JSON or HTML writes them.</summary>
/// <param name="Open">The first mark.</param>
/// <param name="Close">The last mark.</param>
internal sealed record MarkForm(string Open, string Close)
{
    /// <summary>Every way that is known. Letters of escapes may be of either case.</summary>
    public static IReadOnlyList<MarkForm> All { get; } =
    [
        new(ContextForm.Open, ContextForm.Close),
        Of("<", ">", "\\/"),
        Of("\\u003c", "\\u003e", "/"),
        Of("\\u003c", "\\u003e", "\\/"),
        Of("\\\\u003c", "\\\\u003e", "/"),
        Of("&lt;", "&gt;", "/"),
        Of("&amp;lt;", "&amp;gt;", "/"),
    ];

    /// <summary>Where a mark stands from a place on; -1 for nowhere.</summary>
    public static int Find(string text, string mark, int from) => text.IndexOf(mark, from, StringComparison.OrdinalIgnoreCase);

    private static MarkForm Of(string left, string right, string slash) => new(left + ContextForm.Name + right, left + slash + ContextForm.Name + right);
}
