using System.Globalization;

namespace OMem.Evaluation;

/// <summary>LoCoMo's question categories by number.</summary>
internal static class LoCoMoCategory
{
    public static readonly IReadOnlySet<string> Answerable =
        new HashSet<string>(StringComparer.Ordinal) { "multi-hop", "temporal", "open-domain", "single-hop" };

    public static string Name(int number) => number switch
    {
        1 => "multi-hop",
        2 => "temporal",
        3 => "open-domain",
        4 => "single-hop",
        5 => "adversarial",
        _ => string.Create(CultureInfo.InvariantCulture, $"category-{number}"),
    };
}
