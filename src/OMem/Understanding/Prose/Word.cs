namespace OMem.Understanding.Prose;

/// <summary>What stands between a word and the one before it.</summary>
internal enum Gap
{
    /// <summary>White space only.</summary>
    None = 0,

    /// <summary>A comma or a slash: a list may go on, or a clause may start.</summary>
    Comma = 1,

    /// <summary>A dash, colon, semicolon or bracket: a phrase ends here.</summary>
    Strong = 2,
}

/// <summary>A word as the grammar sees it. A contraction gives two words over the same span ("don't": "do", "not").</summary>
/// <param name="Text">Lower case, one kind of apostrophe.</param>
/// <param name="Start">First UTF-16 unit of its span in the message.</param>
/// <param name="Length">Length of the span in UTF-16 units.</param>
/// <param name="Capital">Whether it starts with a capital there.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct Word(string Text, int Start, int Length, bool Capital, Gap Gap)
{
    /// <summary>First unit after its span.</summary>
    public int End => Start + Length;

    /// <summary>Whether the text is the given word.</summary>
    public bool Is(string text) => string.Equals(Text, text, StringComparison.Ordinal);
}
