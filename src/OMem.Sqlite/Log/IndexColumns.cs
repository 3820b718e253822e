using OMem.Sqlite.Access;
using OMem.Storage;

namespace OMem.Sqlite.Log;

/// <summary>Index data as four columns: model_id, dimensions, terms, vector.</summary>
internal static class IndexColumns
{
    public const string Names = "model_id, dimensions, terms, vector";

    private static readonly IndexData Empty = new(default, default, null, 0);

    public static Statement Add(this Statement statement, IndexData index) =>
        statement.Add(index.ModelId).Add((long)index.Dimensions).Add(index.Terms.Span).Add(index.Vector.Span);

    /// <summary>Reads them from a column on.</summary>
    public static IndexData Index(this Statement row, int column, StringPool pool)
    {
        var terms = row.Bytes(column + 2);
        var vector = row.Bytes(column + 3);
        var model = pool.GetOrNull(row, column);
        var dimensions = row.Int32(column + 1);
        return terms.IsEmpty && vector.IsEmpty && model is null && dimensions == 0
            ? Empty
            : new IndexData(terms.ToArray(), vector.ToArray(), model, dimensions);
    }
}
