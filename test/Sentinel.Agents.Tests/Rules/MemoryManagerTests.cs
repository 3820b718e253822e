using Sentinel.Agents.Tests.Support;
using static Sentinel.Agents.Tests.Support.Given;

namespace Sentinel.Agents.Tests.Rules;

public sealed class MemoryManagerTests
{
    [Fact]
    public async Task Extract_TheTradersWords_GiveAttributesWithEvidence()
    {
        var extraction = await Extract(Own("m-1", "I never risk more than 1.5% and I don't short. I usually hold for 3 days."));

        extraction.Attributes.Select(attribute => (attribute.Attribute, attribute.Value)).ShouldBe([("risk_per_trade", "0.015"), ("long_share", "1"), ("holding_time", "72")]);
        extraction.Attributes.ShouldAllBe(attribute => attribute.Evidence.Single() == "m-1");
    }

    [Theory]
    [InlineData("I risk 0% per trade")]
    [InlineData("I risk 900% per trade")]
    [InlineData("they risk 5 % per trade")]
    [InlineData("nothing of note")]
    public async Task Extract_WhatIsNoStatementOfARisk_GivesNone(string text) => (await Extract(Own("m-1", text))).Attributes.ShouldBeEmpty();

    [Fact]
    public async Task Extract_News_GivesEventsAndTopicsOnly()
    {
        var extraction = await Extract(News("n-1", "Bridge exploit: funds stolen, ETHUSDT falls"));

        extraction.Events.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            found => found.Type.ShouldBe("hack"), found => found.Symbol.ShouldBe(Eth), found => found.Side.ShouldBe(-1), found => found.Evidence.ShouldBe(["n-1"]));
        extraction.Topics.ShouldHaveSingleItem().Topic.ShouldBe("ETHUSDT");
        extraction.Attributes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Extract_NewsOfTwoMarkets_IsSaidOfNone() =>
        (await Extract(News("n-1", "outage hits BTCUSDT and ETHUSDT"))).Events.ShouldHaveSingleItem().Symbol.ShouldBeNull();

    [Fact]
    public async Task Extract_Fills_GiveTopics()
    {
        var fill = new Fill { Id = "7", ClientOrderId = "o", Symbol = Btc, Side = OrderSide.Buy, Quantity = 1m, Price = 100m, Timestamp = Now };

        var output = await new RuleMemoryManager().ExtractAsync(new MemoryMaterial([], [fill]));

        output.Value!.Topics.ShouldHaveSingleItem().Evidence.ShouldBe(["fil-7"]);
    }

    [Fact]
    public async Task Extract_AVeryLongText_EndsInTime() => (await Extract(Own("m-1", string.Concat(Enumerable.Repeat("I risk I hold ", 200_000))))).Attributes.ShouldBeEmpty();

    [Fact]
    public async Task Extract_ByAModel_ReadsAWholeAnswer()
    {
        var client = new Scripted("""
            {"topics":[{"topic":"bridge hack","evidence":["n-1"]}],"events":[{"type":"hack","symbol":"ETHUSDT","side":-1,"evidence":["n-1"]}],"attributes":[{"attribute":"risk_per_trade","value":"0.01","evidence":["m-1"]}]}
            """);

        var output = await new ModelMemoryManager(client).ExtractAsync(new MemoryMaterial([News("n-1", "hack"), Own("m-1", "I risk 1%")], []));

        output.Value.ShouldNotBeNull();
        output.Value.Events.Single().Symbol.ShouldBe(Eth);
        output.Value.Attributes.Single().Value.ShouldBe("0.01");
    }

    [Theory]
    [InlineData("""{"topics":null,"events":[],"attributes":[]}""")]
    [InlineData("""{"topics":[null],"events":[],"attributes":[]}""")]
    [InlineData("""{"topics":[{"topic":"x","evidence":["n-404"]}],"events":[],"attributes":[]}""")]
    [InlineData("""{"topics":[{"topic":"x","evidence":[]}],"events":[],"attributes":[]}""")]
    [InlineData("""{"topics":[],"events":[{"type":"Hack!","symbol":null,"side":0,"evidence":["n-1"]}],"attributes":[]}""")]
    [InlineData("""{"topics":[],"events":[{"type":"hack","symbol":"no symbol","side":0,"evidence":["n-1"]}],"attributes":[]}""")]
    [InlineData("""{"topics":[],"events":[{"type":"hack","symbol":null,"side":3,"evidence":["n-1"]}],"attributes":[]}""")]
    [InlineData("""{"topics":[],"events":[],"attributes":[{"attribute":"risk_per_trade","value":"0.9","evidence":["n-1"]}]}""")]
    public async Task Extract_ByAModel_NonsenseIsAFailure(string answer) =>
        (await new ModelMemoryManager(new Scripted(answer)).ExtractAsync(new MemoryMaterial([News("n-1", "hack")], []))).Value.ShouldBeNull();

    [Fact]
    public async Task Submit_WhatWasRead_BecomesNotesObservationsAndQueuedProposals()
    {
        var toolkit = new Toolkit(Context());
        var extraction = await Extract(News("n-1", "exploit on ETHUSDT"), Own("m-1", "I risk 1% per trade"));

        var queued = await new ProposalDesk(toolkit).SubmitAsync(extraction, Now);

        queued.ShouldBe(["pro-risk_per_trade"]);
        toolkit.Written.ShouldBe(["note ETHUSDT", "observation hack said of ETHUSDT (n-1)", "proposal risk_per_trade=0.01"]);
    }

    private static async Task<MemoryExtraction> Extract(params MaterialText[] texts) => (await new RuleMemoryManager().ExtractAsync(new MemoryMaterial(texts, []))).Value!;

    private static MaterialText Own(string id, string text) => new(id, text, "chat", SourceTrust.Trader, Now);

    private static MaterialText News(string id, string text) => new(id, text, "feed", SourceTrust.External, Now);
}
