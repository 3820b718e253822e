using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class ExportCommandTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync() => await _host.RememberTeaAsync();

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Export_Log_HasTheFieldsInOrder()
    {
        await _host.OmemAsync("export");

        _host.Out.ToString().Split('\n')[0].ShouldBe(
            """{"id":"m1","speaker":"Ana","role":"person","text":"I moved to Lisbon last week.","occurredAt":"2024-05-01T18:30:00+01:00","session":"s1","metadata":{}}""");
    }

    [Fact]
    public async Task Export_RememberedElsewhere_GivesTheSameBytes()
    {
        await _host.OmemAsync("export", "--derived");
        var first = _host.Out.ToString();
        _host.Write("copy.jsonl", first);

        (await _host.OmemAsAsync("copy", "remember", "copy.jsonl")).ShouldBe(0, _host.Error.ToString());
        _host.Out.ToString().ShouldStartWith("Stored 4 new");
        await _host.OmemAsAsync("copy", "export", "--derived");

        _host.Out.ToString().ShouldBe(first);
    }

    [Fact]
    public async Task Export_Derived_HasATypePerLineAndNoRecordingTimes()
    {
        await _host.OmemAsync("export", "--derived");

        var lines = _host.Out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        lines.Count(line => !line.TryGetProperty("type", out _)).ShouldBe(4);
        var types = lines.Where(line => line.TryGetProperty("type", out _)).Select(line => line.GetProperty("type").GetString()).Distinct().ToList();
        types.ShouldContain("attribute");
        types.ShouldContain("topic");
        types.ShouldContain("ledger");
        _host.Out.ToString().ShouldNotContain("recordedAt");
    }

    [Fact]
    public async Task Export_WithRecordedAt_CanStillBeRemembered()
    {
        await _host.OmemAsync("export", "--with-recorded-at");
        _host.Out.ToString().ShouldContain("\"recordedAt\":\"");
        _host.Write("copy.jsonl", _host.Out.ToString());

        (await _host.OmemAsync("remember", "copy.jsonl")).ShouldBe(0);
        _host.Out.ToString().ShouldStartWith("Stored 0 new, 4 were there already");
    }

    [Fact]
    public async Task Export_ToAFile_ReplacesItWhole()
    {
        _host.Write("out.jsonl", "old");

        (await _host.OmemAsync("export", "-o", "out.jsonl")).ShouldBe(0);

        _host.Out.ToString().ShouldBeEmpty();
        (await File.ReadAllLinesAsync(_host.Path("out.jsonl"))).Length.ShouldBe(4);
        File.Exists(_host.Path("out.jsonl.partial")).ShouldBeFalse();
    }

    [Fact]
    public async Task Export_ToAPlaceThatIsNotThere_Fails()
    {
        (await _host.OmemAsync("export", "-o", "no/such/folder/out.jsonl")).ShouldBe(1);

        _host.Error.ToString().ShouldStartWith("error: ");
    }
}
