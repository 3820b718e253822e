using OMem;
using OMem.Sqlite;
using OMem.Sqlite.Keys;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps memory in one SQLite file.</summary>
public static class OMemBuilderSqliteExtensions
{
    /// <summary>Uses a SQLite file; it and its folder are made where missing. Several processes may use the same file. With <c>UseEncryption</c> its key ring is the file beside it, with <c>.keys</c> after its name.</summary>
    /// <param name="builder">The builder <c>AddOMem()</c> returned.</param>
    /// <param name="path">The file, on a disk of this machine.</param>
    /// <param name="configure">Changes further settings.</param>
    public static IOMemBuilder UseSqlite(this IOMemBuilder builder, string path, Action<SqliteMemoryStoreOptions>? configure = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return builder.UseStore(_ =>
        {
            var options = new SqliteMemoryStoreOptions { Path = path };
            configure?.Invoke(options);
            return new SqliteMemoryStore(options);
        }).UseKeyRing(_ => new SqliteDataKeyRing(path + SqliteDataKeyRing.FileSuffix));
    }
}
