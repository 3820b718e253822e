namespace Sentinel.Memory;

/// <summary>One line of a context.</summary>
/// <param name="Section">The part it stands in.</param>
/// <param name="Id">The id it may be cited by; null for a line that cannot be cited.</param>
/// <param name="Text">Its words, numbers first.</param>
/// <param name="IsFixed">Whether it stays whatever the budget.</param>
internal readonly record struct PackLine(string Section, string? Id, string Text, bool IsFixed = false)
{
    private const int CharactersPerToken = 4;

    /// <summary>Estimated tokens, its id and line end included.</summary>
    public int Tokens => Estimate(Text.Length + (Id?.Length ?? 0) + 4);

    /// <summary>Estimated tokens of so many characters.</summary>
    public static int Estimate(int characters) => (characters + CharactersPerToken - 1) / CharactersPerToken;
}
