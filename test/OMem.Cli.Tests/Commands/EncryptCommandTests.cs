using OMem.Cli.Hosting;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>A store into an encrypted one and back: nothing lost, whatever happens on the way.</summary>
public sealed class EncryptCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public EncryptCommandTests()
    {
        foreach (var (name, value) in new[] { ("OMEM_TENANT", "acme"), ("OMEM_USER", "ana"), ("OMEM_DATA", "plain"), ("OMEM_EMBEDDING_MODEL", "none") })
        {
            _host.Environment[name] = value;
        }
    }

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Encrypt_ThenDecrypt_GivesTheSameExport()
    {
        await FillAsync();
        var before = await ExportAsync("plain");

        (await _host.RunAsync("encrypt", "--to", "sealed", "--key-file", "k")).ShouldBe(ExitCodes.Done, _host.Error.ToString());
        _host.Out.ToString().ShouldContain("Copied 2 scopes");
        (await _host.RunAsync("decrypt", "--data", "sealed", "--to", "back", "--key-file", "k")).ShouldBe(ExitCodes.Done, _host.Error.ToString());

        (await ExportAsync("sealed", "--key-file", "k")).ShouldBe(before);
        (await ExportAsync("back")).ShouldBe(before);
        (await _host.RunAsync("history", "--data", "back")).ShouldBe(ExitCodes.Done);
        File.ReadAllBytes(_host.Path("sealed/memory.omem")).AsSpan().IndexOf("jasmine"u8).ShouldBe(-1);
        (await ExportAsync("plain")).ShouldBe(before);
    }

    [Fact]
    public async Task Encrypt_Again_OnlyCompares()
    {
        await FillAsync();
        await _host.RunAsync("encrypt", "--to", "sealed", "--key-file", "k");

        (await _host.RunAsync("encrypt", "--to", "sealed", "--key-file", "k")).ShouldBe(ExitCodes.Done);

        _host.Out.ToString().ShouldContain("Copied 0 scopes (2 were there already)");
    }

    [Fact]
    public async Task Encrypt_TargetHoldsSomethingElse_IsRefused()
    {
        await FillAsync();
        await _host.RunAsync("remember", _host.Write("other.jsonl", Chats.Lines(3)), "--data", "sealed", "--key-file", "k");

        (await _host.RunAsync("encrypt", "--to", "sealed", "--key-file", "k")).ShouldBe(ExitCodes.BadInput);

        _host.Error.ToString().ShouldContain("not empty");
    }

    [Fact]
    public async Task Encrypt_FromAnEncryptedStore_GivesFreshDataKeys()
    {
        await FillAsync();
        await _host.RunAsync("encrypt", "--to", "sealed", "--key-file", "k");

        (await _host.RunAsync("encrypt", "--data", "sealed", "--to", "again", "--key-file", "k")).ShouldBe(ExitCodes.Done);

        (await ExportAsync("again", "--key-file", "k")).ShouldBe(await ExportAsync("plain"));
        File.Copy(_host.Path("sealed/memory.omem.keys"), _host.Path("again/memory.omem.keys"), overwrite: true);
        (await _host.RunAsync("status", "--data", "again", "--key-file", "k")).ShouldBe(ExitCodes.Failed);
    }

    [Fact]
    public async Task Encrypt_WithoutAKeyOrAStoreOrAPlace_SaysWhatIsWrong()
    {
        await FillAsync();

        (await _host.RunAsync("encrypt", "--to", "sealed")).ShouldBe(ExitCodes.BadInput);
        _host.Error.ToString().ShouldContain("omem key new");
        (await _host.RunAsync("encrypt", "--to", "plain", "--key-file", "k")).ShouldBe(ExitCodes.BadInput);
        (await _host.RunAsync("encrypt", "--data", "nowhere", "--to", "sealed", "--key-file", "k")).ShouldBe(ExitCodes.Failed);
        (await _host.RunAsync("decrypt", "--to", "back", "--key-file", "k")).ShouldBe(ExitCodes.Failed);
        _host.Error.ToString().ShouldContain("not encrypted");
        (await _host.RunAsync("encrypt")).ShouldBe(ExitCodes.BadInput);
    }

    [Fact]
    public async Task Decrypt_IntoAnEncryptedStore_IsRefused()
    {
        await FillAsync();
        await _host.RunAsync("encrypt", "--to", "sealed", "--key-file", "k");
        await _host.RunAsync("encrypt", "--to", "other", "--key-file", "k");

        (await _host.RunAsync("decrypt", "--data", "sealed", "--to", "other", "--key-file", "k")).ShouldBe(ExitCodes.BadInput);

        _host.Error.ToString().ShouldContain("is encrypted");
    }

    private async Task FillAsync()
    {
        await _host.RunAsync("key", "new", "--output", "k");
        (await _host.RunAsync("remember", _host.Write("tea.jsonl", Chats.Tea))).ShouldBe(ExitCodes.Done);
        (await _host.RunAsync("remember", _host.Write("lines.jsonl", Chats.Lines(30)), "--user", "ben")).ShouldBe(ExitCodes.Done);
        (await _host.RunAsync("retract", await AnIdAsync(), "--reason", "wrong")).ShouldBe(ExitCodes.Done, _host.Error.ToString());
    }

    private async Task<string> AnIdAsync()
    {
        await _host.RunAsync("persona", "--json");
        using var card = System.Text.Json.JsonDocument.Parse(_host.Out.ToString());
        return card.RootElement.GetProperty("attributes")[0].GetProperty("id").GetString()!;
    }

    private async Task<string> ExportAsync(string data, params string[] options)
    {
        (await _host.RunAsync(["export", "--full", "--data", data, .. options])).ShouldBe(ExitCodes.Done, _host.Error.ToString());
        return _host.Out.ToString();
    }
}
