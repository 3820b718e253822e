using OMem.ModelConverter.Onnx;

namespace OMem.Embeddings.Tests.Converter;

public sealed class ProtobufWriterTests
{
    // The expected bytes of the first three are the examples of the protobuf encoding guide.
    [Theory]
    [InlineData(1, 150, "089601")]
    [InlineData(1, 0, "0800")]
    [InlineData(16, 1, "800101")]
    [InlineData(1, -1, "08FFFFFFFFFFFFFFFFFF01")]
    [InlineData(1, long.MaxValue, "08FFFFFFFFFFFFFFFF7F")]
    public void Int64_AnyValue_IsAVarint(int field, long value, string expected)
    {
        var writer = new ProtobufWriter();
        writer.Int64(field, value);
        Convert.ToHexString(writer.ToArray()).ShouldBe(expected);
    }

    [Fact]
    public void String_Text_IsLengthAndUtf8()
    {
        var writer = new ProtobufWriter();
        writer.String(2, "testing");
        writer.String(2, "é");
        Convert.ToHexString(writer.ToArray()).ShouldBe("120774657374696E671202C3A9");
    }

    [Fact]
    public void Message_Nested_IsLengthAndBytes()
    {
        var inner = new ProtobufWriter();
        inner.Int64(1, 150);
        var outer = new ProtobufWriter();
        outer.Message(3, inner);
        Convert.ToHexString(outer.ToArray()).ShouldBe("1A03089601");
    }

    [Fact]
    public void Single_Number_IsFourBytesLittleEndian()
    {
        var writer = new ProtobufWriter();
        writer.Single(2, 1.5f);
        Convert.ToHexString(writer.ToArray()).ShouldBe("150000C03F");
    }
}
