namespace OMem.Sqlite.Schema;

/// <summary>Every step from an empty file to the present layout.</summary>
internal static class Migrations
{
    public static IReadOnlyList<Migration> All { get; } = [new Migration(1, FirstLayout.Sql), new Migration(2, UsageLayout.Sql), new Migration(3, RevertLayout.Sql), new Migration(4, ErasureLayout.Sql)];
}
