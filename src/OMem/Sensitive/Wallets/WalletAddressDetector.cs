namespace OMem.Sensitive.Wallets;

/// <summary>Finds public addresses of wallets: Ethereum (0x and 40 hex digits), Bitcoin in both forms, Litecoin and Tron with their checksums, Solana where it is named.</summary>
internal static class WalletAddressDetector
{
    private const int ShortestAddress = 26, EthereumLength = 42, MostPayload = 96, Window = 40;

    private static readonly WordSearch SolanaWords = new(["solana", "sol address", "phantom", "sol wallet"]);

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (text.Length - place >= ShortestAddress)
        {
            var reach = text.Slice(place, ShortestAddress).LastIndexOfAnyExcept(Characters.Alphanumeric);
            if (reach >= 0)
            {
                place += reach + 1;
                continue;
            }

            var end = Characters.EndOf(text, place + ShortestAddress, Characters.Alphanumeric);
            if (IsAddress(text, place, end))
            {
                findings.Add(SensitiveKind.WalletAddress, place, end, "wallet address");
            }

            place = end + 1;
        }
    }

    private static bool IsAddress(ReadOnlySpan<char> text, int start, int end)
    {
        var run = text[start..end];
        if (run.StartsWith("0x", StringComparison.OrdinalIgnoreCase))
        {
            return run.Length == EthereumLength && !run[2..].ContainsAnyExcept(Characters.Hex);
        }

        return Bech32.IsAddress(run)
            || (run.Length <= 34 && run[0] is '1' or '3' or 'L' or 'M' or 'T' && IsChecked(run))
            || (run.Length is >= 32 and <= 44 && IsSolana(run) && SolanaWords.IsIn(Surroundings.Before(text, start, Window)));
    }

    /// <summary>A version byte of Bitcoin, Litecoin or Tron and 20 bytes of a hash.</summary>
    private static bool IsChecked(ReadOnlySpan<char> run)
    {
        Span<byte> payload = stackalloc byte[MostPayload];
        return Base58.DecodeChecked(run, payload) == 21 && payload[0] is 0x00 or 0x05 or 0x30 or 0x32 or 0x41;
    }

    private static bool IsSolana(ReadOnlySpan<char> run)
    {
        Span<byte> bytes = stackalloc byte[MostPayload];
        return Base58.Decode(run, bytes) == 32;
    }
}
