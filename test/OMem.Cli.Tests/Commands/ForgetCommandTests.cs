using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>What is no longer to be known, from the command line.</summary>
public sealed class ForgetCommandTests : IAsyncLifetime
{
    private readonly TestHost _host = new();

    public async ValueTask InitializeAsync() => await _host.RememberTeaAsync();

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Forget_NobodyToAsk_IsRefusedAndChangesNothing()
    {
        (await _host.OmemAsync("forget", "m3")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("--dry-run");
        (await TextAsync()).ShouldContain("jasmine");
    }

    [Theory]
    [InlineData("y\n", true)]
    [InlineData("n\n", false)]
    [InlineData("\n", false)]
    [InlineData("", false)]
    public async Task Forget_Asked_DoesWhatTheAnswerSays(string answer, bool isGone)
    {
        _host.Input = answer;
        _host.InputIsTerminal = true;

        (await _host.OmemAsync("forget", "m3")).ShouldBe(0);

        _host.Error.ToString().ShouldContain("jasmine");
        (await TextAsync()).Contains("jasmine", StringComparison.Ordinal).ShouldBe(!isGone);
    }

    [Fact]
    public async Task Forget_ThenUndo_IsBack()
    {
        var result = await _host.OmemJsonAsync("forget", "--session", "s1", "--yes", "--by", "Ana", "--reason", "on request");
        result.GetProperty("interactions").GetInt32().ShouldBe(3);
        (await TextAsync()).ShouldNotContain("jasmine");
        (await _host.OmemJsonAsync("history", "--operation", "forget"))[0].GetProperty("reason").GetString().ShouldBe("on request");

        (await _host.OmemAsync("undo", result.GetProperty("entry").GetInt64().ToString(System.Globalization.CultureInfo.InvariantCulture))).ShouldBe(0);

        (await TextAsync()).ShouldContain("jasmine");
    }

    [Fact]
    public async Task Forget_DryRun_ShowsAndChangesNothing()
    {
        var preview = await _host.OmemJsonAsync("forget", "--query", "tea", "--limit", "1", "--dry-run");

        preview.GetProperty("interactions").GetInt32().ShouldBe(1);
        preview.GetProperty("removed").GetArrayLength().ShouldBeGreaterThan(0);
        (await TextAsync()).ShouldContain("jasmine");
    }

    [Fact]
    public async Task Erase_Verified_LeavesNoByteAndAReceipt()
    {
        (await _host.OmemAsync("erase", "m3", "--yes", "--verify", "--receipt", "gone.json", "--reason", "on request")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("none is left");
        var receipt = EraseReceipts.Read((await File.ReadAllTextAsync(_host.Path("gone.json"))).TrimEnd());
        receipt.Interactions.ShouldBe(1);
        receipt.FoundFragments.ShouldBe(0);
        receipt.Reason.ShouldBe("on request");
        foreach (var file in Directory.EnumerateFiles(_host.WorkingDirectory, "*.omem*", SearchOption.AllDirectories))
        {
            System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain("jasmine", customMessage: file);
        }

        (await TextAsync()).ShouldContain("Lisbon");
    }

    [Fact]
    public async Task Erase_ReceiptIsThereAlready_NothingIsErased()
    {
        _host.Write("gone.json", "mine");

        (await _host.OmemAsync("erase", "m3", "--yes", "--receipt", "gone.json")).ShouldBe(2);

        (await File.ReadAllTextAsync(_host.Path("gone.json"))).ShouldBe("mine");
        (await TextAsync()).ShouldContain("jasmine");
    }

    [Fact]
    public async Task Erase_All_StartsEmpty()
    {
        var receipt = await _host.OmemJsonAsync("erase", "--all", "--yes");

        receipt.GetProperty("wholeScope").GetBoolean().ShouldBeTrue();
        (await TextAsync()).ShouldBe("");
        (await _host.OmemJsonAsync("stats")).GetProperty("ledgerEntries").GetInt64().ShouldBe(0);
    }

    [Theory]
    [InlineData("erase")]
    [InlineData("erase", "m1", "--all")]
    [InlineData("forget", "--topic", "t_unknown", "--yes")]
    [InlineData("forget", "m999", "--yes")]
    [InlineData("retention", "set")]
    [InlineData("retention", "set", "--max-age", "soon")]
    [InlineData("retention", "set", "--max-age", "0d")]
    public async Task Run_NotWellSaid_IsBadInput(params string[] line) => (await _host.OmemAsync(line)).ShouldBe(2);

    [Fact]
    public async Task Retention_SetShowApply_TakesTheOldest()
    {
        (await _host.OmemAsync("retention", "show")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Everything is kept");
        var set = await _host.OmemJsonAsync("retention", "set", "--max-sessions", "1", "--erase");
        set.GetProperty("preview").GetProperty("interactions").GetInt32().ShouldBe(3);
        (await TextAsync()).ShouldContain("jasmine");

        (await _host.OmemJsonAsync("retention", "apply")).GetProperty("receipt").GetProperty("interactions").GetInt32().ShouldBe(3);

        (await TextAsync()).ShouldNotContain("jasmine");
        (await _host.OmemJsonAsync("retention", "show")).GetProperty("preview").GetProperty("interactions").GetInt32().ShouldBe(0);
        (await _host.OmemAsync("retention", "set", "--reset")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Everything is kept");
    }

    private async Task<string> TextAsync()
    {
        (await _host.OmemAsync("export")).ShouldBe(0);
        return _host.Out.ToString();
    }
}
