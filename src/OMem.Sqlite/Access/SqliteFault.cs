using SQLitePCL;

namespace OMem.Sqlite.Access;

/// <summary>Turns SQLite's result codes into errors that say what to do.</summary>
internal static class SqliteFault
{
    private const int IoErrorShmSize = raw.SQLITE_IOERR | (19 << 8);

    public static MemoryStoreException From(int code, string detail, string path, Exception? inner)
    {
        var (fault, advice) = (code & 0xFF) switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (MemoryStoreFault.Busy,
                "another process holds its lock for longer than the time limit; try again, or look for a process that hangs"),
            raw.SQLITE_NOTADB => (MemoryStoreFault.NotAStore,
                "the file is not a SQLite database; give another path, OMem leaves it untouched"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM => (MemoryStoreFault.ReadOnly,
                "it cannot be written; make the file and its folder writable for this user"),
            raw.SQLITE_CANTOPEN => (MemoryStoreFault.ReadOnly,
                "it cannot be opened or created; check that the folder exists and that this user may write to it"),
            raw.SQLITE_FULL => (MemoryStoreFault.Full,
                "no space is left on the disk; free some and try again, nothing of this call was stored"),
            raw.SQLITE_IOERR when code == IoErrorShmSize => (MemoryStoreFault.Full,
                "no space is left on the disk; free some and try again, nothing of this call was stored"),
            raw.SQLITE_CORRUPT => (MemoryStoreFault.Corrupt,
                "the file is damaged; keep a copy of it with its -wal file and restore a backup, or export what can be read"),
            raw.SQLITE_IOERR => (MemoryStoreFault.Other,
                "the disk reported an error; check the disk and the file system"),
            _ => (MemoryStoreFault.Other, "SQLite reported an error"),
        };
        return new MemoryStoreException(fault, $"The store '{path}': {advice} (SQLite {code}: {detail}).", inner);
    }
}
