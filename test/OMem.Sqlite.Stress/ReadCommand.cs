using Microsoft.Data.Sqlite;

namespace OMem.Sqlite.Stress;

/// <summary>The child that begins to read and does not end.</summary>
internal static class ReadCommand
{
    /// <summary>Holds a read transaction until it is told to end, or killed.</summary>
    public static async Task<int> RunAsync(string file)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString);
        connection.Open();
        await using var command = connection.CreateCommand();
        command.CommandText = "BEGIN; SELECT count(*) FROM interaction";
        Console.WriteLine($"reads {command.ExecuteScalar()}");
        await Console.In.ReadLineAsync();
        return 0;
    }
}
