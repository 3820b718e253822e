using System.Text.RegularExpressions;

namespace OMem.Tests.Recall;

/// <summary>A rendered block read line by line: every line has to be of a known form, the marks stand once at either end.</summary>
internal static partial class ContextBlock
{
    /// <summary>One item of a block.</summary>
    /// <param name="Kind">message, attribute or fact.</param>
    /// <param name="Names">Its fields, as they stand there, unescaped.</param>
    /// <param name="Text">Its words, unescaped.</param>
    public sealed record Line(string Kind, IReadOnlyDictionary<string, string> Names, string Text);

    public static IReadOnlyList<Line> Parse(string block)
    {
        var lines = block.Split('\n');
        lines[0].ShouldBe("<recalled-memory>");
        lines[^1].ShouldBe("</recalled-memory>");
        var at = 1;
        lines[at++].ShouldStartWith("Quotations from stored conversations");
        at += lines[at].StartsWith("What has trust=", StringComparison.Ordinal) ? 1 : 0;
        var items = new List<Line>();
        foreach (var line in lines[at..^1])
        {
            var match = Form().Match(line);
            match.Success.ShouldBeTrue(line);
            match.Groups["end"].Value.ShouldBe(match.Groups["kind"].Value);
            items.Add(new Line(
                match.Groups["kind"].Value,
                Field().Matches(match.Groups["fields"].Value).ToDictionary(static field => field.Groups["name"].Value, static field => Plain(field.Groups["value"].Value), StringComparer.Ordinal),
                Plain(match.Groups["text"].Value)));
        }

        return items;
    }

    private static string Plain(string escaped) => escaped.Replace("&quot;", "\"", StringComparison.Ordinal).Replace("&lt;", "<", StringComparison.Ordinal)
        .Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    [GeneratedRegex("\\A<(?<kind>message|attribute|fact)(?<fields>( [a-z]+=\"[^\"<>]*\")+)>(?<text>[^<>]*)</(?<end>[a-z]+)>\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Form();

    [GeneratedRegex(" (?<name>[a-z]+)=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Field();
}
