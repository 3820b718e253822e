using System.Globalization;

namespace OMem.Tests.Understanding.Attributes;

/// <summary>Asserts what a message states in the aspects of one rule, whoever it is about.</summary>
internal static class Statement
{
    /// <summary>Exactly one statement, as <see cref="Reading.Show"/> shows it, worded as given; its subject leads the sentence.</summary>
    public static async Task ShouldBeAsync(string text, string[] aspects, string expected, string sentence)
    {
        var stated = (await ReadAsync(text, aspects)).ShouldHaveSingleItem();

        Reading.Show(stated).ShouldBe(expected);
        stated.Text.ShouldBe(sentence);
        stated.Text.ShouldStartWith(stated.Subject);
    }

    /// <summary>No statement at all.</summary>
    public static async Task NoneAsync(string text, string[] aspects) => (await ReadAsync(text, aspects)).ShouldBeEmpty();

    /// <summary>These statements, in order.</summary>
    public static async Task AllAsync(string text, string[] aspects, string[] expected) =>
        (await ReadAsync(text, aspects)).Select(Reading.Show).ShouldBe(expected);

    /// <summary>One statement that is true in the given range of days; an empty bound is open.</summary>
    public static async Task ValidAsync(string text, string[] aspects, string expected, string from, string to)
    {
        var stated = (await ReadAsync(text, aspects)).ShouldHaveSingleItem();

        Reading.Show(stated).ShouldBe(expected);
        stated.Valid.ShouldNotBeNull();
        Day(stated.Valid.From).ShouldBe(from);
        Day(stated.Valid.To).ShouldBe(to);
    }

    /// <summary>Whether one value at a time can be true.</summary>
    public static async Task ExclusiveAsync(string text, string[] aspects, bool expected)
    {
        var stated = await ReadAsync(text, aspects);

        stated.ShouldNotBeEmpty();
        stated.ShouldAllBe(attribute => attribute.Exclusive == expected);
    }

    /// <summary>The same statement, held less sure.</summary>
    public static async Task LessSureAsync(string unsure, string plain, string[] aspects)
    {
        var (weak, strong) = ((await ReadAsync(unsure, aspects)).ShouldHaveSingleItem(), (await ReadAsync(plain, aspects)).ShouldHaveSingleItem());

        Reading.Show(weak).ShouldBe(Reading.Show(strong));
        weak.Confidence.ShouldBeLessThan(strong.Confidence);
    }

    private static async Task<AttributeCandidate[]> ReadAsync(string text, string[] aspects) =>
        [.. (await Reading.ReadAsync(text)).Attributes.Where(attribute => aspects.Contains(attribute.Aspect.Split(' ')[0]) || aspects.Contains(attribute.Aspect))];

    private static string Day(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? string.Empty;
}
