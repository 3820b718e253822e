using OMem.ChatClients.Tests.Support;

namespace OMem.ChatClients.Tests.Checks;

/// <summary>What the check of a model finds.</summary>
public sealed class ModelCheckTests
{
    public static TheoryData<ModelProvider> Providers => [ModelProvider.OpenAI, ModelProvider.Azure, ModelProvider.Ollama];

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Check_GoodModel_FindsEverything(ModelProvider provider)
    {
        var check = await CheckAsync(new LoopbackOptions { Models = [TestModels.Name], ApiKey = TestModels.Key }, provider);

        check.Fault.ShouldBeNull();
        check.Roles.Count.ShouldBe(5);
        check.IsListed.ShouldBe(true);
        check.StructuredOutput.ShouldBe(StructuredOutput.Supported);
        check.StreamedPieces.ShouldBeGreaterThan(0);
        check.Latency.ShouldNotBeNull().ShouldBeGreaterThan(TimeSpan.Zero);
        check.Calls.ShouldBe(5);
        check.PromptTokens.ShouldNotBeNull().ShouldBeGreaterThan(0);
        check.CompletionTokens.ShouldNotBeNull().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Check_EndpointThatListsNothingAndReportsNothing_StillAnswers()
    {
        var check = await CheckAsync(new LoopbackOptions { ListsModels = false, ReportsUsage = false });

        check.Answers.ShouldBeTrue();
        check.IsListed.ShouldBeNull();
        check.PromptTokens.ShouldBeNull();
    }

    [Theory]
    [InlineData(LoopbackFault.Html, ModelFault.Rejected)]
    [InlineData(LoopbackFault.OtherShape, ModelFault.Rejected)]
    [InlineData(LoopbackFault.UnknownModel, ModelFault.Rejected)]
    [InlineData(LoopbackFault.ServerError, ModelFault.ServerError)]
    [InlineData(LoopbackFault.RateLimited, ModelFault.RateLimited)]
    [InlineData(LoopbackFault.Empty, ModelFault.InvalidAnswer)]
    public async Task Check_Fault_IsTheResult(LoopbackFault fault, ModelFault expected)
    {
        var check = await CheckAsync(new LoopbackOptions { Faults = FaultPlans.Always(fault) });

        check.Answers.ShouldBeFalse();
        check.Fault!.Fault.ShouldBe(expected);
        check.StructuredOutput.ShouldBe(StructuredOutput.Unknown);
    }

    [Fact]
    public async Task Check_WrongKey_IsUnauthorized() =>
        (await CheckAsync(new LoopbackOptions { ApiKey = "another" })).Fault!.Fault.ShouldBe(ModelFault.Unauthorized);

    [Fact]
    public async Task Check_SchemaRefusedOrIgnored_IsToldApart()
    {
        (await CheckAsync(new LoopbackOptions { StructuredOutput = false })).StructuredOutput.ShouldBe(StructuredOutput.Refused);
        (await CheckAsync(new LoopbackOptions { Answerer = LoopbackAnswerers.Of(_ => "Yes, it is.") })).StructuredOutput.ShouldBe(StructuredOutput.Ignored);
    }

    [Fact]
    public async Task Check_TwoModels_AreCheckedOnceEach()
    {
        await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Models = [TestModels.Name] });
        using var models = TestModels.Of(server, change: settings => settings with
        {
            Roles = new Dictionary<ModelRole, ModelSettings> { [ModelRole.Judge] = new() { Model = "unknown" } },
        });

        var checks = await models.CheckAsync();

        checks.Count.ShouldBe(2);
        checks[0].Answers.ShouldBeTrue();
        checks[1].Roles.ShouldBe([ModelRole.Judge]);
        checks[1].IsListed.ShouldBe(false);
        checks[1].Fault!.Message.ShouldContain("does not know model 'unknown'");
    }

    private static async Task<ModelCheck> CheckAsync(LoopbackOptions options, ModelProvider provider = ModelProvider.OpenAI)
    {
        await using var server = await LoopbackServer.StartAsync(options);
        using var models = TestModels.Of(server, provider, TestModels.Key);
        return (await models.CheckAsync()).ShouldHaveSingleItem();
    }
}
