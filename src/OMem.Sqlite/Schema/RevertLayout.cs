namespace OMem.Sqlite.Schema;

/// <summary>Layout 3: what undo puts back, with each ledger entry. Entries of before have none.</summary>
internal static class RevertLayout
{
    public const string Sql = "ALTER TABLE ledger ADD COLUMN revert TEXT;";
}
