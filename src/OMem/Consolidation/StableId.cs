using System.Security.Cryptography;
using System.Text;

namespace OMem.Consolidation;

/// <summary>Ids made of content, so that the same log gives the same ids on every machine.</summary>
internal static class StableId
{
    private const int Bytes = 12;

    /// <summary>A prefix and 24 hexadecimal digits of SHA-256 over the parts, each with its length so that no two lists of parts share an id.</summary>
    public static string Of(string prefix, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            text.Append(part.Length).Append(':').Append(part);
        }

        // A lone surrogate becomes U+FFFD in UTF-8: two broken texts may share an id only with the same first evidence.
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return prefix + Convert.ToHexStringLower(hash.AsSpan(0, Bytes));
    }
}
