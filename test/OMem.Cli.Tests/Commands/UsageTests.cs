using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class UsageTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Help_Root_NamesEveryCommandAndTheExitCodes()
    {
        (await _host.RunAsync("--help")).ShouldBe(0);

        var help = _host.Out.ToString();
        foreach (var command in (string[])["demo", "remember", "recall", "persona", "topics", "episodes", "history", "explain", "status", "stats", "doctor", "flush", "rebuild", "export", "completion"])
        {
            help.ShouldContain($"\n  {command} ");
        }

        help.ShouldContain("Exit codes: 0 done, 1 failed, 2 bad usage or bad input, 130 cancelled.");
        _host.Error.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task NoArguments_ShowsHelpAsAnError()
    {
        (await _host.RunAsync()).ShouldBe(2);

        _host.Out.ToString().ShouldBeEmpty();
        _host.Error.ToString().ShouldContain("Usage:");
    }

    [Theory]
    [InlineData("recal", "Did you mean 'recall'?")]
    [InlineData("perosna", "Did you mean 'persona'?")]
    [InlineData("remembr", "Did you mean 'remember'?")]
    public async Task UnknownCommand_SuggestsTheNearest(string word, string expected)
    {
        (await _host.RunAsync(word, "x")).ShouldBe(2);

        _host.Error.ToString().ShouldContain($"error: Unrecognized command or argument '{word}'.");
        _host.Error.ToString().ShouldContain(expected);
        _host.Error.ToString().ShouldNotContain("Required command");
        _host.Out.ToString().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("recall", "x", "--budget", "0")]
    [InlineData("recall", "x", "--max", "99999")]
    [InlineData("recall", "x", "--neighbours", "11")]
    [InlineData("recall", "x", "--from", "yesterday")]
    [InlineData("recall", "x", "--kind", "dream")]
    [InlineData("recall")]
    [InlineData("remember")]
    [InlineData("remember", "f", "--format", "xml")]
    [InlineData("history", "--operation", "forgive")]
    [InlineData("completion", "tcsh")]
    [InlineData("topics", "--limit", "many")]
    public async Task BadUsage_ReturnsTwoAndSaysWhereHelpIs(params string[] args)
    {
        (await _host.RunAsync(args)).ShouldBe(2);

        _host.Out.ToString().ShouldBeEmpty();
        _host.Error.ToString().ShouldStartWith("error: ");
        _host.Error.ToString().ShouldContain($"See 'omem {args[0]} --help'.");
    }

    [Theory]
    [InlineData("remember", "f.jsonl")]
    [InlineData("recall", "x")]
    [InlineData("persona")]
    [InlineData("topics")]
    [InlineData("episodes")]
    [InlineData("history")]
    [InlineData("explain", "x")]
    [InlineData("status")]
    [InlineData("stats")]
    [InlineData("flush")]
    [InlineData("rebuild")]
    [InlineData("export")]
    public async Task MissingScope_EveryCommand_NamesThreeWays(params string[] args)
    {
        (await _host.RunAsync([.. args, "--data", "d"])).ShouldBe(2);

        var error = _host.Error.ToString();
        error.ShouldContain("error: No tenant and no user given");
        error.ShouldContain("--user NAME");
        error.ShouldContain("OMEM_USER=NAME");
        error.ShouldContain("omem.json");
        Directory.Exists(_host.Path("d")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("recall", "x")]
    [InlineData("export")]
    [InlineData("status")]
    public async Task MissingStore_ReadCommands_FailAndMakeNothing(params string[] args)
    {
        (await _host.RunAsync([.. args, "--data", "d", "-t", "t", "-u", "u"])).ShouldBe(1);

        _host.Error.ToString().ShouldContain("There is no memory at");
        Directory.Exists(_host.Path("d")).ShouldBeFalse();
    }

    [Fact]
    public async Task ScopeNotAllowed_IsBadInput()
    {
        (await _host.RunAsync("recall", "x", "--data", "d", "-t", "t", "-u", "a\u001b[2Jb")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("The scope's user has the control character U+001B");
        _host.Error.ToString().ShouldNotContain('\u001b');
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _omem_complete omem")]
    [InlineData("zsh", "compdef _omem omem")]
    [InlineData("fish", "complete -c omem")]
    [InlineData("pwsh", "Register-ArgumentCompleter -Native -CommandName omem")]
    public async Task Completion_Shell_GetsAScript(string shell, string expected)
    {
        (await _host.RunAsync("completion", shell)).ShouldBe(0);

        _host.Out.ToString().ShouldContain(expected);
    }

    [Theory]
    [InlineData("re", "rebuild\nrecall\nredo\nremember\nretention\nretract\n")]
    [InlineData("completion ", "bash")]
    [InlineData("recall x --bud", "--budget\n")]
    [InlineData("export --d", "--data\n--derived\n")]
    public async Task Suggest_Line_CompletesCommandsAndOptions(string line, string expected)
    {
        (await _host.RunAsync($"[suggest:{line.Length}]", line)).ShouldBe(0);

        _host.Out.ToString().ShouldContain(expected);
    }

    [Fact]
    public async Task Text_StartingWithAt_IsNoFileOfArguments()
    {
        (await _host.RunAsync("recall", "@theo", "--data", "d", "-t", "t", "-u", "u")).ShouldBe(1);

        _host.Error.ToString().ShouldContain("There is no memory at");
    }

    [Theory]
    [InlineData("{\"tenant\":7}", "'tenant' is not a string")]
    [InlineData("{\"tenat\":\"x\"}", "has the unknown key 'tenat'")]
    [InlineData("{", "is not valid JSON")]
    public async Task BadSettingsFile_AnyCommand_IsBadInputThatNamesTheFile(string json, string expected)
    {
        _host.Write("omem.json", json);
        foreach (var args in (string[][])[["recall", "x"], ["remember", "f.jsonl"], ["doctor"], ["status", "--json"]])
        {
            (await _host.RunAsync([.. args, "--data", "d", "-t", "t", "-u", "u"])).ShouldBe(2, string.Join(' ', args));

            _host.Error.ToString().ShouldContain(_host.Path("omem.json"));
            _host.Error.ToString().ShouldContain(expected);
            _host.Out.ToString().ShouldBeEmpty();
        }

        Directory.Exists(_host.Path("d")).ShouldBeFalse();
    }
}
