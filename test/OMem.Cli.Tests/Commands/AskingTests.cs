using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>The commands that read: each on its scope only, as text and as JSON.</summary>
public sealed class AskingTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync() => await _host.RememberTeaAsync();

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Recall_Question_ShowsTheMessageWithItsCitation()
    {
        (await _host.OmemAsync("recall", "what", "tea", "does", "Ana", "love?")).ShouldBe(0);

        var shown = _host.Out.ToString();
        shown.ShouldContain("Ana: Tiny. I love jasmine tea");
        shown.ShouldContain("[m3] 1 May 2024 18:32");
        shown.ShouldContain(" tokens");
        shown.ShouldNotContain(" ms");
        shown.ShouldNotContain('\u001b');
    }

    [Fact]
    public async Task Recall_Json_HasNoTimeUnlessAsked()
    {
        var plain = await _host.OmemJsonAsync("recall", "jasmine tea");
        plain.GetProperty("items")[0].GetProperty("kind").GetString().ShouldBe("interaction");
        plain.GetProperty("items")[0].GetProperty("citations")[0].GetProperty("occurredAt").GetString().ShouldBe("2024-05-01T18:32:00+01:00");
        plain.GetProperty("queryMs").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        plain.GetProperty("trace").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);

        var timed = await _host.OmemJsonAsync("recall", "jasmine tea", "--timings", "--trace");
        timed.GetProperty("queryMs").GetDouble().ShouldBeGreaterThan(0);
        timed.GetProperty("trace").GetProperty("candidates").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Recall_ContextOnly_WritesTheBlock()
    {
        var context = (await _host.OmemJsonAsync("recall", "jasmine tea")).GetProperty("context").GetString()!;

        await _host.OmemAsync("recall", "jasmine tea", "--context");

        _host.Out.ToString().ShouldBe(context.TrimEnd('\n') + "\n");
    }

    [Theory]
    [InlineData("--speaker", "Ben", "m4")]
    [InlineData("--session", "s2", "m4")]
    [InlineData("--from", "2024-05-05", "m4")]
    public async Task Recall_Filter_LeavesOutTheRest(string option, string value, string expected)
    {
        var items = (await _host.OmemJsonAsync("recall", "tea kitchen shelf moved", option, value, "--kind", "interaction")).GetProperty("items");

        items.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ShouldContain(expected);
        items.EnumerateArray().Select(item => item.GetProperty("id").GetString()).ShouldNotContain("m3");
    }

    [Fact]
    public async Task Recall_Limits_AreKept()
    {
        var result = await _host.OmemJsonAsync("recall", "tea kitchen shelf moved", "--max", "1", "--budget", "40");

        result.GetProperty("items").GetArrayLength().ShouldBe(1);
        result.GetProperty("tokens").GetInt32().ShouldBeLessThanOrEqualTo(40);
    }

    [Fact]
    public async Task Recall_AsOfBeforeTheImport_KnowsNothing()
    {
        var result = await _host.OmemJsonAsync("recall", "jasmine tea", "--as-of", "2000-01-01");

        result.GetProperty("items").GetArrayLength().ShouldBe(0);
        result.GetProperty("signal").GetProperty("isKnown").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("recall", "jasmine tea")]
    [InlineData("explain", "jasmine tea")]
    [InlineData("persona")]
    [InlineData("topics")]
    [InlineData("episodes")]
    [InlineData("history")]
    [InlineData("export")]
    [InlineData("export", "--derived")]
    public async Task EveryRead_AsAnotherUser_SeesNothing(params string[] args)
    {
        (await _host.OmemAsAsync("ben", args)).ShouldBe(0, _host.Error.ToString());

        _host.Out.ToString().ShouldNotContain("jasmine");
        _host.Out.ToString().ShouldNotContain("m3");
    }

    [Fact]
    public async Task Recall_UnknownThing_SaysNothingKnown()
    {
        await _host.OmemAsync("recall", "zeppelin maintenance");

        _host.Out.ToString().ShouldContain("Nothing known");
    }

    [Fact]
    public async Task Recall_AnyText_IsALegalQuestion()
    {
        foreach (var text in (string[])["\"", "NEAR(a b)", "'; --", "👩‍👩‍👧‍👦", "\u202E", " ", "*"])
        {
            (await _host.OmemAsync("recall", text)).ShouldBe(0, text);
        }
    }

    [Fact]
    public async Task Explain_Question_ShowsFeaturesAndDecision()
    {
        await _host.OmemAsync("explain", "jasmine tea");

        var shown = _host.Out.ToString();
        shown.ShouldContain("clues");
        shown.ShouldContain("episodic");
        shown.ShouldContain("kept");
        shown.ShouldContain("m3");
    }

    [Fact]
    public async Task Persona_Card_NamesPeopleAndEvidence()
    {
        var card = await _host.OmemJsonAsync("persona");
        card.GetProperty("attributes").EnumerateArray().ShouldContain(item => item.GetProperty("subject").GetString() == "Ana");

        await _host.OmemAsync("persona", "--subject", "Ana");
        _host.Out.ToString().ShouldContain("Ana");
        _host.Out.ToString().ShouldNotContain("carpenter");
    }

    [Fact]
    public async Task Topics_Episodes_History_Status_Stats_WriteTextAndJson()
    {
        foreach (var command in (string[])["topics", "episodes", "history", "status", "stats"])
        {
            (await _host.OmemAsync(command)).ShouldBe(0);
            _host.Out.ToString().ShouldNotBeEmpty(command);
            _host.Out.ToString().ShouldNotContain('\u001b');
            (await _host.OmemJsonAsync(command)).ValueKind.ShouldBeOneOf(System.Text.Json.JsonValueKind.Array, System.Text.Json.JsonValueKind.Object);
        }
    }

    [Fact]
    public async Task Episodes_Text_ShowsItsClues() =>
        (await _host.OmemJsonAsync("episodes", "jasmine", "shelf")).EnumerateArray()
            .ShouldAllBe(episode => episode.GetProperty("interactions").GetArrayLength() == 1);

    [Fact]
    public async Task History_Filters_AreKept()
    {
        var adds = await _host.OmemJsonAsync("history", "--operation", "add", "--subject", "Ana", "--limit", "1");

        adds.GetArrayLength().ShouldBe(1);
        adds[0].GetProperty("operation").GetString().ShouldBe("add");
        adds[0].GetProperty("subject").GetString().ShouldBe("Ana");
    }

    [Fact]
    public async Task Rebuild_SameReader_GivesTheSameMemory()
    {
        await _host.OmemAsync("persona");
        var before = _host.Out.ToString();

        (await _host.OmemAsync("rebuild")).ShouldBe(0);
        _host.Out.ToString().ShouldBe("Understood 4 of 4 messages.\n");

        await _host.OmemAsync("persona");
        _host.Out.ToString().ShouldBe(before);
    }
}
