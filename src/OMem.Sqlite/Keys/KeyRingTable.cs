using OMem.Encryption;
using OMem.Sqlite.Access;

namespace OMem.Sqlite.Keys;

/// <summary>Reads and writes the rows of a key ring, within the transaction of the caller.</summary>
internal static class KeyRingTable
{
    private const string Columns = "SELECT name, key_id, master_key_id, wrapped, label FROM data_key";

    public static DataKeyEntry? Find(SqliteSession session, string name)
    {
        var row = session.Prepare(Columns + " WHERE name = ?1").Add(name);
        var found = row.Step() ? Read(row) : null;
        row.Reset();
        return found;
    }

    public static IReadOnlyList<DataKeyEntry> List(SqliteSession session)
    {
        var entries = new List<DataKeyEntry>();
        var row = session.Prepare(Columns);
        while (row.Step())
        {
            entries.Add(Read(row));
        }

        row.Reset();
        entries.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return entries;
    }

    public static void Add(SqliteSession session, DataKeyEntry entry) => session
        .Prepare("INSERT INTO data_key (name, key_id, master_key_id, wrapped, label) VALUES (?1, ?2, ?3, ?4, ?5)")
        .Add(entry.Name).Add(entry.KeyId).Add(entry.Key!.MasterKeyId).Add(entry.Key.Bytes.Span).Add(entry.SealedLabel.Span).Run();

    public static void Destroy(SqliteSession session, string name) => session
        .Prepare("UPDATE data_key SET master_key_id = NULL, wrapped = NULL, label = x'' WHERE name = ?1").Add(name).Run();

    public static void RemoveDestroyed(SqliteSession session, string name, string keyId) => session
        .Prepare("DELETE FROM data_key WHERE name = ?1 AND key_id = ?2 AND wrapped IS NULL").Add(name).Add(keyId).Run();

    public static void Rewrap(SqliteSession session, DataKeyEntry entry) => session
        .Prepare("UPDATE data_key SET master_key_id = ?3, wrapped = ?4 WHERE name = ?1 AND key_id = ?2 AND wrapped IS NOT NULL")
        .Add(entry.Name).Add(entry.KeyId).Add(entry.Key!.MasterKeyId).Add(entry.Key.Bytes.Span).Run();

    private static DataKeyEntry Read(Statement row) => new(
        row.Text(0), row.Text(1), row.IsNull(3) ? null : new WrappedKey(row.TextOrNull(2) ?? "", row.Bytes(3).ToArray()), row.Bytes(4).ToArray());
}
