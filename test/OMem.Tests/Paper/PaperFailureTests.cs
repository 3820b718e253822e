using OMem.Models;
using OMem.Storage;
using OMem.Tests.Models;
using static OMem.Tests.Paper.PaperFixture;

namespace OMem.Tests.Paper;

/// <summary>Bad answers and lost endpoints: nothing is lost, nothing is done twice.</summary>
public sealed class PaperFailureTests
{
    private static readonly string[] Garbage =
    [
        "", "null", "[]", "{", "I cannot do that.", """{"topic":17,"facts":"none","attributes":{"a":1}}""", """{"facts":[null,"",7,"   "]}""",
        """{"action":"add","target":{}}""", """{"attributes":[[]]}""", "\uD800", "{\"facts\":[\"\uD800\"]}",
    ];

    [Fact]
    public async Task Flush_ModelAnswersGarbage_EveryMessageIsStillRecalled()
    {
        var n = 0;
        await using var fixture = new PaperFixture(new PaperModel(_ => Garbage[Interlocked.Increment(ref n) % Garbage.Length]), static options => options.MaxUnderstandingAttempts = 1);
        var names = Enumerable.Range(0, 60).Select(static i => $"code{(char)('a' + (i / 26))}{(char)('a' + (i % 26))}word").ToArray();

        await fixture.TellAsync([.. names.Select(static name => $"The {name} again")]);

        var status = await fixture.Memory.GetStatusAsync();
        status.Pending.ShouldBe(0);
        status.Parked.ShouldBeGreaterThan(0);
        status.Failures.ShouldAllBe(static failure => failure.Error.Length > 0);
        foreach (var (name, i) in names.Select(static (name, i) => (name, i)))
        {
            (await fixture.Memory.RecallAsync(new RecallQuery($"What about the {name}?"))).Items.ShouldContain(item => item.Id == $"m{i + 1}");
        }
    }

    [Fact]
    public async Task Flush_RouterAnswersGarbage_KeepsEveryFactAndFilesItsTopic()
    {
        await using var fixture = new PaperFixture(new PaperModel(static data => data.Contains("\"known\"", StringComparison.Ordinal)
            ? "what?"
            : $$"""{"topic":"sport","facts":["fact of {{data.GetHashCode(StringComparison.Ordinal)}}"]}"""));

        await fixture.TellAsync("I ran", "I swam", "I rowed");

        (await fixture.ItemsAsync("f_")).Count.ShouldBe(3);
        (await fixture.DerivedAsync()).Topics.ShouldHaveSingleItem().Topic.Interactions.Count.ShouldBe(3);
        (await fixture.Memory.GetStatusAsync()).Parked.ShouldBe(0);
    }

    [Fact]
    public async Task Flush_ListTooLongForTheRouter_AddsAndSaysWhy()
    {
        var model = new PaperModel();
        await using var fixture = new PaperFixture(model);
        var client = new ScriptedChatClient((call, token) => call.Messages[1].Text.Contains("\"known\"", StringComparison.Ordinal)
            ? throw new ModelException(ModelFault.TooLong, "The prompt does not fit.")
            : model.Client.GetResponseAsync(call.Messages, call.Options, token));
        var memory = fixture.Open(client).ForScope(Scope);
        await memory.RememberAsync([Say(1, "I ran"), Say(2, "I swam")]);

        await memory.FlushAsync();

        (await fixture.ItemsAsync("f_")).Count.ShouldBe(2);
        (await fixture.LedgerAsync())[^1].Reason.ShouldContain("TooLong");
    }

    [Fact]
    public async Task Flush_RouterUnreachable_WaitsAndThenEndsAsWithoutTheFault()
    {
        var model = new PaperModel();
        var isDown = true;
        await using var fixture = new PaperFixture(model, static options => options.MaxUnderstandingAttempts = 1);
        var client = new ScriptedChatClient((call, token) => isDown && call.Messages[1].Text.Contains("\"known\"", StringComparison.Ordinal)
            ? throw new HttpRequestException("down")
            : model.Client.GetResponseAsync(call.Messages, call.Options, token));
        var memory = fixture.Open(client, static options => options.MaxUnderstandingAttempts = 1).ForScope(Scope);
        await memory.RememberAsync([Say(1, "I ran"), Say(2, "I swam"), Say(3, "I rowed")]);
        await memory.FlushAsync();

        (await memory.GetStatusAsync()).Parked.ShouldBe(2);
        isDown = false;
        await memory.RetryParkedAsync();
        await memory.FlushAsync();

        (await memory.GetStatusAsync()).Parked.ShouldBe(0);
        (await fixture.ItemsAsync("f_")).Select(static item => item.Evidence.Count).ShouldBe([1, 1, 1]);
    }

    [Fact]
    public async Task Flush_MergingUnreachable_IsSaidAndDoneWithTheNextFlush()
    {
        var model = new PaperModel();
        var isDown = true;
        await using var fixture = new PaperFixture(model);
        var client = new ScriptedChatClient((call, token) => isDown && call.Messages[1].Text.Contains("\"attributes\"", StringComparison.Ordinal)
            ? throw new HttpRequestException("down")
            : model.Client.GetResponseAsync(call.Messages, call.Options, token));
        var memory = fixture.Open(client).ForScope(Scope);
        await memory.RememberAsync([Say(1, "My dog barks"), Say(2, "My dog sleeps")]);

        (await Should.ThrowAsync<ModelException>(() => memory.FlushAsync())).Fault.ShouldBe(ModelFault.Unreachable);
        (await memory.GetStatusAsync()).Pending.ShouldBe(0);
        isDown = false;
        await memory.FlushAsync();

        (await fixture.ItemsAsync("m_")).ShouldHaveSingleItem();
        (await fixture.ItemsAsync("a_")).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Flush_Twice_IsByteForByteTheSame()
    {
        static async Task<string> BuildAsync()
        {
            await using var fixture = new PaperFixture(new PaperModel
            {
                Facts = static text => [$"Alice {text}", $"Alice again {text}"],
                Attributes = static text => [$"Alice is {text}"],
                Topic = static text => text.Split(' ')[0],
                Route = static routing => routing.New.Length % 5 == 0 ? ("update", 1) : routing.New.Length % 7 == 0 ? ("ignore", 1) : ("add", null),
            });
            await fixture.TellAsync([.. Enumerable.Range(1, 30).Select(static n => FormattableString.Invariant($"topic{n % 4} {new string('x', n)} {n}"))]);
            var derived = await fixture.DerivedAsync();
            var recall = await fixture.Memory.RecallAsync(new RecallQuery("topic1 xxxx 5") { IncludeTrace = true });
            return System.Text.Json.JsonSerializer.Serialize(new { derived.Items, derived.Topics, derived.Clusters, ledger = await fixture.LedgerAsync(), recall });
        }

        (await BuildAsync()).ShouldBe(await BuildAsync());
    }

    [Fact]
    public async Task Flush_InPiecesByOtherEngines_KnowsTheSame()
    {
        var texts = Enumerable.Range(1, 12).Select(static n => FormattableString.Invariant($"{(n % 2 == 0 ? "I" : "My")} thing {n}")).ToArray();
        await using var whole = new PaperFixture();
        await using var pieces = new PaperFixture();
        await whole.TellAsync(texts);

        foreach (var (text, i) in texts.Select(static (text, i) => (text, i)))
        {
            await using var engine = new MemoryEngine(
                pieces.Store,
                embeddings: new Engine.HashedWordGenerator(),
                options: new OMemOptions { BackgroundUnderstanding = false, Method = MemoryMethod.Paper },
                time: pieces.Time,
                models: MemoryModels.Of(pieces.Model.Client));
            await engine.ForScope(Scope).RememberAsync([Say(i + 1, text)]);
            await engine.ForScope(Scope).FlushAsync();
        }

        static IEnumerable<string> Raw(DerivedMemory derived) => derived.Items.Select(static stored => stored.Item).Where(static item => item.Id[0] != 'm').Select(static item => item.Id + item.SupersededBy + item.ClusterId);
        Raw(await pieces.DerivedAsync()).ShouldBe(Raw(await whole.DerivedAsync()));
        pieces.Model.Routings.Select(static routing => string.Join('|', routing.Known)).ShouldBe(whole.Model.Routings.Select(static routing => string.Join('|', routing.Known)));
    }
}
