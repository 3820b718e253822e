namespace OMem.Vectors;

/// <summary>The vectors of one scope: rows of signed bytes in big blocks, append-only, one writer.</summary>
/// <remarks>
/// A row may be missing: it keeps its place with scale 0. Readers take a <see cref="VectorView"/> and never wait; a row is
/// not written again after the view that shows it.
/// </remarks>
internal sealed class VectorSegment
{
    private const int LaneCount = 16;
    private const int FirstBlockRows = 64;

    /// <summary>Rows of a full block: 512 KiB at 512 dimensions, so that growing never copies more than that.</summary>
    internal const int BlockRows = 1024;

    private readonly int _stride;
    private Block[] _blocks = [];
    private int _present;

    /// <summary>Creates an empty segment.</summary>
    /// <param name="dimensions">Dimensions of every row; 0 for a segment whose rows are all missing.</param>
    public VectorSegment(int dimensions)
    {
        Dimensions = dimensions;
        _stride = Stride(dimensions);
    }

    /// <summary>Dimensions of a row.</summary>
    public int Dimensions { get; }

    /// <summary>Rows, missing ones included.</summary>
    public int Count { get; private set; }

    /// <summary>Bytes held.</summary>
    public long Bytes => _blocks.Sum(static block => (long)block.Values.Length + (block.Scales.Length * sizeof(float)));

    /// <summary>Bytes from one row to the next: dimensions rounded up to whole vector lanes.</summary>
    public static int Stride(int dimensions) => (dimensions + LaneCount - 1) / LaneCount * LaneCount;

    /// <summary>Appends a row; one of other dimensions, or none, is missing.</summary>
    /// <param name="encoded">As <see cref="VectorCodec"/> writes it.</param>
    public void Append(ReadOnlySpan<byte> encoded)
    {
        var block = BlockForNext();
        var row = Count % BlockRows;
        if (Dimensions > 0 && VectorCodec.Dimensions(encoded) == Dimensions)
        {
            VectorCodec.Values(encoded).CopyTo(block.Values.AsSpan(row * _stride));
            block.Scales[row] = VectorCodec.Scale(encoded);
            _present += block.Scales[row] > 0f ? 1 : 0;
        }

        Count++;
    }

    /// <summary>What is there now.</summary>
    public VectorView Snapshot() => new(_blocks, Count, _present, Dimensions, _stride);

    private Block BlockForNext()
    {
        var index = Count / BlockRows;
        if (index == _blocks.Length)
        {
            _blocks = [.. _blocks, new Block(index == 0 ? FirstBlockRows : BlockRows, _stride)];
        }
        else if (Count % BlockRows == _blocks[index].Rows)
        {
            // Readers keep the smaller block they have seen.
            var grown = _blocks.ToArray();
            grown[index] = _blocks[index].Grow(_stride);
            _blocks = grown;
        }

        return _blocks[index];
    }

    /// <summary>Some rows and their scales.</summary>
    internal sealed class Block(int rows, int stride)
    {
        public int Rows { get; } = rows;

        public sbyte[] Values { get; } = new sbyte[rows * stride];

        public float[] Scales { get; } = new float[rows];

        public Block Grow(int stride)
        {
            var grown = new Block(Math.Min(Rows * 2, BlockRows), stride);
            Values.CopyTo(grown.Values, 0);
            Scales.CopyTo(grown.Scales, 0);
            return grown;
        }
    }
}
