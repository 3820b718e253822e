using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>The policy for sensitive data on the command line, and what remember and import say of it.</summary>
public sealed class PolicyCommandTests : IDisposable
{
    private const string Secret = "Tr0ub4dor&3", Mail = "alice.miller@example.com";

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Show_NewMemory_IsTheDefault()
    {
        (await _host.OmemAsync("policy", "show")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("credential      mask");
        _host.Out.ToString().ShouldContain("email           keep");
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Set_SomeKinds_ChangesThoseForThisMemoryAlone()
    {
        var policy = await _host.OmemJsonAsync("policy", "set", "--email", "mask", "--card", "refuse");

        (policy.GetProperty("email").GetString(), policy.GetProperty("paymentCard").GetString(), policy.GetProperty("credential").GetString()).ShouldBe(("mask", "refuse", "mask"));
        (await _host.OmemAsync("status")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("refuse card; mask email, credential, wallet-key; keep the rest");
        (await _host.OmemAsAsync("bob", "policy", "show", "--json")).ShouldBe(0);
        JsonDocument.Parse(_host.Out.ToString()).RootElement.GetProperty("email").GetString().ShouldBe("keep");
    }

    [Fact]
    public async Task Set_AllThenReset_IsTheDefaultAgain()
    {
        (await _host.OmemJsonAsync("policy", "set", "--all", "keep", "--phone", "mask")).GetProperty("credential").GetString().ShouldBe("keep");

        (await _host.OmemJsonAsync("policy", "set", "--reset")).GetProperty("credential").GetString().ShouldBe("mask");
    }

    [Theory]
    [InlineData("policy", "set")]
    [InlineData("policy", "set", "--email", "hide")]
    public async Task Set_NothingOrUnknown_IsBadUsage(params string[] command)
    {
        (await _host.OmemAsync(command)).ShouldBe(2);

        _host.Error.ToString().ShouldContain("mask");
    }

    [Fact]
    public async Task Remember_SecretsAndRefusals_SaysHowManyAndWhereAndNeverWhich()
    {
        await _host.OmemAsync("policy", "set", "--email", "refuse");
        _host.Input = Line("m1", "I live in Oslo") + Line("m2", $"write to {Mail}") + Line("m3", $"password: {Secret}");

        (await _host.OmemAsync("remember", "-")).ShouldBe(0);

        _host.Error.ToString().ShouldBe("refused line 2: text holds an e-mail address, which the policy of this memory refuses: take it out, or change the policy\n");
        _host.Out.ToString().ShouldBe("Stored 2 new, 0 were there already, 0 skipped.\nSensitive data: masked 1 credential; refused 1 message ('omem policy show').\n");
        (await StoreHoldsAsync(Secret)).ShouldBeFalse();
        (await StoreHoldsAsync(Mail)).ShouldBeFalse();
    }

    [Fact]
    public async Task Remember_AsJson_CountsByKind()
    {
        _host.Input = Line("m3", $"password: {Secret}");

        var output = await _host.OmemJsonAsync("remember", "-");

        output.GetProperty("masked")[0].GetProperty("kind").GetString().ShouldBe("credential");
        output.GetProperty("masked")[0].GetProperty("count").GetInt32().ShouldBe(1);
        output.GetProperty("refused").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Import_WithoutIds_CanBeRepeatedAndMakesNoIdOfTheSecret()
    {
        _host.Input = $$"""{"speaker":"Ana","text":"password: {{Secret}}","occurredAt":"2024-05-01T10:00:00Z"}""" + "\n";
        (await _host.OmemAsync("import", "-", "--format", "jsonl")).ShouldBe(0, _host.Error.ToString());
        var first = await IdAsync();

        (await _host.OmemAsync("import", "-", "--format", "jsonl")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Stored 0 new, 1 were there already");

        _host.Input = _host.Input.Replace(Secret, "0ther-Secret", StringComparison.Ordinal);
        (await _host.OmemAsync("import", "-", "--format", "jsonl")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Stored 0 new, 1 were there already");
        (await IdAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task Import_DryRun_TellsWhatIsThereAlreadyAndWhatWouldBeRefused()
    {
        _host.Input = Line("m1", $"password: {Secret}") + Line("m2", $"write to {Mail}");
        await _host.OmemAsync("remember", "-");
        await _host.OmemAsync("policy", "set", "--email", "refuse");

        (await _host.OmemAsync("import", "-", "--format", "jsonl", "--dry-run")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("Would store 0 new, 1 are there already");
        _host.Error.ToString().ShouldContain("refused line 2: text holds an e-mail address");
    }

    [Fact]
    public async Task Estimate_OfWhatIsRefused_CountsItNot()
    {
        await _host.OmemAsync("policy", "set", "--email", "refuse");
        _host.Input = Line("m1", "I live in Oslo") + Line("m2", $"write to {Mail}");

        (await _host.OmemJsonAsync("remember", "-", "--estimate")).GetProperty("interactions").GetInt32().ShouldBe(1);
    }

    private static string Line(string id, string text) =>
        $$"""{"id":"{{id}}","speaker":"Ana","text":"{{text}}","occurredAt":"2024-05-01T10:00:00Z"}""" + "\n";

    private async Task<string> IdAsync()
    {
        var export = await ExportAsync();
        using var line = JsonDocument.Parse(export.Split('\n')[0]);
        return line.RootElement.GetProperty("id").GetString()!;
    }

    private async Task<string> ExportAsync()
    {
        (await _host.OmemAsync("export")).ShouldBe(0, _host.Error.ToString());
        return _host.Out.ToString();
    }

    private async Task<bool> StoreHoldsAsync(string value)
    {
        foreach (var file in Directory.EnumerateFiles(_host.Path("store"), "*", SearchOption.AllDirectories))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            if (bytes.AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(value)) >= 0)
            {
                return true;
            }
        }

        return false;
    }
}
