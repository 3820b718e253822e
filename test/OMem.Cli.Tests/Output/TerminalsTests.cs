using OMem.Cli.Output;
using OMem.Cli.Tests.Support;
using Spectre.Console;

namespace OMem.Cli.Tests.Output;

public sealed class TerminalsTests : IDisposable
{
    private readonly TestHost _host = new() { IsTerminal = true };

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Out_Terminal_HasColours()
    {
        Terminals.Out(_host.Host, noColor: false).MarkupLine("[red]x[/]");

        _host.Out.ToString().ShouldContain("\u001b[");
    }

    [Theory]
    [InlineData("NO_COLOR", "1")]
    [InlineData("TERM", "dumb")]
    public void Out_Environment_CanRefuseColours(string variable, string value)
    {
        _host.Environment[variable] = value;
        Terminals.Out(_host.Host, noColor: false).MarkupLine("[red]x[/]");

        _host.Out.ToString().ShouldBe("x\n");
    }

    [Fact]
    public void Out_NoColorOption_RefusesColours()
    {
        Terminals.Out(_host.Host, noColor: true).MarkupLine("[bold red]x[/]");

        _host.Out.ToString().ShouldBe("x\n");
    }

    [Fact]
    public void Out_EmptyNoColor_DoesNotCount()
    {
        _host.Environment["NO_COLOR"] = "";

        TerminalConsole.WantsColor(_host.Host.Environment, isTerminal: true, noColor: false).ShouldBeTrue();
    }

    [Fact]
    public void Out_Pipe_HasNoColoursAndAFixedWidth()
    {
        _host.IsTerminal = false;
        var console = Terminals.Out(_host.Host, noColor: false);
        console.MarkupLine("[red]x[/]");

        _host.Out.ToString().ShouldBe("x\n");
        console.Profile.Width.ShouldBe(TerminalConsole.PipeWidth);
    }

    [Theory]
    [InlineData("90", 90)]
    [InlineData("7", TerminalConsole.PipeWidth)]
    [InlineData("x", TerminalConsole.PipeWidth)]
    public void Out_Columns_SetTheWidth(string columns, int expected)
    {
        _host.IsTerminal = false;
        _host.Environment["COLUMNS"] = columns;

        Terminals.Out(_host.Host, noColor: false).Profile.Width.ShouldBe(expected);
    }

    [Fact]
    public void WantsColor_Forced_EvenInAPipe()
    {
        _host.Environment["CLICOLOR_FORCE"] = "1";

        TerminalConsole.WantsColor(_host.Host.Environment, isTerminal: false, noColor: false).ShouldBeTrue();
        TerminalConsole.WantsColor(_host.Host.Environment, isTerminal: false, noColor: true).ShouldBeFalse();
    }
}
