namespace OMem;

/// <summary>Where a text holds sensitive data. Never the value itself.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Start">Its place in the text, in UTF-16 units from 0.</param>
/// <param name="Length">Its length in UTF-16 units.</param>
/// <param name="Label">What it is in words, as in the mark: <c>api key</c>, <c>seed phrase</c>.</param>
public readonly record struct SensitiveFinding(SensitiveKind Kind, int Start, int Length, string Label)
{
    /// <summary>The place right after it.</summary>
    public int End => Start + Length;
}

/// <summary>How often a kind was masked.</summary>
/// <param name="Kind">What kind.</param>
/// <param name="Count">How many values.</param>
public sealed record SensitiveCount(SensitiveKind Kind, int Count);
