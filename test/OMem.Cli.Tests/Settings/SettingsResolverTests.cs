using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Settings;

public sealed class SettingsResolverTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Resolve_AllSources_OptionBeforeEnvironmentBeforeFile()
    {
        _host.Write("omem.json", """{"tenant":"file-t","user":"file-u","agent":"file-a","data":"file-d"}""");
        _host.Environment["OMEM_TENANT"] = "env-t";
        _host.Environment["OMEM_USER"] = "env-u";

        var settings = Resolve("--tenant", "flag-t");

        settings.Tenant.ShouldBe(new Setting("flag-t", "--tenant"));
        settings.User.ShouldBe(new Setting("env-u", "OMEM_USER"));
        settings.Agent.ShouldBe(new Setting("file-a", _host.Path("omem.json")));
        settings.Data.ShouldBe(new Setting(_host.Path("file-d"), _host.Path("omem.json")));
        settings.StorePath.ShouldBe(_host.Path("file-d/memory.omem"));
    }

    [Fact]
    public void Resolve_FileInAParent_IsFoundAndItsPathsStartThere()
    {
        _host.Write("omem.json", """{"data":"memory","embeddingModel":"models/x"}""");
        _host.Write("a/b/.keep", "");
        var deep = _host.Host with { WorkingDirectory = _host.Path("a/b") };

        var settings = Resolve(deep);

        settings.Data.Value.ShouldBe(_host.Path("memory"));
        settings.EmbeddingModel!.Value.ShouldBe(_host.Path("models/x"));
    }

    [Fact]
    public void Resolve_ProjectAndOwnFile_NearestWinsKeyByKey()
    {
        _host.Write("home/.config/omem/omem.json", """{"tenant":"own","user":"own"}""");
        _host.Write("work/omem.json", """{"tenant":"project"}""");
        _host.Environment[OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME"] = _host.Path("home");
        var host = _host.Host with { WorkingDirectory = _host.Path("work") };

        var settings = Resolve(host);

        settings.Tenant!.Value.ShouldBe("project");
        settings.User!.Value.ShouldBe("own");
    }

    [Fact]
    public void Resolve_ConfigOption_ReplacesTheSearch()
    {
        _host.Write("omem.json", """{"tenant":"found"}""");
        _host.Write("other.json", """{ /* comment */ "user":"other",}""");

        var settings = Resolve("--data", "d", "--config", "other.json");

        settings.Tenant.ShouldBeNull();
        settings.User!.Value.ShouldBe("other");
    }

    [Fact]
    public void Resolve_NoPlaceGiven_UsesTheUsersDataDirectory()
    {
        _host.Environment["XDG_DATA_HOME"] = _host.Path("xdg");
        _host.Environment["LOCALAPPDATA"] = _host.Path("xdg");

        Resolve().Data.ShouldBe(new Setting(_host.Path("xdg/omem"), "default"));
    }

    [Fact]
    public void Resolve_NoHome_SaysWhatToGive() =>
        Should.Throw<UsageException>(() => Resolve().Data).Message.ShouldContain("--data DIR or OMEM_DATA");

    [Fact]
    public void Resolve_NoModel_IsNoPath()
    {
        _host.Environment["OMEM_EMBEDDING_MODEL"] = "none";

        Resolve("--data", "d").EmbeddingModel.ShouldBe(new Setting("none", "OMEM_EMBEDDING_MODEL"));
    }

    [Fact]
    public void Resolve_Method_OptionBeforeEnvironmentBeforeFile()
    {
        Resolve("--data", "d").Method.ShouldBe(MemoryMethod.OMem);
        _host.Write("omem.json", """{"method":"paper"}""");
        Resolve("--data", "d").Method.ShouldBe(MemoryMethod.Paper);
        _host.Environment["OMEM_METHOD"] = "omem";
        Resolve("--data", "d").Method.ShouldBe(MemoryMethod.OMem);
        Resolve("--data", "d", "--method", "Paper").Method.ShouldBe(MemoryMethod.Paper);
    }

    [Fact]
    public void Resolve_UnknownMethod_NamesItAndWhereItCameFrom()
    {
        _host.Environment["OMEM_METHOD"] = "rag";

        Should.Throw<UsageException>(() => Resolve("--data", "d")).Message.ShouldBe("The method given by OMEM_METHOD is 'rag'; there are omem and paper.");
    }

    [Theory]
    [InlineData("[]", "is not a JSON object")]
    [InlineData("{\"tenat\":\"x\"}", "has the unknown key 'tenat'")]
    [InlineData("{\"tenant\":7}", "'tenant' is not a string")]
    [InlineData("{\"tenant\":\"a\",\"tenant\":\"b\"}", "is not valid JSON")]
    [InlineData("{\n\"tenant\":", "(line 2)")]
    public void Resolve_BadFile_NamesFileAndFault(string json, string expected)
    {
        _host.Write("omem.json", json);

        var fault = Should.Throw<UsageException>(() => Resolve("--data", "d"));

        fault.Message.ShouldContain(_host.Path("omem.json"));
        fault.Message.ShouldContain(expected);
    }

    [Fact]
    public void Resolve_MissingConfigFile_SaysSo() =>
        Should.Throw<UsageException>(() => Resolve("--config", "nowhere.json")).Message.ShouldBe("There is no settings file 'nowhere.json'.");

    [Fact]
    public void Scope_MissingParts_NamesThreeWays()
    {
        var fault = Should.Throw<UsageException>(() => Resolve("--data", "d").Scope());

        fault.Message.ShouldContain("No tenant and no user given");
        fault.Message.ShouldContain("--tenant NAME --user NAME");
        fault.Message.ShouldContain("OMEM_TENANT=NAME OMEM_USER=NAME");
        fault.Message.ShouldContain("""{ "tenant": "NAME", "user": "NAME" }""");
    }

    [Fact]
    public void Scope_OnlyUserMissing_NamesOnlyTheUser()
    {
        var fault = Should.Throw<UsageException>(() => Resolve("--data", "d", "--tenant", "t").Scope());

        fault.Message.ShouldContain("No user given");
        fault.Message.ShouldNotContain("--tenant");
    }

    [Theory]
    [InlineData("..")]
    [InlineData(" x")]
    [InlineData("a\u0007b")]
    public void Scope_PartNotAllowed_IsRefused(string user) =>
        Should.Throw<InvalidScopeException>(() => Resolve("--data", "d", "--tenant", "t", "--user", user).Scope()).Part.ShouldBe("user");

    private CliSettings Resolve(params string[] args) => Resolve(_host.Host, args);

    private static CliSettings Resolve(CliHost host, params string[] args)
    {
        var globals = new GlobalOptions();
        var root = new System.CommandLine.RootCommand();
        globals.AddTo(root);
        return SettingsResolver.Resolve(host, root.Parse(args), globals);
    }
}
