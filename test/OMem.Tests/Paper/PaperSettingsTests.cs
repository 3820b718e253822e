using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using OMem.Models;
using OMem.Storage;
using OMem.Tests.Engine;

namespace OMem.Tests.Paper;

public sealed class PaperSettingsTests
{
    [Fact]
    public void Engine_WrongPaperSettings_NamesAllAtOnce()
    {
        var options = new OMemOptions { Method = (MemoryMethod)7 };
        (options.Paper.Topics, options.Paper.Facts, options.Paper.Attributes) = (-1, -1, 10_001);
        (options.Paper.ExpansionGap, options.Paper.RouterAttempts) = (1.5, 0);

        var fault = Should.Throw<ValidationException>(() => new MemoryEngine(new InMemoryMemoryStore(), options: options));

        foreach (var setting in new[] { "Method", "Topics", "Facts", "Attributes", "ExpansionGap", "RouterAttempts" })
        {
            fault.Message.ShouldContain(setting);
        }
    }

    [Fact]
    public async Task AddOMem_MethodOfTheOptions_IsUsed()
    {
        var model = new PaperModel();
        await using var services = new ServiceCollection()
            .AddOMem(static options => (options.Method, options.BackgroundUnderstanding) = (MemoryMethod.Paper, false))
            .UseInMemoryStore()
            .Services
            .AddSingleton(MemoryModels.Of(model.Client))
            .BuildServiceProvider();
        var memory = services.GetRequiredService<IMemoryEngine>().ForScope(PaperFixture.Scope);

        await memory.RememberAsync([PaperFixture.Say(1, "I ran")]);
        await memory.FlushAsync();

        model.Understandings.Count.ShouldBe(1);
        (await memory.GetStatusAsync()).Reader.ShouldStartWith("paper@");
    }

    [Fact]
    public async Task Background_Worker_UnderstandsAndMergesWhenNothingWaits()
    {
        await using var fixture = new PaperFixture();
        var memory = fixture.Open(fixture.Model.Client, static options => options.BackgroundUnderstanding = true).ForScope(PaperFixture.Scope);

        await memory.RememberAsync([PaperFixture.Say(1, "My dog barks"), PaperFixture.Say(2, "My dog sleeps")]);
        var patience = new Patience();
        while ((await fixture.ItemsAsync("m_")).Count == 0)
        {
            await patience.YieldAsync();
        }

        fixture.Model.Mergings.ShouldHaveSingleItem().Count.ShouldBe(2);
        (await memory.GetStatusAsync()).BuiltBy.ShouldHaveSingleItem().ShouldStartWith("paper@");
    }

    [Fact]
    public async Task Estimate_GrowsWithTheSquareOfTheMessages()
    {
        await using var fixture = new PaperFixture();
        Task<UnderstandingEstimate> OfAsync(int count) => fixture.Memory.EstimateAsync([.. Enumerable.Range(1, count).Select(static n => PaperFixture.Say(n, "I ran"))]);

        var (small, large) = (await OfAsync(100), await OfAsync(1_000));

        small.Stages.Select(static stage => stage.Stage).ShouldBe([ModelStage.Read, ModelStage.Consolidate, ModelStage.Summarize]);
        small.Stages[0].Calls.ShouldBe(100);
        large.Stages[0].PromptTokens.ShouldBeInRange(small.Stages[0].PromptTokens * 9, small.Stages[0].PromptTokens * 11);
        large.Stages[1].PromptTokens.ShouldBeGreaterThan(small.Stages[1].PromptTokens * 40);
        fixture.Model.Client.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task Estimate_WhatIsKnown_MakesRoutersDearer()
    {
        await using var fixture = new PaperFixture();
        var more = Enumerable.Range(100, 10).Select(static n => PaperFixture.Say(n, "I ran")).ToList();
        var before = await fixture.Memory.EstimateAsync(more);
        await fixture.TellAsync([.. Enumerable.Range(1, 20).Select(static n => FormattableString.Invariant($"I did {n}"))]);

        var after = await fixture.Memory.EstimateAsync(more);

        after.Stages[1].PromptTokens.ShouldBeGreaterThan(before.Stages[1].PromptTokens);
        (await fixture.Memory.EstimateAsync([PaperFixture.Say(200, "Hi", "Bot", SpeakerRole.Assistant)])).Stages.ShouldBeEmpty();
    }
}
