using OMem.Storage;

namespace OMem.Sqlite.Stress;

/// <summary>The child that erases scopes one after the other, and prints what came of each.</summary>
internal static class EraseScopesCommand
{
    public const string Tenant = "shared";

    public static async Task<int> RunAsync(string file, string[] users)
    {
        await using var store = new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = file });
        await store.OpenAsync();
        foreach (var user in users)
        {
            var erased = await store.EraseAsync(new MemoryScope(Tenant, user), new ScopeErase { Verify = true });
            Console.WriteLine(FormattableString.Invariant($"erased {user} {erased.Interactions} {erased.Search?.Found}"));
        }

        return 0;
    }
}
