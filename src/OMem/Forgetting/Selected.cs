using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Forgetting;

/// <summary>What a selection selects.</summary>
/// <param name="Positions">Log positions, ascending, forgotten ones too.</param>
/// <param name="Fingerprint">Stands for exactly these.</param>
/// <param name="IsWhole">Whether it is the whole scope.</param>
internal sealed record Selected(IReadOnlyList<long> Positions, string Fingerprint, bool IsWhole)
{
    private const int FingerprintBytes = 16;

    public static Selected Of(MemoryScope scope, long epoch, IReadOnlyList<long> positions, bool isWhole = false)
    {
        var text = new StringBuilder().Append(scope).Append('\n').Append(CultureInfo.InvariantCulture, $"{epoch}\n").AppendJoin(',', positions);
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
        return new Selected(positions, Convert.ToHexStringLower(hash.AsSpan(0, FingerprintBytes)), isWhole);
    }

    /// <exception cref="CorrectionException">It is not what was shown.</exception>
    public void CheckShown(string? fingerprint)
    {
        if (fingerprint is not null && !string.Equals(fingerprint, Fingerprint, StringComparison.Ordinal))
        {
            throw new CorrectionException(CorrectionFault.Changed, "The memory has changed since it was shown: look at what is selected now, and decide again.");
        }
    }
}
