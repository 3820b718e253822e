using System.Text;

namespace OMem.Sensitive;

/// <summary>Writes marks in the place of what was found.</summary>
internal static class Mask
{
    /// <summary>The longest mark, in UTF-16 units; a test holds labels to it.</summary>
    public const int LongestMark = 32;

    /// <summary>How a mark looks.</summary>
    public static string Mark(string label) => $"[masked: {label}]";

    /// <summary>The text with marks in the place of the findings, which are in order and do not overlap.</summary>
    public static string Apply(string text, Findings findings)
    {
        var masked = new StringBuilder(text.Length + LongestMark);
        var place = 0;
        for (var i = 0; i < findings.Count; i++)
        {
            masked.Append(text, place, findings[i].Start - place).Append(Mark(findings[i].Label));
            place = findings[i].End;
        }

        return masked.Append(text, place, text.Length - place).ToString();
    }
}
