using Microsoft.Data.Sqlite;
using OMem.Cli.Tests.Support;
using OMem.Sqlite.Tests.Faults;

namespace OMem.Cli.Tests.Faults;

/// <summary>A store that cannot be used: each command says so in words, ends with 1, and leaves what is there as it is.</summary>
public sealed class BadPlaceTests : IDisposable
{
    private static readonly string[][] Commands =
    [
        ["remember", "tea.jsonl"], ["import", "tea.jsonl"], ["recall", "tea"], ["persona"], ["history"], ["topics"], ["status"], ["export", "--full"], ["flush"], ["rebuild"],
        ["retract", "a_1", "--by", "Ana", "--reason", "no"], ["undo", "1", "--by", "Ana", "--reason", "no"],
    ];

    private readonly TestHost _host = new();

    private string Store => _host.Path("store/memory.omem");

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task EveryCommand_StoreOfANewerVersion_NamesBothAndLeavesTheFile()
    {
        await _host.RememberTeaAsync();
        using (var file = new SqliteConnection($"Data Source={Store};Pooling=False"))
        {
            file.Open();
            using var command = file.CreateCommand();
            command.CommandText = "PRAGMA user_version = 9999";
            command.ExecuteNonQuery();
        }

        await EachIsRefusedAsync(["its layout has version 9999", "use the newer program that wrote it"]);
    }

    [Fact]
    public async Task EveryCommand_FileThatIsNoStore_SaysSoAndLeavesTheFile()
    {
        _host.Write("tea.jsonl", Chats.Tea);
        _host.Write("store/memory.omem", string.Concat(Enumerable.Repeat("This is a diary, not a database. ", 400)));

        await EachIsRefusedAsync(["memory.omem", "not"]);
    }

    [Fact]
    public async Task EveryCommand_StoreCutShort_SaysSoAndLeavesTheFile()
    {
        await _host.RememberTeaAsync();
        using (var file = File.OpenWrite(Store))
        {
            file.SetLength(5_000);
        }

        await EachIsRefusedAsync(["memory.omem"]);
    }

    [Fact]
    public async Task Remember_DataIsAFile_SaysSo()
    {
        _host.Write("tea.jsonl", Chats.Tea);
        _host.Write("store", "a file");

        (await _host.OmemAsync("remember", "tea.jsonl")).ShouldBe(1);

        _host.Error.ToString().ShouldStartWith("error: ");
        _host.Error.ToString().ShouldNotContain("fault in OMem");
    }

    [Fact]
    public async Task EveryCommand_ReadOnlyDisk_SaysSo()
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 4);
        _host.Write("tea.jsonl", Chats.Tea);
        (await OnAsync(disk, "remember", "tea.jsonl")).ShouldBe(0);
        var before = await File.ReadAllBytesAsync(disk.File("memory.omem"));
        disk.MakeReadOnly();

        foreach (var command in Commands)
        {
            (await OnAsync(disk, command)).ShouldBe(1, string.Join(' ', command));
            _host.Error.ToString().ShouldStartWith("error: ");
            _host.Error.ToString().ShouldContain("memory.omem");
            _host.Error.ToString().ShouldContain("check that the folder");
        }

        (await File.ReadAllBytesAsync(disk.File("memory.omem"))).ShouldBe(before);
    }

    [Theory]
    [InlineData("remember")]
    [InlineData("import")]
    public async Task Storing_DiskFull_SaysSoKeepsWhatIsThereAndGoesOnWithSpace(string verb)
    {
        using var disk = TemporaryFileSystem.MountOrSkip(megabytes: 3);
        _host.Write("tea.jsonl", Chats.Tea);
        _host.Write("more.jsonl", Chats.Lines(2_000));
        (await OnAsync(disk, "remember", "tea.jsonl")).ShouldBe(0);
        var filler = disk.FillUp();

        (await OnAsync(disk, verb, "more.jsonl")).ShouldBe(1);
        _host.Error.ToString().ShouldContain("no space is left");

        File.Delete(filler);
        (await OnAsync(disk, "export")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("I moved to Lisbon");
        disk.FillUp();
        (await OnAsync(disk, verb, "more.jsonl")).ShouldBe(1);
        File.Delete(filler);
        _host.Write("few.jsonl", Chats.Lines(20));
        (await OnAsync(disk, verb, "few.jsonl")).ShouldBe(0, _host.Error.ToString());
        (await OnAsync(disk, "export")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("n19");
    }

    private Task<int> OnAsync(TemporaryFileSystem disk, params string[] arguments) =>
        _host.RunAsync([.. arguments, "--data", Path.GetDirectoryName(disk.File("x"))!, "--tenant", "test", "--user", "ana", "--embedding-model", "none"]);

    private async Task EachIsRefusedAsync(string[] words)
    {
        var before = await File.ReadAllBytesAsync(Store);
        foreach (var command in Commands)
        {
            (await _host.OmemAsync(command)).ShouldBe(1, $"{string.Join(' ', command)}: {_host.Error}");
            _host.Out.ToString().ShouldBeEmpty();
            var error = _host.Error.ToString();
            error.ShouldStartWith("error: ");
            error.ShouldNotContain("fault in OMem");
            words.ShouldAllBe(word => error.Contains(word, StringComparison.Ordinal), error);
        }

        (await File.ReadAllBytesAsync(Store)).ShouldBe(before);
    }
}
