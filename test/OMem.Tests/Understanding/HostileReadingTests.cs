using System.Globalization;
using CsCheck;

namespace OMem.Tests.Understanding;

/// <summary>Any string is read without an error, and the same in every culture.</summary>
public sealed class HostileReadingTests
{
    private static readonly string[] Pieces =
    [
        "I love ", "I ", "my ", "sister's ", "not ", ", ", "- ", "\"", "'", "`", "```", "> ", "~~~", "\n", "\uD83D", "\uDE00", "😀", "مرحبا ", "שלום ", "İ", "ﬁ", "\0", "\u202E",
        "' OR 1=1;-- ", "NEAR(\"a\" 3) ", "http://x.y/z ", "no longer ", "used to ", "going to ", "and ", "that ", "if ", "is ", "was ", "meant ", "actually ", "1999 ", "31 February ", "9999-12-31 ",
        "last week ", "in ", "of ", "yesterday ", "?", "!", "...", "'s", "n't", "\u2019", "a", "the ", "Rome", "favourite ", "is my favourite ", "correction ", "had to ",
    ];

    [Fact]
    public void Read_RandomPieces_NeverThrowsAndSpansLieInside() => Gen.Int[0, Pieces.Length - 1].Array[0, 60].Sample(
        picks =>
        {
            var text = string.Concat(picks.Select(pick => Pieces[pick]));
            var read = Read(text);
            return read.Topics.Select(topic => topic.Evidence).Concat(read.Attributes.Select(attribute => attribute.Evidence)).Concat(read.Facts.Select(fact => fact.Evidence))
                .All(evidence => evidence.Start >= 0 && evidence.Length > 0 && evidence.Start + evidence.Length <= text.Length);
        },
        iter: 3000);

    [Fact]
    public void Read_AnyString_NeverThrows() => Gen.String[Gen.Char, 0, 200].Sample(text => Read(text) is not null, iter: 2000);

    [Theory]
    [InlineData("I love ")]
    [InlineData("'")]
    [InlineData("`")]
    [InlineData("not ")]
    [InlineData("my sister ")]
    [InlineData("I think that ")]
    [InlineData("a,")]
    [InlineData("yesterday ")]
    [InlineData("\"A ")]
    [InlineData("x")]
    public void Read_OneMillionUnits_IsBounded(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 1_048_576 / piece.Length));

        var read = Read(text);

        read.Attributes.Count.ShouldBeLessThanOrEqualTo(32);
        read.Facts.Count.ShouldBeLessThanOrEqualTo(32);
        read.Topics.Count.ShouldBeLessThanOrEqualTo(4);
    }

    [Theory]
    [InlineData("0001-01-01T00:00:00+00:00")]
    [InlineData("9999-12-31T23:59:59+00:00")]
    public async Task Read_FirstAndLastYear_DoesNotFail(string at)
    {
        var message = Reading.Message("I moved to Oslo last year, and I'll go to Rome next month.");
        message = message with { Interaction = message.Interaction with { OccurredAt = DateTimeOffset.Parse(at, CultureInfo.InvariantCulture) } };

        (await Reading.ReadAsync([message]))[0].Attributes.ShouldContain(attribute => attribute.Value == "Oslo");
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public void Read_OtherCulture_SameResult(string culture)
    {
        const string Text = "I LIVE IN ISTANBUL. I'm into music. In 2019 I visited my sister Irem; my favourite thing is fishing.";
        var before = CultureInfo.CurrentCulture;
        var plain = Show(Read(Text));
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Show(Read(Text)).ShouldBe(plain);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static InteractionUnderstanding Read(string text) => Reading.ReadAsync(text).GetAwaiter().GetResult();

    private static string Show(InteractionUnderstanding read) => System.Text.Json.JsonSerializer.Serialize(read);
}
