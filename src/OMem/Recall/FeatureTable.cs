using System.Buffers;
using OMem.Vectors;

namespace OMem.Recall;

/// <summary>The features of every turn of a view for one question: turns x features, held column by column.</summary>
/// <remarks>
/// Channels fill columns; different columns may be filled by different threads. A column that no channel began is 0 for
/// every turn. Memory is rented: dispose it, and copy what is needed longer with <see cref="ToRow"/> or <see cref="ToMatrix"/>.
/// </remarks>
internal sealed class FeatureTable : IDisposable
{
    private readonly Column[] _columns = new Column[FeatureCatalog.Count];
    private readonly RecallProfile _profile;
    private float[] _values;

    /// <summary>Creates a table with no column begun.</summary>
    /// <param name="turns">Turns of the view.</param>
    /// <param name="profile">Tells which features are in use.</param>
    public FeatureTable(int turns, RecallProfile profile)
    {
        Turns = turns;
        _profile = profile;
        _values = ArrayPool<float>.Shared.Rent(Math.Max(1, turns * FeatureCatalog.Count));
    }

    /// <summary>How many turns it has.</summary>
    public int Turns { get; }

    /// <summary>Starts a column and returns its cells, all 0, to be filled with values as they are measured.</summary>
    public Span<float> Begin(Feature feature)
    {
        _columns[(int)feature] = new Column(feature, IsBegun: true, Mean: 0f, Factor: 1f);
        var cells = Cells(feature);
        cells.Clear();
        return cells;
    }

    /// <summary>Brings a filled column to mean 0 and deviation 1 over all turns; one that does not vary becomes 0.</summary>
    public void Standardize(Feature feature)
    {
        var (mean, deviation) = Moments.Of(Cells(feature));
        _columns[(int)feature] = new Column(feature, IsBegun: true, mean, deviation > 0f ? 1f / deviation : 0f);
    }

    /// <summary>Makes a column that is <paramref name="factor"/> x another one, which is complete; nothing when that was not begun.</summary>
    public void Derive(Feature feature, Feature source, float factor)
    {
        var column = _columns[(int)source];
        if (column.IsBegun)
        {
            _columns[(int)feature] = column with { Factor = column.Factor * factor };
        }
    }

    /// <summary>Whether the column was begun.</summary>
    public bool IsBegun(Feature feature) => _columns[(int)feature].IsBegun;

    /// <summary>The cells of a column as measured, before standardising.</summary>
    public ReadOnlySpan<float> Measured(Feature feature) => Cells(feature);

    /// <summary>The value of a feature for a turn.</summary>
    public float Value(Feature feature, int turn)
    {
        var column = _columns[(int)feature];
        return column.IsBegun ? (_values[((int)column.Source * Turns) + turn] - column.Mean) * column.Factor : 0f;
    }

    /// <summary>Adds <paramref name="weight"/> x the column to one score a turn.</summary>
    public void AddTo(Span<float> scores, Feature feature, float weight)
    {
        var column = _columns[(int)feature];
        if (column.IsBegun && weight * column.Factor != 0f)
        {
            ColumnMath.AddScaled(Cells(column.Source), weight * column.Factor, scores);
        }
    }

    /// <summary>What standardising takes off every score when the column is added with <see cref="AddTo"/>.</summary>
    public float Offset(Feature feature, float weight)
    {
        var column = _columns[(int)feature];
        return column.IsBegun ? -weight * column.Factor * column.Mean : 0f;
    }

    /// <summary>The values of one turn, by feature; 0 for features the profile does not use.</summary>
    public float[] ToRow(int turn)
    {
        var row = new float[FeatureCatalog.Count];
        CopyRow(turn, row);
        return row;
    }

    /// <summary>All values, turn after turn, each turn's features in the order of <see cref="FeatureCatalog.All"/>; 0 for features the profile does not use.</summary>
    public float[] ToMatrix()
    {
        var matrix = new float[Turns * FeatureCatalog.Count];
        for (var turn = 0; turn < Turns; turn++)
        {
            CopyRow(turn, matrix.AsSpan(turn * FeatureCatalog.Count, FeatureCatalog.Count));
        }

        return matrix;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var values = _values;
        _values = [];
        if (values.Length > 0)
        {
            ArrayPool<float>.Shared.Return(values);
        }
    }

    private void CopyRow(int turn, Span<float> row)
    {
        for (var feature = 0; feature < row.Length; feature++)
        {
            row[feature] = _profile.Uses((Feature)feature) ? Value((Feature)feature, turn) : 0f;
        }
    }

    private Span<float> Cells(Feature feature) => _values.AsSpan((int)feature * Turns, Turns);

    private readonly record struct Column(Feature Source, bool IsBegun, float Mean, float Factor);
}
