using OMem.Interactions;

namespace OMem.Tests.Interactions;

public sealed class IndexTermsTests
{
    [Fact]
    public void Decode_Encoded_IsTheSame()
    {
        var terms = new IndexTerms(["jazz", "größe", "日本", "jazz", new string('x', 300)], new SurfaceMarks(3, 200, 1, 2, true, 70_000));
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
        new IndexTerms(["ab", "c"], new SurfaceMarks(1, 2, 3, 4, true, 300)).Encode()
            .ShouldBe([1, 1, 2, 3, 4, 1, 0xAC, 0x02, 2, 2, (byte)'a', (byte)'b', 1, (byte)'c']);

    [Fact]
    public void Decode_AnyPrefixOrFlippedByte_ThrowsFormatOrReads()
    {
        var encoded = new IndexTerms(["alpha", "beta", "gamma"], new SurfaceMarks(1, 2, 3, 4, true, 300)).Encode();
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
