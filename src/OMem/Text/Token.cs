namespace OMem.Text;

/// <summary>A word of a text.</summary>
/// <param name="Text">The folded word: NFKC, lower case, one kind of apostrophe, a final 's off.</param>
/// <param name="Start">First UTF-16 unit in the text it was read from.</param>
/// <param name="Length">Length there, in UTF-16 units; the removed 's is not part of it.</param>
/// <param name="Capitalized">Whether it starts with a capital there.</param>
internal readonly record struct Token(string Text, int Start, int Length, bool Capitalized);
