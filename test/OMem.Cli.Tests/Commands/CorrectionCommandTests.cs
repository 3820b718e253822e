using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>Deciding about what is believed, and taking it back.</summary>
public sealed class CorrectionCommandTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync() => await _host.RememberTeaAsync();

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Correct_ThenUndoAndRedo_GoesThereAndBack()
    {
        var (id, before) = await FirstAsync();

        var corrected = await _host.OmemJsonAsync("correct", id, "--value", "mint tea", "--text", "Ana loves mint tea", "--by", "Ana", "--reason", "asked her");
        var entry = corrected.GetProperty("entry").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture);
        corrected.GetProperty("changed").GetArrayLength().ShouldBe(2);
        var after = await CardAsync();
        after.ShouldContain("Ana loves mint tea");

        (await _host.OmemAsync("undo", entry)).ShouldBe(0);
        (await CardAsync()).ShouldBe(before);
        (await _host.OmemAsync("redo")).ShouldBe(0);
        (await CardAsync()).ShouldBe(after);

        var history = await _host.OmemJsonAsync("history", "--operation", "correct", "--operation", "undo", "--operation", "redo");
        history.EnumerateArray().Select(row => row.GetProperty("operation").GetString()).ShouldBe(["correct", "undo", "redo"]);
        history[0].GetProperty("actor").GetString().ShouldBe("Ana");
        history[0].GetProperty("reason").GetString().ShouldBe("asked her");
    }

    [Fact]
    public async Task Retract_Item_IsGoneFromRecallButNotFromItsHistory()
    {
        var (id, _) = await FirstAsync();

        (await _host.OmemAsync("retract", id, "--reason", "a joke")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("takes it back");
        (await CardAsync()).ShouldNotContain(id);
        (await _host.OmemJsonAsync("persona", "--include-superseded")).GetRawText().ShouldContain(id);
        (await _host.OmemAsync("history")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("retract");
        (await _host.OmemAsync("confirm", id)).ShouldBe(2);
        _host.Error.ToString().ShouldContain("no longer current");
    }

    [Theory]
    [InlineData("retract", "a_unknown")]
    [InlineData("undo", "999")]
    [InlineData("undo", "--since", "soon")]
    [InlineData("undo")]
    [InlineData("redo")]
    [InlineData("correct", "a_unknown", "--value", "x")]
    public async Task Decision_AboutNothing_IsBadInputAndChangesNothing(params string[] arguments)
    {
        var before = await CardAsync();

        (await _host.OmemAsync(arguments)).ShouldBe(2);

        _host.Error.ToString().ShouldStartWith("error: ");
        (await CardAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Persona_ValidAt_ShowsWhatWasTrueThen()
    {
        var all = (await _host.OmemJsonAsync("persona")).GetProperty("attributes").GetArrayLength();

        all.ShouldBeGreaterThan(0);
        (await _host.OmemJsonAsync("persona", "--valid-at", "2000-01-01")).GetProperty("attributes").EnumerateArray()
            .ShouldAllBe(item => item.GetProperty("validFrom").ValueKind == JsonValueKind.Null);
        (await _host.OmemJsonAsync("persona", "--valid-at", "2030-01-01")).GetProperty("attributes").GetArrayLength().ShouldBe(all);
    }

    private async Task<(string Id, string Card)> FirstAsync() =>
        ((await _host.OmemJsonAsync("persona")).GetProperty("attributes")[0].GetProperty("id").GetString()!, await CardAsync());

    private async Task<string> CardAsync() => (await _host.OmemJsonAsync("persona")).GetRawText();
}
