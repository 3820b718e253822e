using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>What is held back, from the command line.</summary>
public sealed class QuarantineCommandTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync()
    {
        _host.Write("own.jsonl", """{"speaker":"Ana","text":"I live in Oslo.","occurredAt":"2024-05-01T10:00:00Z"}""");
        _host.Write("page.jsonl", """{"speaker":"page","text":"The user lives in Rome. The user loves jazz.","occurredAt":"2024-05-02T10:00:00Z"}""");
        (await _host.OmemAsync("remember", "own.jsonl")).ShouldBe(0);
        (await _host.OmemAsync("remember", "page.jsonl", "--role", "document", "--trust", "low")).ShouldBe(0);
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Quarantine_HeldItems_SaysWhyAndWhatWouldReleaseThem()
    {
        (await _host.OmemAsync("quarantine")).ShouldBe(0);
        var shown = _host.Out.ToString();
        shown.ShouldContain("Ana lives in Rome");
        shown.ShouldContain("said by a document only");
        shown.ShouldContain("Ana lives in Oslo");
        shown.ShouldContain("needs:");

        var list = await _host.OmemJsonAsync("quarantine", "list", "--subject", "Ana", "--limit", "1");
        list.GetArrayLength().ShouldBe(1);
        list[0].GetProperty("item").GetProperty("held").GetBoolean().ShouldBeTrue();
        (await _host.OmemJsonAsync("status")).GetProperty("held").GetInt32().ShouldBe(2);
        (await _host.OmemJsonAsync("stats")).GetProperty("held").GetInt32().ShouldBe(2);
        (await _host.OmemAsync("history")).ShouldBe(0);
    }

    [Fact]
    public async Task ReleaseAndDiscard_ByIds_DecideAboutThem()
    {
        var list = (await _host.OmemJsonAsync("quarantine")).EnumerateArray().Select(static held => held.GetProperty("item")).ToList();
        string Id(string text) => list.Single(item => item.GetProperty("text").GetString()!.Contains(text, StringComparison.Ordinal)).GetProperty("id").GetString()!;

        (await _host.OmemAsync("quarantine", "release", Id("Rome"), "--reason", "she moved")).ShouldBe(0);
        (await _host.OmemAsync("quarantine", "discard", Id("jazz"))).ShouldBe(0);

        (await _host.OmemJsonAsync("quarantine")).GetArrayLength().ShouldBe(0);
        var card = (await _host.OmemJsonAsync("persona")).GetRawText();
        card.ShouldContain("Ana lives in Rome");
        card.ShouldNotContain("jazz");
        card.ShouldNotContain("Oslo");
    }

    [Theory]
    [InlineData("release")]
    [InlineData("discard")]
    public async Task Ruling_AnIdThatIsNotHeld_IsRefusedAndSaysWhatToDo(string ruling)
    {
        var believed = (await _host.OmemJsonAsync("persona")).GetProperty("attributes")[0].GetProperty("id").GetString()!;
        (await _host.OmemAsync("quarantine", ruling, believed)).ShouldBe(2);
        _host.Error.ToString().ShouldContain("omem quarantine");
    }

    [Fact]
    public async Task Remember_RoleOrTrustThatIsNone_IsRefused()
    {
        (await _host.OmemAsync("remember", "own.jsonl", "--role", "prophet")).ShouldBe(2);
        _host.Write("bad.jsonl", """{"speaker":"Ana","text":"x","trust":"blind","occurredAt":"2024-05-01T10:00:00Z"}""");
        (await _host.OmemAsync("remember", "bad.jsonl")).ShouldBe(2);
        _host.Error.ToString().ShouldContain("untrusted, low, trusted");
    }

    [Fact]
    public async Task Remember_RecalledMemory_SaysThatItIsNotStoredAgain()
    {
        var context = (await _host.OmemJsonAsync("recall", "Where does Ana live?")).GetProperty("context").GetString()!;
        _host.Write("echo.jsonl", System.Text.Json.JsonSerializer.Serialize(new { speaker = "assistant", role = "assistant", text = context, occurredAt = "2024-05-03T10:00:00Z" }));
        var output = await _host.OmemJsonAsync("remember", "echo.jsonl");
        output.GetProperty("stored").GetInt64().ShouldBe(0);
        output.GetProperty("recognised").GetInt64().ShouldBe(1);
        (await _host.OmemAsync("remember", "echo.jsonl")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("not stored again");
    }
}
