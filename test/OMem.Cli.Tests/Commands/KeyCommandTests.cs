using System.Text.Json;
using OMem.Cli.Hosting;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>Keys from the command line: making, showing, rotating, and every wrong way to give one.</summary>
public sealed class KeyCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public KeyCommandTests()
    {
        foreach (var (name, value) in new[] { ("OMEM_TENANT", "acme"), ("OMEM_USER", "ana"), ("OMEM_DATA", "data"), ("OMEM_EMBEDDING_MODEL", "none") })
        {
            _host.Environment[name] = value;
        }
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task New_WithoutOutput_WritesTheKeyAloneToStandardOutput()
    {
        (await _host.RunAsync("key", "new")).ShouldBe(ExitCodes.Done);

        var key = _host.Out.ToString();
        key.ShouldEndWith("\n");
        Convert.FromBase64String(key.TrimEnd()).Length.ShouldBe(32);
        _host.Error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task New_FileThatIsThere_IsNotOverwritten()
    {
        await KeyAsync("k");
        var before = File.ReadAllText(_host.Path("k"));

        (await _host.RunAsync("key", "new", "--output", "k")).ShouldBe(ExitCodes.BadInput);

        File.ReadAllText(_host.Path("k")).ShouldBe(before);
        _host.Error.ToString().ShouldContain("--add");
        (await _host.RunAsync("key", "new", "--output", "other", "--add")).ShouldBe(ExitCodes.BadInput);
        (await _host.RunAsync("key", "new", "--add")).ShouldBe(ExitCodes.BadInput);
        File.Exists(_host.Path("other")).ShouldBeFalse();
    }

    [Fact]
    public async Task Remember_WithAKey_SealsTheStoreAndStatusSaysSo()
    {
        var id = await KeyAsync("k");
        await RememberAsync("--key-file", "k");

        (await _host.RunAsync("status", "--key-file", "k")).ShouldBe(ExitCodes.Done);

        _host.Out.ToString().ShouldContain($"encrypted (key {id})");
        File.ReadAllBytes(_host.Path("data/memory.omem")).AsSpan().IndexOf("Lisbon"u8).ShouldBe(-1);
        (await _host.RunAsync("recall", "Where does Ana live?", "--key-file", "k")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldContain("Lisbon");
        (await _host.RunAsync("doctor", "--key-file", "k")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldContain(id);
    }

    [Fact]
    public async Task Status_PlainStore_SaysThatItIsNotEncrypted()
    {
        await RememberAsync();

        (await _host.RunAsync("status")).ShouldBe(ExitCodes.Done);

        _host.Out.ToString().ShouldContain("not encrypted");
        (await _host.RunAsync("status", "--json")).ShouldBe(ExitCodes.Done);
        JsonDocument.Parse(_host.Out.ToString()).RootElement.GetProperty("store").GetProperty("masterKeyId").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _host.RunAsync("doctor")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldContain("not encrypted");
    }

    [Theory]
    [InlineData("recall", "tea")]
    [InlineData("status")]
    [InlineData("export", "--full")]
    [InlineData("remember", "tea.jsonl")]
    public async Task AnyCommand_SealedStoreWithoutAKey_SaysWhatToGive(params string[] command)
    {
        await KeyAsync("k");
        await RememberAsync("--key-file", "k");

        (await _host.RunAsync(command)).ShouldBe(ExitCodes.Failed);

        _host.Error.ToString().ShouldContain("OMEM_KEY");
        _host.Error.ToString().ShouldContain("--key-file");
        _host.Out.ToString().ShouldBeEmpty();
        (await _host.RunAsync("doctor")).ShouldBe(ExitCodes.Failed);
        _host.Out.ToString().ShouldContain("omem key status");
    }

    [Fact]
    public async Task AnyCommand_WrongKey_NamesBothIds()
    {
        var right = await KeyAsync("k");
        var wrong = await KeyAsync("other");
        await RememberAsync("--key-file", "k");

        (await _host.RunAsync("status", "--key-file", "other")).ShouldBe(ExitCodes.Failed);

        _host.Error.ToString().ShouldContain(right);
        _host.Error.ToString().ShouldContain(wrong);
    }

    [Fact]
    public async Task AnyCommand_PlainStoreWithAKey_SaysHowToConvert()
    {
        await KeyAsync("k");
        await RememberAsync();

        (await _host.RunAsync("status", "--key-file", "k")).ShouldBe(ExitCodes.Failed);

        _host.Error.ToString().ShouldContain("omem encrypt --to DIR");
    }

    [Fact]
    public async Task Key_FromTheEnvironment_IsNeverShown()
    {
        await _host.RunAsync("key", "new");
        var key = _host.Out.ToString().Trim();
        _host.Environment["OMEM_KEY"] = key;

        foreach (var command in new[] { ["remember", Tea()], ["status"], ["doctor"], ["key", "status"], ["key", "status", "--json"], new[] { "key", "rotate" } })
        {
            (await _host.RunAsync(command)).ShouldBe(ExitCodes.Done);
            (_host.Out.ToString() + _host.Error).ShouldNotContain(key);
        }
    }

    [Fact]
    public async Task Key_GivenTwiceByTheEnvironment_IsRefused()
    {
        await KeyAsync("k");
        _host.Environment["OMEM_KEY"] = "x";
        _host.Environment["OMEM_KEY_FILE"] = "k";

        (await _host.RunAsync("status")).ShouldBe(ExitCodes.BadInput);

        _host.Error.ToString().ShouldContain("OMEM_KEY_FILE");
    }

    [Fact]
    public async Task KeyFile_FromTheSettingsFile_IsTakenAndNoneTurnsItOff()
    {
        var id = await KeyAsync("keys/k");
        _host.Write("omem.json", """{ "keyFile": "keys/k" }""");

        await RememberAsync();

        (await _host.RunAsync("status")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldContain(id);
        (await _host.RunAsync("status", "--key-file", "none")).ShouldBe(ExitCodes.Failed);
        _host.Error.ToString().ShouldContain("is encrypted");
    }

    [Fact]
    public async Task Rotate_NewKeyAbove_BringsEveryKeyUnderIt()
    {
        var old = await KeyAsync("k");
        await RememberAsync("--key-file", "k");
        File.Copy(_host.Path("k"), _host.Path("old"));
        var fresh = await KeyAsync("k", "--add");
        fresh.ShouldNotBe(old);

        (await _host.RunAsync("doctor", "--key-file", "k")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldContain("under an older key");
        (await _host.RunAsync("key", "rotate", "--key-file", "k")).ShouldBe(ExitCodes.Done);

        _host.Out.ToString().ShouldContain($"2 data keys are now under {fresh}");
        (await _host.RunAsync("status", "--key-file", "old")).ShouldBe(ExitCodes.Failed);
        _host.Error.ToString().ShouldContain(fresh);
        _host.Environment["OMEM_KEY"] = File.ReadLines(_host.Path("k")).First();
        (await _host.RunAsync("status")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldContain(fresh);
        (await _host.RunAsync("key", "status")).ShouldBe(ExitCodes.Done);
        _host.Out.ToString().ShouldNotContain(old);
    }

    [Fact]
    public async Task Rotate_WithoutTheOldKey_NamesItAndChangesNothing()
    {
        var old = await KeyAsync("k");
        await KeyAsync("fresh");
        await RememberAsync("--key-file", "k");

        (await _host.RunAsync("key", "rotate", "--key-file", "fresh")).ShouldBe(ExitCodes.Failed);

        _host.Error.ToString().ShouldContain(old);
        (await _host.RunAsync("key", "status", "--key-file", "fresh")).ShouldBe(ExitCodes.Failed);
        _host.Out.ToString().ShouldContain("which is not given");
        _host.Environment["OMEM_KEY_PREVIOUS"] = File.ReadAllText(_host.Path("k"));
        (await _host.RunAsync("key", "rotate", "--key-file", "fresh")).ShouldBe(ExitCodes.Done);
    }

    [Fact]
    public async Task Rotate_NothingToRotate_SaysSo()
    {
        await KeyAsync("k");
        (await _host.RunAsync("key", "rotate", "--key-file", "k")).ShouldBe(ExitCodes.Failed);
        (await _host.RunAsync("key", "rotate")).ShouldBe(ExitCodes.BadInput);
    }

    private string Tea() => _host.Write("tea.jsonl", Chats.Tea);

    private async Task RememberAsync(params string[] options) => (await _host.RunAsync(["remember", Tea(), .. options])).ShouldBe(ExitCodes.Done, _host.Error.ToString());

    /// <summary>Makes a key and gives its id.</summary>
    private async Task<string> KeyAsync(string file, params string[] options)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_host.Path(file))!);
        (await _host.RunAsync(["key", "new", "--output", file, "--json", .. options])).ShouldBe(ExitCodes.Done, _host.Error.ToString());
        return JsonDocument.Parse(_host.Out.ToString()).RootElement.GetProperty("keyIds")[0].GetString()!;
    }
}
