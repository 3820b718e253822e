using OMem.ChatClients.Tests.Support;

namespace OMem.ChatClients.Tests.Settings;

/// <summary>From settings to models.</summary>
public sealed class ChatModelsTests
{
    private const string Local = "http://localhost:8000/v1";

    [Fact]
    public void Create_NothingConfigured_HasNoModels()
    {
        using var models = ChatModels.Create(new ChatModelsSettings(), _ => "a key alone configures nothing");

        models.Models.ShouldBeEmpty();
        models.For(ModelRole.Reader).ShouldBeNull();
        models.ToMemoryModels().ShouldBe(OMem.Models.MemoryModels.None);
    }

    [Fact]
    public void Create_DefaultModel_ServesEveryRoleWithOneClient()
    {
        using var models = ChatModels.Create(Of(new ModelSettings { Endpoint = Local, Model = "m" }), _ => null);

        models.Models.Select(model => model.Role).ShouldBe(Enum.GetValues<ModelRole>());
        models.For(ModelRole.Reader).ShouldBeSameAs(models.For(ModelRole.Judge));
        var memory = models.ToMemoryModels();
        memory.Reader.ShouldNotBeNull();
        memory.Consolidator.ShouldNotBeNull();
        memory.Summarizer.ShouldNotBeNull();
        memory.Answerer.ShouldNotBeNull();
    }

    [Fact]
    public void Create_RoleOverrides_AreTakenOneByOne()
    {
        using var models = ChatModels.Create(
            Of(new ModelSettings { Endpoint = Local, Model = "small" }, (ModelRole.Judge, new ModelSettings { Model = "big" })), _ => null);

        models.Models.Where(model => model.Model == "big").ShouldHaveSingleItem().Role.ShouldBe(ModelRole.Judge);
        models.Models.ShouldAllBe(model => model.Endpoint == new Uri(Local));
    }

    [Fact]
    public void Create_OnlyOneRoleHasAModel_TheOthersHaveNone()
    {
        using var models = ChatModels.Create(Of(new ModelSettings(), (ModelRole.Answerer, new ModelSettings { Endpoint = Local, Model = "m" })), _ => null);

        models.Models.ShouldHaveSingleItem().Role.ShouldBe(ModelRole.Answerer);
        models.ToMemoryModels().Reader.ShouldBeNull();
    }

    [Theory]
    [InlineData(ModelProvider.OpenAI, "http://localhost:8000", "http://localhost:8000/v1")]
    [InlineData(ModelProvider.OpenAI, "http://localhost:8000/v1/", "http://localhost:8000/v1")]
    [InlineData(ModelProvider.OpenAI, "https://host/api/openai", "https://host/api/openai")]
    [InlineData(ModelProvider.Azure, "https://name.openai.azure.com", "https://name.openai.azure.com/openai/v1")]
    [InlineData(ModelProvider.Ollama, "http://localhost:11434", "http://localhost:11434/")]
    [InlineData(ModelProvider.Ollama, null, "http://localhost:11434/")]
    public void Create_Endpoint_GetsThePathOfItsApi(ModelProvider provider, string? endpoint, string expected)
    {
        using var models = ChatModels.Create(Of(new ModelSettings { Provider = provider, Endpoint = endpoint, Model = "m" }), _ => null);

        models.Models[0].Endpoint.AbsoluteUri.ShouldBe(expected);
    }

    [Theory]
    [InlineData("localhost:8000", "starts with http:// or https://")]
    [InlineData("ftp://host/v1", "starts with http:// or https://")]
    [InlineData("", "starts with http:// or https://")]
    [InlineData("not an address \uD800 \u0000", "starts with http:// or https://")]
    [InlineData("https://user:sk-secret@host/v1", "holds a user")]
    [InlineData("https://host/v1?api-key=sk-secret", "holds a user, a query")]
    [InlineData("http://localhost:8000/v1/chat/completions", "ends with '/chat/completions'")]
    [InlineData("http://localhost:11434/api/chat", "ends with '/api/chat'")]
    public void Create_InvalidEndpoint_IsNamedWithoutBeingQuoted(string endpoint, string fault)
    {
        var error = Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Endpoint = endpoint, Model = "m" }), _ => null));

        error.Message.ShouldContain(fault);
        error.ToString().ShouldNotContain("sk-secret");
    }

    [Fact]
    public void Create_SeveralFaults_AreNamedTogetherAndOnce()
    {
        var error = Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Endpoint = "nope", ContextTokens = 3 }), _ => null));

        error.Faults.Count.ShouldBe(3);
        error.Faults.ShouldContain(fault => fault.Contains("has no name", StringComparison.Ordinal));
        error.Faults.ShouldContain(fault => fault.Contains("contextTokens must be 512-10,000,000 (was 3)", StringComparison.Ordinal));
    }

    [Fact]
    public void Create_ModelWithoutEndpoint_IsAnError() =>
        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Model = "m" }), _ => null))
            .Message.ShouldContain("has no endpoint");

    [Theory]
    [InlineData("a\nb")]
    [InlineData("\u001b[31m")]
    [InlineData("   ")]
    public void Create_InvalidModelName_IsAnError(string name) =>
        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Endpoint = Local, Model = name }), _ => null));

    [Fact]
    public void Create_ModelNameWithHalfACharacter_IsAnError() =>
        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Endpoint = Local, Model = "m\uD800" }), _ => null));

    [Fact]
    public void Key_Variables_AreTriedInOrder()
    {
        Variable(new(StringComparer.Ordinal) { ["OPENAI_API_KEY"] = "a", ["OMEM_LLM_API_KEY"] = "b" }).ShouldBe(("OMEM_LLM_API_KEY", true));
        Variable(new(StringComparer.Ordinal) { ["OPENAI_API_KEY"] = "a" }).ShouldBe(("OPENAI_API_KEY", true));
        Variable(new(StringComparer.Ordinal) { ["OPENAI_API_KEY"] = "a", ["OMEM_LLM_READER_API_KEY"] = "c" }).ShouldBe(("OMEM_LLM_READER_API_KEY", true));
        Variable(new(StringComparer.Ordinal) { ["OMEM_LLM_API_KEY"] = "  " }).ShouldBe(("OMEM_LLM_API_KEY", false));
        Variable(new(StringComparer.Ordinal) { ["OPENAI_API_KEY"] = "a" }, new ModelSettings { KeyVariable = "MY_KEY" }).ShouldBe(("MY_KEY", false));
        Variable(new(StringComparer.Ordinal) { ["OPENAI_API_KEY"] = "a" }, new ModelSettings { Provider = ModelProvider.Ollama }).ShouldBe(("OMEM_LLM_API_KEY", false));
    }

    [Fact]
    public async Task Key_RoleOnAnotherHost_DoesNotGetTheDefaultKey()
    {
        await using var stranger = await LoopbackServer.StartAsync(new LoopbackOptions { ApiKey = TestModels.Key });
        var settings = Of(
            new ModelSettings { Endpoint = "https://api.example.com/v1", Model = "m" },
            (ModelRole.Judge, new ModelSettings { Endpoint = stranger.Endpoint.AbsoluteUri }));

        using var models = ChatModels.Create(settings, name => name == "OMEM_LLM_API_KEY" ? TestModels.Key : null);

        (await TestModels.FaultAsync(() => models.For(ModelRole.Judge)!.GetResponseAsync("hello"))).Fault.ShouldBe(ModelFault.Unauthorized);
        models.Models.Single(model => model.Role == ModelRole.Judge).KeyVariable.ShouldBe("OMEM_LLM_JUDGE_API_KEY");
        models.Models.Single(model => model.Role == ModelRole.Reader).HasKey.ShouldBeTrue();
    }

    [Fact]
    public void KeyVariable_ThatIsTheKeyItself_IsRefusedUnquoted()
    {
        var error = Should.Throw<InvalidModelSettingsException>(
            () => ChatModels.Create(Of(new ModelSettings { Endpoint = Local, Model = "m", KeyVariable = TestModels.Key }), _ => null));

        error.ToString().ShouldNotContain(TestModels.Key);
        error.Message.ShouldContain("must be the name of an environment variable");
    }

    [Theory]
    [InlineData("sk-line\nbreak")]
    [InlineData("sk-schlüssel")]
    [InlineData("sk two words")]
    public void Key_ThatNoHeaderCanHold_IsRefusedUnquoted(string key)
    {
        var error = Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Endpoint = Local, Model = "m" }), _ => key));

        error.ToString().ShouldNotContain("sk");
        error.Message.ShouldContain("OMEM_LLM_READER_API_KEY");
    }

    [Fact]
    public void Key_Text_IsNowhereInWhatCanBeShown()
    {
        using var models = ChatModels.Create(Of(new ModelSettings { Endpoint = "http://lan.example/v1", Model = "m" }), name => name == "OMEM_LLM_API_KEY" ? TestModels.Key : null);

        string.Join('\n', models.Models).ShouldNotContain(TestModels.Key);
        models.ToMemoryModels().ToString().ShouldNotContain(TestModels.Key);
        models.Models[0].SendsKeyInClear.ShouldBeTrue();
    }

    [Fact]
    public void Replay_FolderThatIsNotThere_IsAnError() =>
        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(
            Of(new ModelSettings { Model = "m" }) with { ReplayFolder = Path.Combine(Path.GetTempPath(), "omem-no-such-folder") }, _ => null)).Message.ShouldContain("There is no folder");

    [Fact]
    public void NetworkTimeout_OfNothing_IsAnError() =>
        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(
            Of(new ModelSettings { Endpoint = Local, Model = "m" }) with { NetworkTimeout = TimeSpan.Zero }, _ => null)).Message.ShouldContain("timeout");

    [Fact]
    public void Record_FolderThatCannotBeMade_IsAnError()
    {
        var file = Path.GetTempFileName();

        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(Of(new ModelSettings { Endpoint = Local, Model = "m" }) with { RecordFolder = file }, _ => null))
            .Message.ShouldContain("cannot be made");
        File.Delete(file);
    }

    [Fact]
    public async Task Check_OnlyReplayed_HasNothingToAsk()
    {
        using var models = ChatModels.Create(Of(new ModelSettings { Model = "m" }) with { ReplayFolder = Path.GetTempPath() }, _ => null);

        await Should.ThrowAsync<InvalidOperationException>(() => models.CheckAsync());
    }

    [Fact]
    public void Record_WithoutAModel_IsAnError() =>
        Should.Throw<InvalidModelSettingsException>(() => ChatModels.Create(new ChatModelsSettings { RecordFolder = Path.GetTempPath() }, _ => null))
            .Message.ShouldContain("only for a model");

    private static (string Variable, bool IsSet) Variable(Dictionary<string, string> environment, ModelSettings? settings = null)
    {
        using var models = ChatModels.Create(Of((settings ?? new ModelSettings()) with { Endpoint = Local, Model = "m" }), environment.GetValueOrDefault);
        return (models.Models[0].KeyVariable, models.Models[0].HasKey);
    }

    private static ChatModelsSettings Of(ModelSettings shared, params (ModelRole Role, ModelSettings Settings)[] roles) =>
        new() { Default = shared, Roles = roles.ToDictionary(role => role.Role, role => role.Settings) };
}
