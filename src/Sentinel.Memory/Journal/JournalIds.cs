using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Memory;

/// <summary>Ids derived from content: the same run gives the same ids.</summary>
public static class JournalIds
{
    private const int HexDigits = 20;

    /// <summary>An id from a prefix and the parts that identify a thing.</summary>
    public static string Derive(string prefix, params ReadOnlySpan<string> parts)
    {
        // A part cannot run into the next: each ends with a character that none may hold.
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Replace('\u001f', ' ')).Append('\u001f');
        }

        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return $"{prefix}-{Convert.ToHexStringLower(hash)[..HexDigits]}";
    }

    /// <summary>An instant as it stands in ids and in the journal: UTC, to the tick.</summary>
    public static string Time(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
