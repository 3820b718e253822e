namespace OMem.Interactions;

/// <summary>What is kept hot of each interaction, one array a property; all grow together. No text.</summary>
internal sealed class TurnColumns(int capacity)
{
    /// <summary>Bytes of one interaction in these arrays.</summary>
    public const int BytesPerTurn = (14 * sizeof(int)) + (3 * sizeof(long)) + 7;

    /// <summary>No turn.</summary>
    public const int None = -1;

    /// <summary>How many interactions there is room for.</summary>
    public int Capacity { get; } = capacity;

    /// <summary>Its log position, ascending. Positions that were erased or forgotten are no turns.</summary>
    public long[] Sequence { get; } = new long[capacity];

    /// <summary>Where its terms start in the forward sequence.</summary>
    public int[] TermStart { get; } = new int[capacity];

    /// <summary>How many kept terms it has.</summary>
    public int[] TermCount { get; } = new int[capacity];

    /// <summary>Its session's number.</summary>
    public int[] Session { get; } = new int[capacity];

    /// <summary>The turn before it in its session, or <see cref="None"/>.</summary>
    public int[] Previous { get; } = new int[capacity];

    /// <summary>The turn after it in its session, or <see cref="None"/>; one that is beyond a view does not count.</summary>
    public int[] Next { get; } = new int[capacity];

    /// <summary>Terms of its session up to and including it.</summary>
    public int[] SessionTerms { get; } = new int[capacity];

    /// <summary>Terms of the turns up to two before and after it.</summary>
    public int[] NearTerms { get; } = new int[capacity];

    /// <summary>Terms of the turns up to four before and after it.</summary>
    public int[] WideTerms { get; } = new int[capacity];

    /// <summary>Terms of it and the three turns after it.</summary>
    public int[] AheadTerms { get; } = new int[capacity];

    /// <summary>The fourth turn after it: once a view holds that, the three sums above are final for it. <see cref="int.MaxValue"/> when there is none yet.</summary>
    public int[] WindowClosedBy { get; } = CreateFilled(capacity, int.MaxValue);

    /// <summary>Its speaker's number.</summary>
    public int[] Speaker { get; } = new int[capacity];

    /// <summary>Tokens it takes in a prompt.</summary>
    public int[] Tokens { get; } = new int[capacity];

    /// <summary>The day it happened where it happened, in days from 0001-01-01.</summary>
    public int[] LocalDay { get; } = new int[capacity];

    /// <summary>Offset of the place it happened in, in minutes.</summary>
    public int[] OffsetMinutes { get; } = new int[capacity];

    /// <summary>When it happened, UTC ticks.</summary>
    public long[] OccurredAt { get; } = new long[capacity];

    /// <summary>When the log took it, UTC ticks.</summary>
    public long[] RecordedAt { get; } = new long[capacity];

    /// <summary>What kind of party spoke.</summary>
    public byte[] Role { get; } = new byte[capacity];

    /// <summary>Time words and numbers in it, at most 255.</summary>
    public byte[] TimeWords { get; } = new byte[capacity];

    /// <summary>First-person words in it, at most 255.</summary>
    public byte[] FirstPerson { get; } = new byte[capacity];

    /// <summary>Proper names in it, at most 255.</summary>
    public byte[] ProperNames { get; } = new byte[capacity];

    /// <summary>Words of the past tense in it, at most 255.</summary>
    public byte[] PastWords { get; } = new byte[capacity];

    /// <summary>Words of address ("you") in it, at most 255.</summary>
    public byte[] YouWords { get; } = new byte[capacity];

    /// <summary>Its <see cref="TurnMarks"/>.</summary>
    public byte[] Marks { get; } = new byte[capacity];

    /// <summary>The same with room for twice as many.</summary>
    public TurnColumns Grow()
    {
        var grown = new TurnColumns(Capacity * 2);
        Sequence.CopyTo(grown.Sequence, 0);
        TermStart.CopyTo(grown.TermStart, 0);
        TermCount.CopyTo(grown.TermCount, 0);
        Session.CopyTo(grown.Session, 0);
        Previous.CopyTo(grown.Previous, 0);
        Next.CopyTo(grown.Next, 0);
        SessionTerms.CopyTo(grown.SessionTerms, 0);
        NearTerms.CopyTo(grown.NearTerms, 0);
        WideTerms.CopyTo(grown.WideTerms, 0);
        AheadTerms.CopyTo(grown.AheadTerms, 0);
        WindowClosedBy.CopyTo(grown.WindowClosedBy, 0);
        Speaker.CopyTo(grown.Speaker, 0);
        Tokens.CopyTo(grown.Tokens, 0);
        LocalDay.CopyTo(grown.LocalDay, 0);
        OffsetMinutes.CopyTo(grown.OffsetMinutes, 0);
        OccurredAt.CopyTo(grown.OccurredAt, 0);
        RecordedAt.CopyTo(grown.RecordedAt, 0);
        Role.CopyTo(grown.Role, 0);
        TimeWords.CopyTo(grown.TimeWords, 0);
        FirstPerson.CopyTo(grown.FirstPerson, 0);
        ProperNames.CopyTo(grown.ProperNames, 0);
        PastWords.CopyTo(grown.PastWords, 0);
        YouWords.CopyTo(grown.YouWords, 0);
        Marks.CopyTo(grown.Marks, 0);
        return grown;
    }

    private static int[] CreateFilled(int length, int value)
    {
        var array = new int[length];
        array.AsSpan().Fill(value);
        return array;
    }
}

/// <summary>Surface signs of a turn.</summary>
[Flags]
internal enum TurnMarks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>It ends with a question mark.</summary>
    IsQuestion = 1,

    /// <summary>The turn before it in its session is a question of somebody else.</summary>
    AnswersQuestion = 2,

    /// <summary>It gives a reason.</summary>
    GivesReason = 4,

    /// <summary>A person says in it how things should be done from now on.</summary>
    IsDirective = 8,
}
