using OMem.Sqlite.Access;

namespace OMem.Sqlite.Derived;

/// <summary>Evidence as four columns: sequence, start, length, interaction_id.</summary>
internal static class EvidenceColumns
{
    public const string Names = "sequence, start, length, interaction_id";

    public static Statement Add(this Statement statement, Evidence evidence) =>
        statement.Add(evidence.Sequence).Add((long)evidence.Start).Add((long)evidence.Length).Add(evidence.InteractionId);

    public static Evidence Evidence(this Statement row, int column) =>
        new(row.Int64(column), row.Text(column + 3), row.Int32(column + 1), row.Int32(column + 2));
}
