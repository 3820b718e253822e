namespace OMem.Understanding.Llm;

/// <summary>Whether a sentence instructs its reader.</summary>
internal enum InstructionKind
{
    /// <summary>It does not.</summary>
    None = 0,

    /// <summary>It says what to store or forget: "Remember that ...".</summary>
    Store = 1,

    /// <summary>It says to disregard what was said before or the reader's own instructions.</summary>
    Override = 2,
}

/// <summary>A sentence of a message.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">After its last unit.</param>
/// <param name="FirstToken">Its first word.</param>
/// <param name="EndToken">After its last word.</param>
/// <param name="Kind">Whether it instructs.</param>
/// <param name="SpeaksOfItself">Whether the speaker speaks of themself; in an instruction: in what is to be stored.</param>
/// <param name="NamesTheUser">Whether it speaks of "the user", as nobody speaks of themself.</param>
internal sealed record InstructionSentence(int Start, int End, int FirstToken, int EndToken, InstructionKind Kind, bool SpeaksOfItself, bool NamesTheUser)
{
    /// <summary>Whether a span of the text lies at least partly in it.</summary>
    public bool Overlaps(int start, int length) => start < End && start + Math.Max(1, length) > Start;
}
