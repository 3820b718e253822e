using System.Buffers.Binary;
using System.Text;

namespace OMem.Encryption;

/// <summary>Reads what <see cref="Pack"/> wrote. What is read was authenticated before, so a fault in its form is one of this program.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> packed)
{
    private ReadOnlySpan<byte> _rest = packed;

    public readonly ReadOnlySpan<byte> Rest => _rest;

    public byte Byte() => Take(1)[0];

    public long Int64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    public int Count()
    {
        var value = 0u;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var part = Byte();
            value |= (uint)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return (int)value;
            }
        }

        throw new FormatException("A number is too long.");
    }

    public string? TextOrNull(NamePool? pool = null)
    {
        var length = Count();
        if (length == 0)
        {
            return null;
        }

        var bytes = Take(length - 1);
        return pool is null ? Encoding.UTF8.GetString(bytes) : pool.Get(bytes);
    }

    public string Text(NamePool? pool = null) => TextOrNull(pool) ?? throw new FormatException("A text is missing.");

    public string[] Texts()
    {
        var texts = new string[Count()];
        for (var i = 0; i < texts.Length; i++)
        {
            texts[i] = Text();
        }

        return texts;
    }

    private ReadOnlySpan<byte> Take(int size)
    {
        if (size < 0 || size > _rest.Length)
        {
            throw new FormatException("The value ends too early.");
        }

        var taken = _rest[..size];
        _rest = _rest[size..];
        return taken;
    }
}
