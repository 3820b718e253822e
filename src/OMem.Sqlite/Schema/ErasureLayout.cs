namespace OMem.Sqlite.Schema;

/// <summary>Layout 4: what is forgotten, what was erased, what is held back, and named texts of a scope or the store.</summary>
/// <remarks>
/// <c>scope.epoch</c> is the count of erases in the whole store at the scope's creation or last erase: so it never comes back.
/// How far an interaction may be believed stands with its role, in the bits above the first eight, as one more than the level; a column of
/// its own would stand behind the text, out of reach of a fast read.
/// </remarks>
internal static class ErasureLayout
{
    public const string Sql = """
        ALTER TABLE scope ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE scope ADD COLUMN erased INTEGER NOT NULL DEFAULT 0; -- positions of the log that are empty
        ALTER TABLE item ADD COLUMN held INTEGER NOT NULL DEFAULT 0;
        CREATE TABLE hidden (position INTEGER PRIMARY KEY);
        CREATE TABLE property (
            scope_id INTEGER NOT NULL, -- 0: of the store
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            PRIMARY KEY (scope_id, name)) WITHOUT ROWID;
        CREATE TABLE erasure (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            count INTEGER NOT NULL DEFAULT 0, -- erases so far
            unclean INTEGER NOT NULL DEFAULT 0); -- whether free pages or the write-ahead log may still hold what was erased
        INSERT INTO erasure (id) VALUES (1);
        """;
}
