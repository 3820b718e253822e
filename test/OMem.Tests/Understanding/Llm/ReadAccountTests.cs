using System.Text.Json;
using CsCheck;
using OMem.Tests.Models;
using OMem.Understanding.Llm;
using static OMem.Tests.Understanding.Llm.ReaderFixture;

namespace OMem.Tests.Understanding.Llm;

/// <summary>Valid JSON that leaves messages out is noticed: every message is accounted for, or asked about again.</summary>
public sealed class ReadAccountTests
{
    private const string Unaccounted = "The model's answer does not account for the messages it was asked about.";

    [Fact]
    public async Task Read_AnswerLeavesMessagesOut_AsksAboutThoseAlone()
    {
        var client = new ScriptedChatClient(call => Loves(call, call.Number == 1 ? [1, 4, 5] : null));
        using var fixture = new ReaderFixture(client);

        var read = await fixture.ReadAsync(Messages(5));

        read.Select(Value).ShouldBe(["thing1", "thing2", "thing3", "thing4", "thing5"]);
        client.Calls.Count.ShouldBe(2);
        client.Calls[1].Read.Messages.Select(static message => message.Text).ShouldBe(["I love thing2", "I love thing3"]);
        client.Calls[1].Read.Context.Select(static message => message.Text).ShouldBe(["I love thing1"]);
        fixture.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task Read_MessagesApart_AreAskedAboutWithWhatCameBeforeThem()
    {
        var client = new ScriptedChatClient(call => Loves(call, call.Number == 1 ? [1, 3, 5] : null));
        using var fixture = new ReaderFixture(client);

        (await fixture.ReadAsync(Messages(5))).Select(Value).ShouldBe(["thing1", "thing2", "thing3", "thing4", "thing5"]);

        client.Calls.Skip(1).Select(static call => call.Read.Messages.ShouldHaveSingleItem().Text).Order(StringComparer.Ordinal).ShouldBe(["I love thing2", "I love thing4"]);
        client.Calls.Single(static call => call.Read.Messages[0].Text is "I love thing4").Read.Context.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Read_AnswerHoldsLessThanItSays_IsAskedOnceMore()
    {
        var client = new ScriptedChatClient(call => call.Number == 1 ? Loves(call, listed: null, given: [1]) : Loves(call, listed: null));
        using var fixture = new ReaderFixture(client);

        (await fixture.ReadAsync(Messages(3))).Select(Value).ShouldBe(["thing1", "thing2", "thing3"]);

        client.Calls.Count.ShouldBe(2);
        client.Calls[1].Read.Messages.Count.ShouldBe(2);
        fixture.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task Read_AnswerHoldsLessEachTime_IsTakenInTheEndAndCounted()
    {
        var client = new ScriptedChatClient(static call => Loves(call, listed: null, given: [1]));
        using var fixture = new ReaderFixture(client);

        var read = await fixture.ReadAsync(Messages(7));

        read.Select(Value).ShouldBe(["thing1", "thing2", "thing3", "thing4", "thing5", null, null]);
        client.Calls.Count.ShouldBe(5);
        fixture.Dropped.ShouldBe(2);
    }

    [Fact]
    public async Task Read_ModelThatCountsBadly_IsSoonTakenAtItsItems()
    {
        var client = new ScriptedChatClient(static call => JsonSerializer.Serialize(new
        {
            attributes = call.Read.Messages.Select(static message => Love(message.N!.Value, message.Text[7..])),
            read = call.Read.Messages.Select(static message => new { message = message.N, items = 2 }),
        }));
        using var fixture = new ReaderFixture(client);

        for (var i = 0; i < 50; i++)
        {
            (await fixture.ReadAsync(Messages(3))).Select(Value).ShouldBe(["thing1", "thing2", "thing3"]);
        }

        client.Calls.Count.ShouldBeLessThan(50 + 20);
    }

    [Fact]
    public async Task Read_SecondAnswerIsPoorer_KeepsTheFirst()
    {
        var client = new ScriptedChatClient(static call => JsonSerializer.Serialize(new
        {
            attributes = call.Number == 1 ? new[] { Love(1, "thing1") } : [],
            read = new[] { new { message = 1, items = call.Number == 1 ? 2 : 0 } },
        }));
        using var fixture = new ReaderFixture(client);

        (await fixture.ReadAsync(Messages(1))).Select(Value).ShouldBe(["thing1"]);
        client.Calls.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"topics":[],"attributes":[],"facts":[]}""")]
    [InlineData("""{"topics":[],"attributes":[],"facts":[],"read":[]}""")]
    [InlineData("""{"topics":[],"attributes":[],"facts":[],"read":[{"message":9,"items":0},{"items":2},null]}""")]
    [InlineData("""{"topics":[],"attributes":[],"facts":[],"read":"all"}""")]
    public async Task Read_NothingAccountedFor_Fails(string answer)
    {
        using var fixture = new ReaderFixture(answer);

        var fault = await Should.ThrowAsync<ModelException>(() => fixture.ReadAsync(Messages(2)));

        (fault.Fault, fault.Message).ShouldBe((ModelFault.InvalidAnswer, Unaccounted));
    }

    [Fact]
    public async Task Read_LoneMessageWithoutAccount_IsKnownByItsItems()
    {
        using var fixture = new ReaderFixture(JsonSerializer.Serialize(new { attributes = new[] { Love(1, "thing1") } }));

        (await fixture.ReadAsync(Messages(1))).Select(Value).ShouldBe(["thing1"]);
    }

    [Fact]
    public async Task Read_DomainsOwnPromptAsksForNoAccount_NoneIsNeeded()
    {
        var domain = OMem.Understanding.MemoryDomains.Personal with { Prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["read"] = "Read." } };
        using var fixture = new ReaderFixture("""{"topics":[],"attributes":[],"facts":[]}""", domain);

        (await fixture.ReadAsync(Messages(3))).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Flush_ModelPassesOverMessages_LosesNothing()
    {
        await using var fixture = new WorkerFixture(
            static (call, _) => Task.FromResult(ScriptedChatClient.Says(Loves(call, [.. Enumerable.Range(1, (call.Read.Messages.Count + 1) / 2)]))),
            static options => options.Models.MessagesPerCall = 16);
        await fixture.RememberAsync(50);

        await fixture.Memory.FlushAsync();

        (await fixture.ValuesAsync()).Count.ShouldBe(50);
        (await fixture.Memory.GetStatusAsync()).Parked.ShouldBe(0);
    }

    [Fact]
    public async Task Flush_ModelNeverAccountsForOneMessage_ParksThatAlone()
    {
        await using var fixture = new WorkerFixture(
            static (call, _) => Task.FromResult(ScriptedChatClient.Says(Loves(call, [.. call.Read.Messages.Where(static message => message.Text is not "hush").Select(static message => message.N!.Value)]))),
            static options => (options.Models.MessagesPerCall, options.MaxUnderstandingAttempts) = (16, 1));
        await fixture.RememberAsync(16, (7, "hush"));

        await fixture.Memory.FlushAsync();

        (await fixture.ValuesAsync()).Count.ShouldBe(15);
        var failure = (await fixture.Memory.GetStatusAsync()).Failures.ShouldHaveSingleItem();
        (failure.InteractionId, failure.Error).ShouldBe(("m7", Unaccounted));
        fixture.Client.Calls.Count.ShouldBeLessThanOrEqualTo(16);
    }

    [Fact]
    public void Read_AnyMessagesLeftOutEachTime_AllAreReadInBoundedCalls() => Gen.Select(Gen.Int[1, 16], Gen.UInt.Array[64]).Sample((count, draws) =>
    {
        // The first of a call is always accounted for; of the others some.
        var client = new ScriptedChatClient(call => Loves(call, [.. Enumerable.Range(1, call.Read.Messages.Count).Where(n => n == 1 || (draws[call.Number % 64] >> n) % 2 == 0)]));
        using var fixture = new ReaderFixture(client);

        var read = fixture.ReadAsync(Messages(count)).GetAwaiter().GetResult();

        read.Select(Value).ShouldBe(Enumerable.Range(1, count).Select(static i => FormattableString.Invariant($"thing{i}")));
        client.Calls.Count.ShouldBeLessThanOrEqualTo(count);
    }, iter: 200);

    [Fact]
    public void Account_AnyAnswer_NamesPlacesOfTheCallInOrder() => Gen.Select(
        Gen.Select(Gen.Int[-1, 6], Gen.Int[-1, 4]).Array[0, 8], Gen.Int[-1, 6].Array[0, 12], Gen.Int[1, 5]).Sample((listed, cited, messages) =>
    {
        var account = ReadAccount.Of(
            new ReadAnswer
            {
                Read = [.. listed.Select(static entry => new ReadMessage { Message = entry.Item1, Items = entry.Item2 })],
                Facts = [.. cited.Select(static number => new ReadFact { Message = number })],
            },
            messages);

        foreach (var places in new[] { account.Missing, account.Short })
        {
            places.ShouldBe(places.Distinct().Order());
            places.ShouldAllBe(place => place >= 0 && place < messages);
        }

        account.Missing.Intersect(account.Short).ShouldBeEmpty();
        account.Short.ShouldAllBe(place => listed.Any(entry => entry.Item1 == place + 1 && entry.Item2 > cited.Count(number => number == place + 1)));
    });

    private static StoredInteraction[] Messages(int count) => [.. Enumerable.Range(1, count).Select(static i => Say(i, FormattableString.Invariant($"I love thing{i}")))];

    private static string? Value(InteractionUnderstanding read) => read.Attributes.SingleOrDefault()?.Value;

    private static object Love(int message, string thing) => new { message, words = "I love " + thing, subject = "Alice", aspect = "preference", value = thing, text = "Alice loves " + thing };

    /// <summary>What a model answers that lists only some messages, and gives items of only some.</summary>
    private static string Loves(ScriptedCall call, int[]? listed, int[]? given = null) => JsonSerializer.Serialize(new
    {
        attributes = call.Read.Messages.Where(message => message.Text.StartsWith("I love ", StringComparison.Ordinal) && (listed is null || listed.Contains(message.N!.Value)) && (given is null || given.Contains(message.N!.Value)))
            .Select(static message => Love(message.N!.Value, message.Text[7..])),
        read = call.Read.Messages.Where(message => listed is null || listed.Contains(message.N!.Value))
            .Select(static message => new { message = message.N, items = message.Text.StartsWith("I love ", StringComparison.Ordinal) ? 1 : 0 }),
    });
}
