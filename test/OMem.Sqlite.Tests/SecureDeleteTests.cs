using System.Text;
using OMem.Sqlite.Tests.Efficiency;

namespace OMem.Sqlite.Tests;

public sealed class SecureDeleteTests
{
    [Fact]
    public async Task Reset_DerivedText_IsNotInTheFileAnyMore()
    {
        const string Secret = "the-secret-that-must-not-stay";
        using var folder = new TemporaryFolder();
        var path = folder.File("store.omem");
        await using (var store = await StoreRows.OpenAsync(path))
        {
            await store.CommitAsync(StoreRows.Alice, DerivedSample.Commit("x", [1], Secret));
        }

        Occurs(path, Secret).ShouldBeTrue();
        await using (var store = await StoreRows.OpenAsync(path))
        {
            await store.ResetDerivedAsync(StoreRows.Alice, DerivedSample.Commit("y", [1]).Ledger[0]);
        }

        Occurs(path, Secret).ShouldBeFalse();
        Directory.GetFiles(folder.Path).ShouldBe([path]);
    }

    private static bool Occurs(string path, string text) => File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
}
