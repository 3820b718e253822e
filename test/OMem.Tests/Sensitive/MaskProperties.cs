using CsCheck;

namespace OMem.Tests.Sensitive;

/// <summary>What holds for any text, in any script, with secrets and with what only looks like one.</summary>
public sealed class MaskProperties
{
    private const int Samples = 4_000;

    private static readonly SensitiveDataPolicy Everything = SensitiveDataPolicy.All(SensitiveHandling.Mask);

    private static readonly IReadOnlyList<LabelledCase> Holding = [.. LabelledCase.Read("labelled.txt").Where(static one => one.Expected.Count > 0)];

    /// <summary>Pieces that say nothing about what stands after them.</summary>
    private static readonly Gen<string> Neutral = OneOf("Oslo ", "😀 ", "שלום עולם ", "مرحبا بالعالم ", "👩‍👩‍👧‍👦 ", "über-früh, ", "日本語 ", "\n", "e\u0301 ", "\u200f ", "🇳🇴 ").Array[0, 8].Select(string.Concat);

    /// <summary>Pieces of everything a detector looks at, in any order.</summary>
    private static readonly Gen<string> Pieces = Gen.Frequency(
        (6, OneOf(
            "password", "password: ", "api key ", "token=", "Bearer ", "secret is ", "private key ", "seed phrase ", "card ", "phone ", "call me ", "order ", "tx ", "[masked: api key]", "[masked: ", "]", "--password ",
            "://user:", "@", "example.com", "-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----", "eyJhbGciOiJIUzI1NiJ9.", "sk-", "ghp_", "0x", "+49 ", "(415) ", "0", "\"", "'", " ", "\n", ". ", ", ", ":", "=", " is ", "😀", "שלום")),
        (2, Gen.String[Gen.Char["0123456789"], 1, 20]),
        (2, Gen.String[Gen.Char["abcXYZ0189-_+/="], 1, 70]),
        (1, OneOf([.. Holding.Select(static one => one.Text)])),
        (1, OneOf("abandon ", "ability ", "able ", "about ").Array[1, 30].Select(string.Concat)))
        .Array[0, 14].Select(string.Concat);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(place => texts[place]);

    [Fact]
    public void Mask_Twice_IsMaskingOnce() =>
        Pieces.Sample(
            static text =>
            {
                var once = SensitiveText.Mask(text, Everything);
                return SensitiveText.Mask(once, Everything) == once;
            },
            iter: Samples);

    [Fact]
    public void Mask_ByAnyPolicyTwice_IsMaskingOnce() =>
        Gen.Select(Pieces, Gen.Bool.Array[7]).Sample(
            static (text, masks) =>
            {
                var policy = SensitiveDataPolicy.All(SensitiveHandling.Keep);
                foreach (var kind in Enum.GetValues<SensitiveKind>())
                {
                    policy = masks[(int)kind] ? policy.With(kind, SensitiveHandling.Mask) : policy;
                }

                var once = SensitiveText.Mask(text, policy);
                return SensitiveText.Mask(once, policy) == once;
            },
            iter: Samples);

    [Fact]
    public void Mask_ATextThatHoldsNothing_GivesTheVeryText() =>
        Pieces.Sample(
            static text => SensitiveText.Find(text).Count > 0 || ReferenceEquals(SensitiveText.Mask(text, Everything), text),
            iter: Samples);

    [Fact]
    public void Find_InAnyText_GivesPlacesInOrderThatDoNotOverlapNorSplitACharacter() =>
        Pieces.Sample(
            static text =>
            {
                var end = 0;
                foreach (var finding in SensitiveText.Find(text))
                {
                    finding.Start.ShouldBeGreaterThanOrEqualTo(end);
                    finding.Length.ShouldBeGreaterThan(0);
                    end = finding.End;
                    end.ShouldBeLessThanOrEqualTo(text.Length);
                    char.IsLowSurrogate(text[finding.Start]).ShouldBeFalse();
                    (end < text.Length && char.IsLowSurrogate(text[end])).ShouldBeFalse();
                }
            },
            iter: Samples);

    [Fact]
    public void Find_WithOtherTextAround_FindsTheSameFurtherOn() =>
        Gen.Select(Neutral, Gen.Int[0, Holding.Count - 1], Neutral).Sample(
            static (before, place, after) =>
            {
                var alone = SensitiveText.Find(Holding[place].Text);
                var within = SensitiveText.Find(before + Holding[place].Text + "\n" + after);
                within.ShouldBe(alone.Select(finding => finding with { Start = finding.Start + before.Length }));
            },
            iter: Samples);

    [Fact]
    public void Mask_WithOtherTextAround_LeavesNothingOfTheValue() =>
        Gen.Select(Neutral, Gen.Int[0, Holding.Count - 1], Neutral).Sample(
            static (before, place, after) =>
            {
                var masked = SensitiveText.Mask(before + Holding[place].Text + "\n" + after, Everything);
                foreach (var (_, start, end) in Holding[place].Expected)
                {
                    masked.ShouldNotContain(Holding[place].Text[start..end]);
                }

                masked.ShouldStartWith(before);
                masked.ShouldEndWith(after);
            },
            iter: Samples);
}
