using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;
using OMem.Storage;
using OMem.Tests.Engine;
using OMem.Tests.Models;

namespace OMem.Tests.DependencyInjection;

/// <summary>How an engine is composed from services.</summary>
public sealed class AddOMemTests
{
    [Fact]
    public async Task Engine_WithoutAStore_SaysWhatToCall()
    {
        await using var provider = Services(_ => { }).BuildServiceProvider();

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<IMemoryEngine>).Message.ShouldContain("UseInMemoryStore");
    }

    [Fact]
    public async Task AddOMem_Twice_GivesOneEngineWithBothSettings()
    {
        var services = new ServiceCollection();
        services.AddOMem(options => options.UnderstandingBatchSize = 3).UseInMemoryStore();
        services.AddOMem(options => options.BackgroundUnderstanding = false);
        await using var provider = services.BuildServiceProvider();

        provider.GetServices<IMemoryEngine>().ShouldHaveSingleItem();
        provider.GetRequiredService<IOptions<OMemOptions>>().Value
            .ShouldSatisfyAllConditions(options => options.UnderstandingBatchSize.ShouldBe(3), options => options.BackgroundUnderstanding.ShouldBeFalse());
    }

    [Fact]
    public async Task Start_WrongSettings_AreAllNamedAtOnce()
    {
        await using var provider = Services(
            builder => builder.UseInMemoryStore(),
            options =>
            {
                options.UnderstandingBatchSize = 0;
                options.Models.CallTimeout = TimeSpan.Zero;
            }).BuildServiceProvider();

        var fault = Should.Throw<OptionsValidationException>(provider.GetRequiredService<IStartupValidator>().Validate);

        fault.Message.ShouldContain(nameof(OMemOptions.UnderstandingBatchSize));
        fault.Message.ShouldContain(nameof(ModelOptions.CallTimeout));
    }

    [Fact]
    public async Task Start_DefaultSettings_AreValid()
    {
        await using var provider = Services(builder => builder.UseInMemoryStore()).BuildServiceProvider();

        Should.NotThrow(provider.GetRequiredService<IStartupValidator>().Validate);
    }

    [Fact]
    public async Task UseStore_Twice_TheLastOneCounts()
    {
        var last = new InMemoryMemoryStore();
        await using var provider = Services(builder => builder.UseInMemoryStore().UseStore(_ => last)).BuildServiceProvider();

        provider.GetServices<IMemoryStore>().ShouldHaveSingleItem().ShouldBeSameAs(last);
    }

    [Fact]
    public async Task UseReader_Own_ReadsInPlaceOfTheLocalOne()
    {
        var reader = new ScriptedReader(ScriptedReader.Attribute);
        await using var provider = Services(builder => builder.UseInMemoryStore().UseReader(_ => reader)).BuildServiceProvider();
        var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(EngineFixture.Alice);

        await memory.RememberAsync([EngineFixture.Say("m1", "mood: sunny")]);
        await memory.FlushAsync();

        reader.Calls.ShouldBe(1);
        (await memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem().Value.ShouldBe("sunny");
    }

    [Fact]
    public async Task UseEmbeddings_Generator_IsNamedByTheStatus()
    {
        await using var with = Services(builder => builder.UseInMemoryStore().UseEmbeddings(_ => new HashedWordGenerator("own-model"))).BuildServiceProvider();
        await using var without = Services(builder => builder.UseInMemoryStore()).BuildServiceProvider();

        (await with.GetRequiredService<IMemoryEngine>().ForScope(EngineFixture.Alice).GetStatusAsync()).EmbeddingModel.ShouldBe("own-model");
        (await without.GetRequiredService<IMemoryEngine>().ForScope(EngineFixture.Alice).GetStatusAsync()).EmbeddingModel.ShouldBeNull();
    }

    [Fact]
    public async Task UseModel_OneClient_AnswersQuestions()
    {
        using var client = new ScriptedChatClient(_ => "You like tea.");
        await using var provider = Services(builder => builder.UseInMemoryStore().UseModel(_ => client)).BuildServiceProvider();
        var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(EngineFixture.Alice);
        await memory.RememberAsync([EngineFixture.Say("m1", "I like tea.")]);

        await memory.AskAsync(new AskQuery("What do I like?"));

        client.Calls.ShouldHaveSingleItem().Prompt.ShouldContain("I like tea.");
    }

    [Fact]
    public async Task UseDomain_OwnAnswerPrompt_IsTheOneSent()
    {
        using var client = new ScriptedChatClient(_ => "Tea.");
        var domain = new MemoryDomain("quay", "1") { Prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["answer"] = "Quayside rules. {{context}} {{question}}" } };
        await using var provider = Services(
            builder => builder.UseInMemoryStore().UseModels(_ => new MemoryModels { Answerer = client }).UseDomain(domain)).BuildServiceProvider();
        var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(EngineFixture.Alice);
        await memory.RememberAsync([EngineFixture.Say("m1", "I like tea.")]);

        await memory.AskAsync(new AskQuery("What do I like?"));

        client.Calls.ShouldHaveSingleItem().Prompt.ShouldContain("Quayside rules.");
    }

    [Fact]
    public async Task Engine_HostsClock_IsKept()
    {
        var clock = new FakeTimeProvider(EngineFixture.Start);
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddOMem(options => options.BackgroundUnderstanding = false).UseInMemoryStore();
        await using var provider = services.BuildServiceProvider();
        var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(EngineFixture.Alice);

        await memory.RememberAsync([EngineFixture.Say("m1", "I like tea.")]);

        (await provider.GetRequiredService<IMemoryStore>().GetInteractionsAsync(EngineFixture.Alice, [1])).ShouldHaveSingleItem().RecordedAt.ShouldBe(EngineFixture.Start);
    }

    [Fact]
    public void Builder_NoArgument_IsRefused()
    {
        var builder = new ServiceCollection().AddOMem();

        Should.Throw<ArgumentNullException>(() => builder.UseStore(null!));
        Should.Throw<ArgumentNullException>(() => builder.UseReader(null!));
        Should.Throw<ArgumentNullException>(() => builder.UseEmbeddings(null!));
        Should.Throw<ArgumentNullException>(() => builder.UseModels(null!));
        Should.Throw<ArgumentNullException>(() => builder.UseModel(null!));
        Should.Throw<ArgumentNullException>(() => builder.UseDomain(null!));
        Should.Throw<ArgumentNullException>(() => OMemServiceCollectionExtensions.AddOMem(null!));
    }

    private static ServiceCollection Services(Action<IOMemBuilder> compose, Action<OMemOptions>? configure = null)
    {
        var services = new ServiceCollection();
        compose(services.AddOMem(options =>
        {
            options.BackgroundUnderstanding = false;
            configure?.Invoke(options);
        }));
        return services;
    }
}
