using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class DemoCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Demo_TenQuestions_NineAreAnsweredInTheTopFive()
    {
        (await _host.RunAsync("demo", "--json")).ShouldBe(0, _host.Error.ToString());

        using var document = JsonDocument.Parse(_host.Out.ToString());
        var demo = document.RootElement;
        demo.GetProperty("interactions").GetInt32().ShouldBeGreaterThanOrEqualTo(220);
        demo.GetProperty("sessions").GetInt32().ShouldBeGreaterThanOrEqualTo(12);
        var recalls = demo.GetProperty("recalls").EnumerateArray().ToList();
        recalls.Count.ShouldBe(10);
        var missed = recalls.Where(recall => !recall.GetProperty("found").GetBoolean()).Select(recall => recall.GetProperty("question").GetString()).ToList();
        missed.Count.ShouldBeLessThanOrEqualTo(1, string.Join('\n', missed));
        // The signal is calibrated for precision on other chats: most answers are called known, not every one.
        recalls.Count(recall => recall.GetProperty("result").GetProperty("signal").GetProperty("isKnown").GetBoolean()).ShouldBeGreaterThanOrEqualTo(7);
        demo.GetProperty("unanswerable")[0].GetProperty("result").GetProperty("signal").GetProperty("isKnown").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Demo_Text_ShowsEveryPart()
    {
        (await _host.RunAsync("demo")).ShouldBe(0, _host.Error.ToString());

        var shown = _host.Out.ToString();
        foreach (var part in (string[])["OMem remembered 262 messages", "Persona", "Working memory", "Ledger", "Recall", "Nothing known", " ms", "coffee", "Keep it to play with"])
        {
            shown.ShouldContain(part);
        }

        shown.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Demo_WithData_KeepsTheMemoryThere()
    {
        (await _host.RunAsync("demo", "--data", "kept", "--embedding-model", "none")).ShouldBe(0, _host.Error.ToString());
        (await _host.RunAsync("recall", "who is Wren?", "--data", "kept", "-t", "demo", "-u", "ines", "--embedding-model", "none")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("clocks");
    }

    [Fact]
    public async Task Demo_DataOfTheSettings_IsLeftAlone()
    {
        _host.Write("omem.json", """{"tenant":"real","user":"real","data":"real"}""");

        (await _host.RunAsync("demo", "--embedding-model", "none")).ShouldBe(0, _host.Error.ToString());

        Directory.Exists(_host.Path("real")).ShouldBeFalse();
    }
}
