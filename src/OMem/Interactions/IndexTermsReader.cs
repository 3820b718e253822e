namespace OMem.Interactions;

/// <summary>Reads encoded <see cref="IndexTerms"/> without making strings.</summary>
internal ref struct IndexTermsReader
{
    /// <summary>The most bytes a variable-length integer takes.</summary>
    public const int MaxVarint = 5;

    private ReadOnlySpan<byte> _rest;

    /// <summary>Reads the marks and stands before the first stem. No bytes at all are an interaction without terms.</summary>
    /// <exception cref="FormatException">The bytes are damaged or of another version.</exception>
    public IndexTermsReader(ReadOnlySpan<byte> encoded)
    {
        if (encoded.IsEmpty)
        {
            return;
        }

        if (encoded[0] != IndexTerms.Version)
        {
            throw new FormatException($"Index terms of version {encoded[0]}, expected {IndexTerms.Version}.");
        }

        _rest = encoded[1..];
        Marks = new SurfaceMarks
        {
            TimeWords = ReadVarint(),
            FirstPerson = ReadVarint(),
            ProperNames = ReadVarint(),
            PastWords = ReadVarint(),
            YouWords = ReadVarint(),
            IsQuestion = ReadVarint() != 0,
            GivesReason = ReadVarint() != 0,
            IsDirective = ReadVarint() != 0,
            Tokens = ReadVarint(),
        };
        StemCount = ReadVarint();
        if (StemCount > _rest.Length)
        {
            throw Damaged();
        }
    }

    /// <summary>The surface signs.</summary>
    public SurfaceMarks Marks { get; }

    /// <summary>How many stems follow.</summary>
    public int StemCount { get; }

    /// <summary>The next stem as UTF-8.</summary>
    public ReadOnlySpan<byte> ReadStem()
    {
        var length = ReadVarint();
        if (length > _rest.Length)
        {
            throw Damaged();
        }

        var stem = _rest[..length];
        _rest = _rest[length..];
        return stem;
    }

    private int ReadVarint()
    {
        var value = 0;
        for (var shift = 0; shift < 7 * MaxVarint; shift += 7)
        {
            if (_rest.IsEmpty)
            {
                throw Damaged();
            }

            var next = _rest[0];
            _rest = _rest[1..];
            value |= (next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value >= 0 ? value : throw Damaged();
            }
        }

        throw Damaged();
    }

    private static FormatException Damaged() => new("Index terms are damaged.");
}
