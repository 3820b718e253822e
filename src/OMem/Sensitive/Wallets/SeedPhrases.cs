namespace OMem.Sensitive.Wallets;

/// <summary>Finds seed phrases: 12 to 24 words of BIP-39 in a row, whose checksum is right or which are called a seed phrase. Numbers and commas may stand between them.</summary>
internal static class SeedPhrases
{
    private const int LeastWords = 12, MostWords = 24, LongestBetween = 6, Window = 160, LeastText = 47;

    private static readonly int[] Lengths = [24, 21, 18, 15, 12];

    private static readonly WordSearch PhraseWords = new(["seed phrase", "seed-phrase", "seedphrase", "seed words", "recovery phrase", "recovery words", "secret phrase", "backup phrase", "backup words", "mnemonic", "wallet phrase", "recovery seed", "seed:"]);

    /// <summary>The words of a row that have been read and not decided about.</summary>
    private ref struct Row
    {
        public Span<int> Places;
        public Span<int> Starts;
        public Span<int> Ends;
        public int Count;

        public readonly bool IsFull => Count == MostWords;

        public void Add(int place, int start, int end)
        {
            Places[Count] = place;
            Starts[Count] = start;
            Ends[Count] = end;
            Count++;
        }

        public void Drop(int words)
        {
            Places[words..Count].CopyTo(Places);
            Starts[words..Count].CopyTo(Starts);
            Ends[words..Count].CopyTo(Ends);
            Count -= words;
        }
    }

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        if (text.Length < LeastText)
        {
            return;
        }

        var row = new Row { Places = stackalloc int[MostWords], Starts = stackalloc int[MostWords], Ends = stackalloc int[MostWords] };
        var place = 0;
        while (place < text.Length)
        {
            var start = place;
            while (start < text.Length && !char.IsAsciiLetter(text[start]))
            {
                start++;
            }

            var end = start;
            while (end < text.Length && char.IsAsciiLetter(text[end]))
            {
                end++;
            }

            var word = SeedWords.PlaceOf(text[start..end]);
            if (word < 0 || (row.Count > 0 && !IsBetween(text[row.Ends[row.Count - 1]..start])))
            {
                Finish(text, ref row, findings);
            }

            if (word >= 0)
            {
                row.Add(word, start, end);
                if (row.IsFull)
                {
                    Advance(text, ref row, findings);
                }
            }

            place = Math.Max(end, start + 1);
        }

        Finish(text, ref row, findings);
    }

    /// <summary>Decides about what begins with the first word of a row. Words of the list before a phrase may make a false one that ends early: every one is taken, and together they cover it.</summary>
    private static void Advance(ReadOnlySpan<char> text, scoped ref Row row, Findings findings)
    {
        var length = LengthOfPhrase(row);
        if (length > 0)
        {
            findings.Add(SensitiveKind.WalletKey, row.Starts[0], row.Ends[length - 1], "seed phrase");
            row.Drop(1);
            return;
        }

        // Called one, it is taken whole even with a word that is wrong: a checksum that fails may be a slip of the pen.
        var isCalled = PhraseWords.IsIn(Surroundings.Before(text, row.Starts[0], Window));
        if (isCalled)
        {
            findings.Add(SensitiveKind.WalletKey, row.Starts[0], row.Ends[row.Count - 1], "seed phrase");
        }

        row.Drop(isCalled ? row.Count : 1);
    }

    private static void Finish(ReadOnlySpan<char> text, scoped ref Row row, Findings findings)
    {
        while (row.Count >= LeastWords)
        {
            Advance(text, ref row, findings);
        }

        row.Count = 0;
    }

    private static int LengthOfPhrase(scoped in Row row)
    {
        foreach (var length in Lengths)
        {
            if (length <= row.Count && SeedWords.IsPhrase(row.Places[..length]))
            {
                return length;
            }
        }

        return 0;
    }

    private static bool IsBetween(ReadOnlySpan<char> between)
    {
        if (between.Length is 0 or > LongestBetween)
        {
            return false;
        }

        foreach (var character in between)
        {
            if (!(char.IsWhiteSpace(character) || char.IsAsciiDigit(character) || character is ',' or '.' or ')' or '(' or ':' or '-' or ';' or '|' or '"' or '\'' or '#'))
            {
                return false;
            }
        }

        return true;
    }
}
