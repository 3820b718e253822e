using OMem.Vectors;

namespace OMem.Consolidation.Clusters;

/// <summary>The vectors of one model in rows, so that one pass finds everything a sentence joins with.</summary>
internal sealed class VectorColumn(int dimensions)
{
    private const int BlockRows = 128;

    /// <summary>A raw cosine under it is under the threshold of clustering once rounded, whatever floats lose.</summary>
    private const double Hopeless = ClusterSimilarity.VectorThreshold - 0.0002;

    private readonly int _stride = VectorSegment.Stride(dimensions);
    private readonly List<Block> _blocks = [];
    private readonly Stack<int> _free = [];
    private readonly float[] _products = new float[BlockRows];
    private readonly short[] _query = new short[VectorSegment.Stride(dimensions)];
    private int _rows;

    /// <summary>How many nodes it holds.</summary>
    public int Count => _rows - _free.Count;

    /// <summary>Gives the node a row.</summary>
    public void Add(ClusterNode node)
    {
        if (!_free.TryPop(out var row))
        {
            row = _rows++;
        }

        if (row / BlockRows == _blocks.Count)
        {
            _blocks.Add(new Block(_stride));
        }

        _blocks[row / BlockRows].Set(row % BlockRows, node, _stride);
        node.Row = row;
    }

    /// <summary>Takes the node's row away.</summary>
    public void Remove(ClusterNode node)
    {
        _blocks[node.Row / BlockRows].Clear(node.Row % BlockRows);
        _free.Push(node.Row);
        node.Row = -1;
    }

    /// <summary>Adds the nodes that join with a vector of this column's model, the node itself aside.</summary>
    public void Find(ClusterNode node, List<Neighbour> near)
    {
        var vector = node.Entry.Vector;
        if (vector.Square == 0)
        {
            return;
        }

        var values = vector.Values;
        for (var i = 0; i < values.Length; i++)
        {
            _query[i] = values[i];
        }

        var least = Hopeless * Math.Sqrt(vector.Square);
        for (var block = 0; block < _blocks.Count; block++)
        {
            var rows = Math.Min(BlockRows, _rows - (block * BlockRows));
            DotKernel.One(_blocks[block].Values, _stride, _query, _products.AsSpan(0, rows));
            for (var row = 0; row < rows; row++)
            {
                if (_products[row] >= least * _blocks[block].Lengths[row] && _blocks[block].Nodes[row] is { } other && other != node)
                {
                    Offer(node, other, near);
                }
            }
        }
    }

    private static void Offer(ClusterNode node, ClusterNode other, List<Neighbour> near)
    {
        // The pass works with floats; what is said of a pair is worked out exactly.
        var similarity = ClusterSimilarity.Of(node.Entry, other.Entry);
        if (ClusterSimilarity.Joins(similarity))
        {
            near.Add(new Neighbour(other, similarity));
        }
    }

    private sealed class Block(int stride)
    {
        public sbyte[] Values { get; } = new sbyte[BlockRows * stride];

        public float[] Lengths { get; } = new float[BlockRows];

        public ClusterNode?[] Nodes { get; } = new ClusterNode?[BlockRows];

        public void Set(int row, ClusterNode node, int stride)
        {
            var values = Values.AsSpan(row * stride, stride);
            values.Clear();
            node.Entry.Vector.Values.CopyTo(values);
            Lengths[row] = MathF.Sqrt(node.Entry.Vector.Square);
            Nodes[row] = node;
        }

        public void Clear(int row) => Nodes[row] = null;
    }
}
