using System.Text;

namespace OMem.Interactions;

/// <summary>What a search needs of a text beside its vector: stems in order and surface signs.</summary>
/// <param name="Stems">Kept stems in order, with repetitions.</param>
/// <param name="Marks">The surface signs.</param>
internal sealed record IndexTerms(IReadOnlyList<string> Stems, SurfaceMarks Marks)
{
    /// <summary>Version of the encoding and of the text rules behind it; bytes of another version are made again from the text.</summary>
    public const byte Version = 1;

    /// <summary>Whether the bytes are of this version.</summary>
    public static bool IsCurrent(ReadOnlySpan<byte> encoded) => encoded.Length > 0 && encoded[0] == Version;

    /// <summary>Encodes: the version, nine marks and the number of stems as variable-length integers, then each stem's UTF-8 length and bytes.</summary>
    public byte[] Encode()
    {
        var length = 1 + (10 * IndexTermsReader.MaxVarint);
        foreach (var stem in Stems)
        {
            length += IndexTermsReader.MaxVarint + Encoding.UTF8.GetMaxByteCount(stem.Length);
        }

        var buffer = new byte[length];
        buffer[0] = Version;
        var position = 1;
        WriteVarint(buffer, ref position, Marks.TimeWords);
        WriteVarint(buffer, ref position, Marks.FirstPerson);
        WriteVarint(buffer, ref position, Marks.ProperNames);
        WriteVarint(buffer, ref position, Marks.PastWords);
        WriteVarint(buffer, ref position, Marks.YouWords);
        WriteVarint(buffer, ref position, Marks.IsQuestion ? 1 : 0);
        WriteVarint(buffer, ref position, Marks.GivesReason ? 1 : 0);
        WriteVarint(buffer, ref position, Marks.IsDirective ? 1 : 0);
        WriteVarint(buffer, ref position, Marks.Tokens);
        WriteVarint(buffer, ref position, Stems.Count);
        Span<byte> utf8 = stackalloc byte[512];
        foreach (var stem in Stems)
        {
            var bytes = Encoding.UTF8.TryGetBytes(stem, utf8, out var count) ? utf8[..count] : Encoding.UTF8.GetBytes(stem);
            WriteVarint(buffer, ref position, bytes.Length);
            bytes.CopyTo(buffer.AsSpan(position));
            position += bytes.Length;
        }

        return buffer.AsSpan(0, position).ToArray();
    }

    /// <summary>Decodes.</summary>
    /// <exception cref="FormatException">The bytes are damaged or of another version.</exception>
    public static IndexTerms Decode(ReadOnlySpan<byte> encoded)
    {
        var reader = new IndexTermsReader(encoded);
        var stems = new string[reader.StemCount];
        for (var i = 0; i < stems.Length; i++)
        {
            stems[i] = Encoding.UTF8.GetString(reader.ReadStem());
        }

        return new IndexTerms(stems, reader.Marks);
    }

    private static void WriteVarint(byte[] buffer, ref int position, int value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            buffer[position++] = (byte)(value | 0x80);
        }

        buffer[position++] = (byte)value;
    }
}
