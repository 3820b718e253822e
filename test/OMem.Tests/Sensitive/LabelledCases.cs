namespace OMem.Tests.Sensitive;

/// <summary>A text with what has to be found in it.</summary>
/// <param name="Line">Its line in the file.</param>
/// <param name="Text">The text, without marks.</param>
/// <param name="Expected">What it holds.</param>
internal sealed record LabelledCase(int Line, string Text, IReadOnlyList<(SensitiveKind Kind, int Start, int End)> Expected)
{
    /// <summary>Reads the cases of a file beside the tests: <c>⟦Kind:value⟧</c> marks what has to be found, <c>\n</c> is a line break, <c>#</c> begins a comment.</summary>
    public static IReadOnlyList<LabelledCase> Read(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sensitive", file)).Select(static (line, i) => (line, i)).Where(static pair => !pair.line.StartsWith('#') && pair.line.Length > 0).Select(static pair => Of(pair.i + 1, pair.line))];

    private static LabelledCase Of(int number, string line)
    {
        var text = new System.Text.StringBuilder();
        var expected = new List<(SensitiveKind, int, int)>();
        var rest = line.Replace("\\n", "\n", StringComparison.Ordinal);
        while (rest.IndexOf('⟦', StringComparison.Ordinal) is >= 0 and var open)
        {
            var close = rest.IndexOf('⟧', StringComparison.Ordinal);
            var colon = rest.IndexOf(':', open);
            text.Append(rest, 0, open);
            var start = text.Length;
            text.Append(rest, colon + 1, close - colon - 1);
            expected.Add((Enum.Parse<SensitiveKind>(rest[(open + 1)..colon]), start, text.Length));
            rest = rest[(close + 1)..];
        }

        return new LabelledCase(number, text.Append(rest).ToString(), expected);
    }
}
