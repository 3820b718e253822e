using OMem.Interactions;

namespace OMem.Tests.Interactions;

public sealed class IndexTermsTests
{
    private static readonly SurfaceMarks Marks = new()
    {
        TimeWords = 1, FirstPerson = 2, ProperNames = 3, PastWords = 4, YouWords = 5, IsQuestion = true, IsDirective = true, Tokens = 300,
    };

    [Fact]
    public void Decode_Encoded_IsTheSame()
    {
        var terms = new IndexTerms(["jazz", "größe", "日本", "jazz", new string('x', 300)], new SurfaceMarks { TimeWords = 3, FirstPerson = 200, PastWords = 9, IsQuestion = true, IsDirective = true, Tokens = 70_000 });
        var decoded = IndexTerms.Decode(terms.Encode());
        decoded.Stems.ShouldBe(terms.Stems);
        decoded.Marks.ShouldBe(terms.Marks);
    }

    [Fact]
    public void Decode_NoBytes_HasNoTerms()
    {
        var decoded = IndexTerms.Decode([]);
        decoded.Stems.ShouldBeEmpty();
        decoded.Marks.ShouldBe(default);
    }

    [Fact]
    public void Encode_KnownTerms_GivesTheDocumentedBytes() =>
        new IndexTerms(["ab", "c"], Marks).Encode()
            .ShouldBe([1, 1, 2, 3, 4, 5, 1, 0, 1, 0xAC, 0x02, 2, 2, (byte)'a', (byte)'b', 1, (byte)'c']);

    [Fact]
    public void Decode_AnyPrefixOrFlippedByte_ThrowsFormatOrReads()
    {
        var encoded = new IndexTerms(["alpha", "beta", "gamma"], Marks).Encode();
        for (var length = 1; length < encoded.Length; length++)
        {
            Should.Throw<FormatException>(() => IndexTerms.Decode(encoded.AsSpan(0, length)));
        }

        for (var i = 0; i < encoded.Length * 8; i++)
        {
            var damaged = encoded.ToArray();
            damaged[i / 8] ^= (byte)(1 << (i % 8));
            try
            {
                IndexTerms.Decode(damaged);
            }
            catch (FormatException)
            {
                // Either is fine; anything else is not.
            }
        }
    }

    [Fact]
    public void IsCurrent_OtherVersion_IsFalse()
    {
        IndexTerms.IsCurrent([]).ShouldBeFalse();
        IndexTerms.IsCurrent([IndexTerms.Version]).ShouldBeTrue();
        IndexTerms.IsCurrent([IndexTerms.Version + 1]).ShouldBeFalse();
    }
}
