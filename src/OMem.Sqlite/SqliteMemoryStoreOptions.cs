using System.ComponentModel.DataAnnotations;

namespace OMem.Sqlite;

/// <summary>Settings of a store in one SQLite file.</summary>
public sealed class SqliteMemoryStoreOptions
{
    /// <summary>The default of <see cref="BusyTimeout"/>.</summary>
    public static readonly TimeSpan DefaultBusyTimeout = TimeSpan.FromSeconds(10);

    /// <summary>The file. It and its folder are created where missing. Beside it SQLite keeps <c>-wal</c> and <c>-shm</c>; the three belong together.</summary>
    /// <remarks>A folder on this machine: file locks of network file systems are not reliable enough.</remarks>
    [Required(AllowEmptyStrings = false)]
    public string Path { get; set; } = "";

    /// <summary>How long a write waits for another process before it fails with <see cref="MemoryStoreFault.Busy"/>.</summary>
    /// <value>The default is 10 seconds.</value>
    public TimeSpan BusyTimeout { get; set; } = DefaultBusyTimeout;

    /// <summary>What an acknowledged write promises.</summary>
    /// <value>The default is <see cref="SqliteDurability.Full"/>.</value>
    public SqliteDurability Durability { get; set; } = SqliteDurability.Full;

    /// <summary>The most pages the file may have; a full disk in a test tube.</summary>
    internal int? MaxPageCount { get; set; }

    /// <summary>A copy with the full path, which later changes of the given options do not reach.</summary>
    internal static SqliteMemoryStoreOptions Validated(SqliteMemoryStoreOptions options)
    {
        var faults = new List<string>();
        if (string.IsNullOrWhiteSpace(options.Path))
        {
            faults.Add("Path is empty");
        }
        else if (options.Path.Contains('\0', StringComparison.Ordinal))
        {
            faults.Add("Path has a NUL character");
        }

        if (options.BusyTimeout < TimeSpan.Zero || options.BusyTimeout > TimeSpan.FromHours(1))
        {
            faults.Add($"BusyTimeout must be 0 to 1 hour (was {options.BusyTimeout})");
        }

        if (!Enum.IsDefined(options.Durability))
        {
            faults.Add($"Durability {(int)options.Durability} is not known");
        }

        return faults.Count == 0
            ? new SqliteMemoryStoreOptions
            {
                Path = System.IO.Path.GetFullPath(options.Path),
                BusyTimeout = options.BusyTimeout,
                Durability = options.Durability,
                MaxPageCount = options.MaxPageCount,
            }
            : throw new ArgumentException($"SqliteMemoryStoreOptions is not valid: {string.Join("; ", faults)}.", nameof(options));
    }
}
