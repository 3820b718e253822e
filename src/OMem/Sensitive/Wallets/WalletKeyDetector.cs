namespace OMem.Sensitive.Wallets;

/// <summary>Finds what moves money out of a wallet: private keys in their forms with a checksum, 64 hex digits or a Solana key where words call it a private key, and seed phrases.</summary>
internal static class WalletKeyDetector
{
    private const int HexLength = 64, ShortestWif = 51, LongestWif = 52, ExtendedLength = 111, SolanaBytes = 64, Window = 64, WindowAfter = 40, MostPayload = 96;

    private static readonly WordSearch PrivateWords = new(["private key", "private_key", "private-key", "privatekey", "priv key", "privkey", "priv_key", "secret key", "secret_key", "secretkey", "signing key", "wallet key", "deployer key", "deployer_key", "PK=", "pk:", "sk:", "geheimschlüssel", "privater schlüssel", "私钥", "clave privada"]);

    private static readonly WordSearch PublicWords = new(["hash", "tx", "transaction", "sha256", "sha-256", "commit", "digest", "checksum", "public key", "pubkey", "public_key", "address", "block", "root", "etherscan", "signature", "contract"]);

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        FindKeys(text, findings);
        SeedPhrases.Find(text, findings);
    }

    private static void FindKeys(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (text.Length - place >= ShortestWif)
        {
            // Nothing shorter is a key: look where one that begins here would have to reach.
            var reach = text.Slice(place, ShortestWif).LastIndexOfAnyExcept(Characters.Alphanumeric);
            if (reach >= 0)
            {
                place += reach + 1;
                continue;
            }

            var end = Characters.EndOf(text, place + ShortestWif, Characters.Alphanumeric);
            if (IsKey(text, place, end))
            {
                findings.Add(SensitiveKind.WalletKey, place, end, "private key");
            }

            place = end + 1;
        }
    }

    private static bool IsKey(ReadOnlySpan<char> text, int start, int end)
    {
        var run = text[start..end];
        return run.Length switch
        {
            ShortestWif or LongestWif => IsImportFormat(run),
            HexLength or HexLength + 2 => IsHexKey(run) && IsCalledPrivate(text, start, end),
            ExtendedLength => IsExtended(run),
            86 or 87 or 88 => IsSolana(run) && IsCalledPrivate(text, start, end),
            _ => false,
        };
    }

    /// <summary>Wallet import format: version 0x80 or 0xEF, 32 bytes, perhaps a mark for a compressed public key.</summary>
    private static bool IsImportFormat(ReadOnlySpan<char> run)
    {
        Span<byte> payload = stackalloc byte[MostPayload];
        return run[0] is '5' or '9' or 'K' or 'L' or 'c' && Base58.DecodeChecked(run, payload) is 33 or 34 && payload[0] is 0x80 or 0xEF;
    }

    /// <summary>BIP-32: <c>xprv</c> and its kin of other address forms and networks.</summary>
    private static bool IsExtended(ReadOnlySpan<char> run)
    {
        Span<byte> payload = stackalloc byte[MostPayload];
        return run[1..4].SequenceEqual("prv") && Base58.DecodeChecked(run, payload) == 78;
    }

    private static bool IsHexKey(ReadOnlySpan<char> run)
    {
        var digits = run.Length == HexLength ? run : run.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? run[2..] : "";
        return digits.Length == HexLength && !digits.ContainsAnyExcept(Characters.Hex);
    }

    private static bool IsSolana(ReadOnlySpan<char> run)
    {
        Span<byte> bytes = stackalloc byte[MostPayload];
        return Base58.Decode(run, bytes) == SolanaBytes;
    }

    /// <summary>64 hex digits are the hash of a transaction unless the words around say otherwise: the nearest of them counts.</summary>
    private static bool IsCalledPrivate(ReadOnlySpan<char> text, int start, int end)
    {
        var before = Surroundings.Before(text, start, Window);
        var called = PrivateWords.Last(before);
        if (called >= 0)
        {
            return called > PublicWords.Last(before);
        }

        var after = Surroundings.After(text, end, WindowAfter);
        var stop = after.IndexOfAny(".\n\r");
        after = stop < 0 ? after : after[..stop];
        return PrivateWords.First(after) is >= 0 and var hit && !PublicWords.IsIn(after[..hit]);
    }
}
