using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Llm;

/// <summary><c>omem llm show</c>: which settings win, and that keys stay out of sight.</summary>
public sealed class LlmSettingsTests : IDisposable
{
    private const string Key = "sk-live-0123456789";
    private const string Url = "http://localhost:8000/v1";

    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Show_NothingNamed_SaysThatOMemWorksWithoutOne()
    {
        _host.Environment["OPENAI_API_KEY"] = Key;

        (await _host.RunAsync("llm", "show")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("OMem works without one");
        (await ShowAsync()).GetProperty("models").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Show_Key_IsOnlyEverSetOrNotSet()
    {
        _host.Environment["OMEM_LLM_API_KEY"] = Key;

        (await _host.RunAsync("llm", "show", "--llm-endpoint", Url, "--llm-model", "m")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("set (OMEM_LLM_API_KEY)");
        _host.Out.ToString().ShouldNotContain(Key);

        _host.Environment.Clear();
        (await _host.RunAsync("llm", "show", "--llm-endpoint", Url, "--llm-model", "m")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("not set (OMEM_LLM_API_KEY)");
    }

    [Fact]
    public async Task Show_OptionEnvironmentFile_WinInThatOrder()
    {
        _host.Write("omem.json", """{ "llm": { "endpoint": "http://file:1/v1", "model": "of-file", "roles": { "judge": { "model": "judge-of-file" } } } }""");
        Model(await ShowAsync(), "reader").ShouldBe("of-file");
        Model(await ShowAsync(), "judge").ShouldBe("judge-of-file");

        _host.Environment["OMEM_LLM_MODEL"] = "of-environment";
        _host.Environment["OMEM_LLM_READER_MODEL"] = "reader-of-environment";
        Model(await ShowAsync(), "answerer").ShouldBe("of-environment");
        Model(await ShowAsync(), "reader").ShouldBe("reader-of-environment");

        var shown = await ShowAsync("--llm-model", "of-option");
        Model(shown, "answerer").ShouldBe("of-option");
        shown.GetProperty("models")[0].GetProperty("endpoint").GetString().ShouldBe("http://file:1/v1");
        shown.GetProperty("origins").GetProperty("llm.model").GetString().ShouldBe("--llm-model");
        shown.GetProperty("origins").GetProperty("llm.endpoint").GetString().ShouldEndWith("omem.json");
    }

    [Fact]
    public async Task Show_Ollama_HasADefaultAddressAndAContextSize()
    {
        _host.Write("omem.json", """{ "llm": { "provider": "ollama", "model": "llama3.2", "contextTokens": 32768 } }""");

        var model = (await ShowAsync()).GetProperty("models")[0];

        model.GetProperty("provider").GetString().ShouldBe("ollama");
        model.GetProperty("endpoint").GetString().ShouldBe("http://localhost:11434/");
        model.GetProperty("contextTokens").GetInt32().ShouldBe(32_768);
    }

    [Theory]
    [InlineData("""{ "llm": { "apiKey": "sk-live-0123456789" } }""", "a key does not belong into a file")]
    [InlineData("""{ "llm": { "roles": { "reader": { "key": "sk-live-0123456789" } } } }""", "a key does not belong into a file")]
    [InlineData("""{ "llm": { "modle": "m" } }""", "unknown key 'llm.modle'")]
    [InlineData("""{ "llm": { "roles": { "writer": {} } } }""", "unknown key 'llm.roles.writer'")]
    [InlineData("""{ "llm": { "model": 5 } }""", "'llm.model' is not a string")]
    [InlineData("""{ "llm": { "contextTokens": "5" } }""", "'llm.contextTokens' is not a whole number")]
    [InlineData("""{ "llm": [] }""", "'llm' is not an object")]
    [InlineData("""{ "llm": { "provider": "openia" } }""", "known are openai, azure, ollama")]
    [InlineData("""{ "llm": { "model": "m", "endpoint": "http://h/v1", "keyVariable": "AWS_SECRET_ACCESS_KEY" } }""", "must start with OMEM_")]
    [InlineData("""{ "llm": { "model": "m", "endpoint": "http://u:sk-live-0123456789@h/v1" } }""", "holds a user")]
    [InlineData("""{ "llm": { "model": "m" } }""", "has no endpoint")]
    [InlineData("""{ "llm": { "endpoint": "http://h/v1" } }""", "has no name")]
    public async Task File_NotValid_IsAnErrorThatQuotesNoKey(string json, string fault)
    {
        _host.Write("omem.json", json);

        (await _host.RunAsync("llm", "show")).ShouldBe(2);

        _host.Error.ToString().ShouldContain(fault);
        _host.Error.ToString().ShouldNotContain(Key);
    }

    [Fact]
    public async Task FoundFile_Endpoint_DoesNotGetTheKeyOfOtherPrograms()
    {
        _host.Environment["OPENAI_API_KEY"] = Key;
        _host.Write("omem.json", """{ "llm": { "endpoint": "http://stranger/v1", "model": "m" } }""");

        (await ShowAsync()).GetProperty("models")[0].GetProperty("keyIsSet").GetBoolean().ShouldBeFalse();
        (await ShowAsync("--config", "omem.json")).GetProperty("models")[0].GetProperty("keyIsSet").GetBoolean().ShouldBeTrue();
        (await ShowAsync("--llm-endpoint", Url)).GetProperty("models")[0].GetProperty("keyIsSet").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task Show_KeyOverPlainHttp_Warns()
    {
        _host.Environment["OMEM_LLM_API_KEY"] = Key;

        (await _host.RunAsync("llm", "show", "--llm-endpoint", "http://lan.example/v1", "--llm-model", "m")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("unencrypted");
    }

    [Fact]
    public async Task Folders_OfAFile_StartAtTheFile()
    {
        Directory.CreateDirectory(_host.Path("taken"));
        _host.Write("omem.json", """{ "llm": { "endpoint": "http://localhost:8000/v1", "model": "m", "record": "made", "replay": "taken" } }""");

        var shown = await ShowAsync();

        shown.GetProperty("recordFolder").GetString().ShouldBe(_host.Path("made"));
        shown.GetProperty("replayFolder").GetString().ShouldBe(_host.Path("taken"));
    }

    [Fact]
    public async Task Doctor_LanguageModel_IsNamedWithoutItsKey()
    {
        _host.Environment["OMEM_LLM_API_KEY"] = Key;

        await _host.OmemAsync("doctor");
        _host.Out.ToString().ShouldContain("none: OMem works without one");
        await _host.OmemAsync("doctor", "--llm-endpoint", Url, "--llm-model", "m");
        _host.Out.ToString().ShouldContain($"m at {Url}");
        _host.Out.ToString().ShouldContain("key set");
        _host.Out.ToString().ShouldNotContain(Key);
    }

    [Fact]
    public async Task Doctor_WrongSettings_FailThatCheckOnly()
    {
        await _host.RememberTeaAsync();

        (await _host.OmemAsync("doctor", "--llm-model", "m")).ShouldBe(1);

        _host.Out.ToString().ShouldContain("has no endpoint");
        _host.Out.ToString().ShouldContain("empty: everything is understood");
    }

    private async Task<JsonElement> ShowAsync(params string[] args)
    {
        (await _host.RunAsync(["llm", "show", "--json", .. args])).ShouldBe(0, _host.Error.ToString());
        using var document = JsonDocument.Parse(_host.Out.ToString());
        return document.RootElement.Clone();
    }

    private static string Model(JsonElement shown, string role) =>
        shown.GetProperty("models").EnumerateArray().Single(model => model.GetProperty("role").GetString() == role).GetProperty("model").GetString()!;
}
