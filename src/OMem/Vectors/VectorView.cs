namespace OMem.Vectors;

/// <summary>The rows of a <see cref="VectorSegment"/> at one moment. Immutable for its readers and thread-safe.</summary>
internal sealed class VectorView
{
    private readonly VectorSegment.Block[] _blocks;
    private readonly int _stride;

    internal VectorView(VectorSegment.Block[] blocks, int count, int present, int dimensions, int stride)
    {
        _blocks = blocks;
        _stride = stride;
        Count = count;
        Present = present;
        Dimensions = dimensions;
    }

    /// <summary>Rows, missing ones included.</summary>
    public int Count { get; }

    /// <summary>Rows with a vector.</summary>
    public int Present { get; }

    /// <summary>Dimensions of a row.</summary>
    public int Dimensions { get; }

    /// <summary>Whether the row has a vector.</summary>
    public bool IsPresent(int row) => _blocks[row / VectorSegment.BlockRows].Scales[row % VectorSegment.BlockRows] > 0f;

    /// <summary>The first <paramref name="count"/> rows.</summary>
    public VectorView Truncate(int count)
    {
        var present = 0;
        for (var row = 0; row < count; row++)
        {
            present += IsPresent(row) ? 1 : 0;
        }

        return new VectorView(_blocks, count, present, Dimensions, _stride);
    }

    /// <summary>Dot products of every row with one query, exact but for the rounding of the stored bytes.</summary>
    /// <param name="query">The query.</param>
    /// <param name="products">One for each row; 0 for a missing row.</param>
    public void Dot(QuantizedQuery query, Span<float> products)
    {
        if (!Fits(query))
        {
            products[..Count].Clear();
            return;
        }

        for (var start = 0; start < Count; start += VectorSegment.BlockRows)
        {
            var block = _blocks[start / VectorSegment.BlockRows];
            var rows = Math.Min(VectorSegment.BlockRows, Count - start);
            DotKernel.One(block.Values, _stride, query.Values, products.Slice(start, rows));
            ColumnMath.Multiply(products.Slice(start, rows), block.Scales, query.Scale);
        }
    }

    /// <summary>The dot product of one row with a query; 0 for a missing row.</summary>
    public float Dot(QuantizedQuery query, int row)
    {
        if (!Fits(query))
        {
            return 0f;
        }

        var block = _blocks[row / VectorSegment.BlockRows];
        var place = row % VectorSegment.BlockRows;
        Span<float> product = [0f];
        DotKernel.One(block.Values.AsSpan(place * _stride, _stride), _stride, query.Values, product);
        return product[0] * block.Scales[place] * query.Scale;
    }

    /// <summary>Dot products of every row with two queries in one pass over the rows.</summary>
    public void Dot(QuantizedQuery first, QuantizedQuery second, Span<float> firstProducts, Span<float> secondProducts)
    {
        if (!Fits(first) || !Fits(second))
        {
            Dot(first, firstProducts);
            Dot(second, secondProducts);
            return;
        }

        for (var start = 0; start < Count; start += VectorSegment.BlockRows)
        {
            var block = _blocks[start / VectorSegment.BlockRows];
            var rows = Math.Min(VectorSegment.BlockRows, Count - start);
            var a = firstProducts.Slice(start, rows);
            var b = secondProducts.Slice(start, rows);
            DotKernel.Two(block.Values, _stride, first.Values, second.Values, a, b);
            ColumnMath.Multiply(a, block.Scales, first.Scale);
            ColumnMath.Multiply(b, block.Scales, second.Scale);
        }
    }

    private bool Fits(QuantizedQuery query) => Dimensions > 0 && query.Dimensions == Dimensions;
}
