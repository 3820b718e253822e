using OMem.Sqlite.Access;

namespace OMem.Sqlite.Erasing;

/// <summary>How far the erases of a store have got.</summary>
/// <param name="Count">Erases so far.</param>
/// <param name="IsUnclean">Whether free pages or the write-ahead log may still hold what was erased.</param>
internal readonly record struct ErasureMark(long Count, bool IsUnclean)
{
    public static ErasureMark Read(SqliteSession session)
    {
        var row = session.Prepare("SELECT count, unclean FROM erasure WHERE id = 1");
        row.Step();
        var mark = new ErasureMark(row.Int64(0), row.Boolean(1));
        row.Reset();
        return mark;
    }

    /// <summary>Marks the store clean as of an erase; a later one has its own work to do.</summary>
    public static bool SetClean(SqliteSession session, long count) =>
        session.Prepare("UPDATE erasure SET unclean = 0 WHERE id = 1 AND count = ?1").Add(count).Run() > 0;
}
