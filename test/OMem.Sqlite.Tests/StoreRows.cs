using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OMem.Sqlite.Tests;

/// <summary>Short ways to a store, its rows and its file.</summary>
internal static class StoreRows
{
    public static readonly MemoryScope Alice = new("acme", "alice");

    public static readonly DateTimeOffset Noon = new(2024, 5, 17, 12, 0, 0, TimeSpan.FromHours(2));

    public static readonly IndexData NoIndex = new(default, default, null, 0);

    public static AppendRow Row(string id, string text = "hello") => new(
        new Interaction { Id = id, Speaker = "Alice", Text = text, OccurredAt = Noon },
        System.Text.Encoding.UTF8.GetBytes(text),
        Noon,
        NoIndex);

    public static AppendRow[] Rows(string prefix, int count, string text = "hello") =>
        [.. Enumerable.Range(1, count).Select(i => Row(prefix + i.ToString(CultureInfo.InvariantCulture), text))];

    public static SqliteMemoryStore Store(string path, TimeSpan? busyTimeout = null, int? maxPages = null) => new(new SqliteMemoryStoreOptions
    {
        Path = path,
        BusyTimeout = busyTimeout ?? SqliteMemoryStoreOptions.DefaultBusyTimeout,
        MaxPageCount = maxPages,
    });

    public static async Task<SqliteMemoryStore> OpenAsync(string path, TimeSpan? busyTimeout = null, int? maxPages = null)
    {
        var store = Store(path, busyTimeout, maxPages);
        await store.OpenAsync();
        return store;
    }

    public static async Task<string[]> LogIdsAsync(IMemoryStore store) =>
        [.. (await store.ReadLogAsync(Alice, 0).ToListAsync()).Select(static row => row.Stored.Interaction.Id)];

    /// <summary>The file as another program sees it.</summary>
    public static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 1 }.ConnectionString);
        connection.Open();
        return connection;
    }

    public static object? Run(this SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The text is the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
