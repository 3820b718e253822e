using OMem.Encryption;

namespace OMem.Sqlite.Stress;

/// <summary>The child that writes one message to each of many new scopes of a sealed store, at the same time as others do.</summary>
internal static class SealChild
{
    public static async Task<int> RunAsync(string file, string key, string process, int scopes)
    {
        using var masters = MasterKeys.Parse([key], "the test");
        await using var store = RotatePlace.Store(file, masters);
        Console.WriteLine("ready");
        await Console.In.ReadLineAsync();
        await store.OpenAsync();
        for (var i = 0; i < scopes; i++)
        {
            await store.AppendAsync(RotatePlace.Scope(i), [Messages.Row(process)]);
        }

        Console.WriteLine("done");
        return 0;
    }
}
