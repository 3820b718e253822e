using System.Globalization;

namespace OMem.Evaluation;

/// <summary>Evidence strings of LoCoMo: usually <c>D1:3</c>, sometimes several in one string, or mistyped.</summary>
internal static class LoCoMoEvidence
{
    private static readonly char[] Separators = [' ', '\t', '\r', '\n', ';', ','];

    public static IEnumerable<string> Split(string evidence) =>
        evidence.Split(Separators, StringSplitOptions.RemoveEmptyEntries);

    /// <summary><c>D30:05</c>, <c>D:30:5</c>, <c>d30:5</c> and <c>(D30:5)</c> all mean <c>D30:5</c>; null when it is no such id.</summary>
    public static string? Normalise(string id)
    {
        var text = id.AsSpan().Trim(" ()[]{}.\"'");
        if (text.IsEmpty || text[0] is not ('D' or 'd'))
        {
            return null;
        }

        text = text[1..].TrimStart(':');
        var colon = text.IndexOf(':');
        return colon > 0 && TryNumber(text[..colon], out var session) && TryNumber(text[(colon + 1)..], out var turn)
            ? string.Create(CultureInfo.InvariantCulture, $"D{session}:{turn}")
            : null;
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
