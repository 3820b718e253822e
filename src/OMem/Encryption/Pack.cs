using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace OMem.Encryption;

/// <summary>Fields one after the other, each with its length, to be sealed as one value or bound to one.</summary>
internal sealed class Pack : IDisposable
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(512);
    private int _length;

    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _length);

    public Pack Add(byte value)
    {
        Room(1)[0] = value;
        _length++;
        return this;
    }

    public Pack Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Room(sizeof(long)), value);
        _length += sizeof(long);
        return this;
    }

    /// <summary>An instant and its offset.</summary>
    public Pack Add(DateTimeOffset value) => Add(value.UtcTicks).Add((long)value.TotalOffsetMinutes);

    /// <summary>A number of 0 or more, in as few bytes as it needs.</summary>
    public Pack AddCount(int value)
    {
        var rest = (uint)value;
        while (rest >= 0x80)
        {
            Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        return Add((byte)rest);
    }

    /// <summary>A text that may be missing.</summary>
    /// <exception cref="ArgumentException">It holds a lone surrogate.</exception>
    public Pack Add(string? text)
    {
        if (text is null)
        {
            return AddCount(0);
        }

        var length = StrictUtf8.GetByteCount(text);
        AddCount(length + 1);
        StrictUtf8.GetBytes(text, Room(length));
        _length += length;
        return this;
    }

    public Pack Add(IReadOnlyList<string> texts)
    {
        AddCount(texts.Count);
        foreach (var text in texts)
        {
            Add(text);
        }

        return this;
    }

    /// <summary>Bytes up to the end: nothing may follow.</summary>
    public Pack AddRest(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Room(bytes.Length));
        _length += bytes.Length;
        return this;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
    }

    private Span<byte> Room(int size)
    {
        if (_buffer.Length - _length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, _length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        return _buffer.AsSpan(_length);
    }
}
