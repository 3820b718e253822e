using System.Globalization;
using OMem.Encryption;
using OMem.Sqlite.Keys;

namespace OMem.Sqlite.Stress;

/// <summary>The child that rotates back and forth between two keys, and between rotations writes to old and new scopes and erases one, as chance has it; tells what it has finished.</summary>
internal static class RotateChild
{
    private const int Scopes = 12;

    public static async Task<int> RunAsync(string file, string first, string second, int seed)
    {
        var random = new Random(seed);
        string[][] keys = [[first, second], [second, first]];
        for (var turn = 0; ; turn++)
        {
            using var masters = MasterKeys.Parse(keys[turn % 2], "the storm");
            await using (var store = RotatePlace.Store(file, masters))
            {
                await store.OpenAsync();
                await StepAsync(store, random);
            }

            await using var ring = new SqliteDataKeyRing(file + SqliteDataKeyRing.FileSuffix);
            Console.WriteLine("rotating");
            var changed = await DataKeyRotation.RotateAsync(ring, masters);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rotated {changed} {masters.KeyIds[0]}"));
        }
    }

    private static async Task StepAsync(SealedMemoryStore store, Random random)
    {
        var scope = RotatePlace.Scope(random.Next(Scopes));
        if (random.Next(4) == 0)
        {
            Console.WriteLine($"erasing {scope.User}");
            await store.EraseAsync(scope, new ScopeErase());
            Console.WriteLine($"erased {scope.User}");
            return;
        }

        var next = (await store.GetHeadAsync(scope)).LogSequence + 1;
        await store.AppendAsync(scope, [Messages.Row(RotatePlace.Id(next))]);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wrote {scope.User} {next}"));
    }
}
