using System.Numerics;
using System.Runtime.InteropServices;

namespace Sentinel.Memory;

/// <summary>
/// The state vectors of all episodes, a contiguous column for each feature, in order of when they were known; with running sums, so that the
/// deviation of a feature over everything known by an instant is there at once.
/// </summary>
internal sealed class StateColumns
{
    /// <summary>What a feature adds that one side lacks: as much as two unrelated values do on average.</summary>
    private const float MissingPenalty = 2;

    private static readonly int Features = StateVector.Names.Count;

    private readonly float[][] _columns = [.. Enumerable.Range(0, Features).Select(_ => new float[64])];
    private readonly double[][] _sums = [.. Enumerable.Range(0, Features).Select(_ => new double[65])];
    private readonly double[][] _squares = [.. Enumerable.Range(0, Features).Select(_ => new double[65])];
    private readonly int[][] _counts = [.. Enumerable.Range(0, Features).Select(_ => new int[65])];

    public int Count { get; private set; }

    /// <summary>Puts a vector at a place. At the end, as in a run, this is constant work; in between the rest moves up.</summary>
    public void Insert(int position, StateVector state)
    {
        Grow();
        for (var feature = 0; feature < Features; feature++)
        {
            var column = _columns[feature];
            Array.Copy(column, position, column, position + 1, Count - position);
            column[position] = feature < state.Values.Count && double.IsFinite(state.Values[feature]) ? (float)state.Values[feature] : float.NaN;
        }

        Count++;
        Sum(position);
    }

    /// <summary>One over the deviation of each feature over the first vectors; 0 where there is none.</summary>
    public float[] Scale(int count)
    {
        var scale = new float[Features];
        for (var feature = 0; feature < Features; feature++)
        {
            var n = _counts[feature][count];
            if (n > 1)
            {
                var variance = (_squares[feature][count] - (_sums[feature][count] * _sums[feature][count] / n)) / (n - 1);
                scale[feature] = variance > 1e-12 ? (float)(1 / Math.Sqrt(variance)) : 0;
            }
        }

        return scale;
    }

    /// <summary>Mean squared distance, in deviations, of the first vectors to a state. Features the state lacks do not count.</summary>
    public void Distances(StateVector state, ReadOnlySpan<float> scale, Span<float> distances)
    {
        distances.Clear();
        var used = 0;
        for (var feature = 0; feature < Features; feature++)
        {
            var value = feature < state.Values.Count ? (float)state.Values[feature] : float.NaN;
            if (scale[feature] > 0 && float.IsFinite(value))
            {
                used++;
                Add(_columns[feature].AsSpan(0, distances.Length), value, scale[feature], distances);
            }
        }

        if (used > 1)
        {
            Divide(distances, used);
        }
    }

    /// <summary>The same between two of the vectors.</summary>
    public float Distance(int left, int right, ReadOnlySpan<float> scale)
    {
        var (sum, used) = (0f, 0);
        for (var feature = 0; feature < Features; feature++)
        {
            if (scale[feature] > 0)
            {
                used++;
                var step = (_columns[feature][left] - _columns[feature][right]) * scale[feature];
                sum += float.IsNaN(step) ? MissingPenalty : step * step;
            }
        }

        return used > 0 ? sum / used : 0;
    }

    private static void Add(ReadOnlySpan<float> column, float value, float scale, Span<float> distances)
    {
        var width = Vector<float>.Count;
        var (values, scales, penalty) = (new Vector<float>(value), new Vector<float>(scale), new Vector<float>(MissingPenalty));
        var i = 0;
        for (; i <= column.Length - width; i += width)
        {
            var step = (new Vector<float>(column[i..]) - values) * scales;
            var square = step * step;
            var known = Vector.Equals(step, step);
            (new Vector<float>(distances[i..]) + Vector.ConditionalSelect(known, square, penalty)).CopyTo(distances[i..]);
        }

        for (; i < column.Length; i++)
        {
            var step = (column[i] - value) * scale;
            distances[i] += float.IsNaN(step) ? MissingPenalty : step * step;
        }
    }

    private static void Divide(Span<float> distances, float by)
    {
        var vectors = MemoryMarshal.Cast<float, Vector<float>>(distances);
        var divisor = new Vector<float>(by);
        foreach (ref var vector in vectors)
        {
            vector /= divisor;
        }

        for (var i = vectors.Length * Vector<float>.Count; i < distances.Length; i++)
        {
            distances[i] /= by;
        }
    }

    /// <summary>Sums again from a place on. Always in order of the vectors, so that the sums do not depend on the order they came in.</summary>
    private void Sum(int from)
    {
        for (var feature = 0; feature < Features; feature++)
        {
            var (column, sums, squares, counts) = (_columns[feature], _sums[feature], _squares[feature], _counts[feature]);
            for (var i = from; i < Count; i++)
            {
                double value = column[i];
                var known = !double.IsNaN(value);
                sums[i + 1] = sums[i] + (known ? value : 0);
                squares[i + 1] = squares[i] + (known ? value * value : 0);
                counts[i + 1] = counts[i] + (known ? 1 : 0);
            }
        }
    }

    private void Grow()
    {
        if (Count < _columns[0].Length)
        {
            return;
        }

        for (var feature = 0; feature < Features; feature++)
        {
            Array.Resize(ref _columns[feature], Count * 2);
            Array.Resize(ref _sums[feature], (Count * 2) + 1);
            Array.Resize(ref _squares[feature], (Count * 2) + 1);
            Array.Resize(ref _counts[feature], (Count * 2) + 1);
        }
    }
}
