using CsCheck;

namespace OMem.Tests.Consolidation;

/// <summary>What holds for any chat.</summary>
public sealed class ConsolidationProperties
{
    private const int Chats = 150;

    [Fact]
    public async Task Understand_AnyBatchSize_SameMemoryAndLedger() => await ChatGenerator.Messages.Select(Gen.Int[1, 9]).SampleAsync(
        async (messages, size) =>
        {
            var chat = ChatGenerator.ToChat(messages);
            var whole = (await chat.UnderstandAsync(1000)).Dump();
            return (await chat.UnderstandAsync(size)).Dump() == whole && (await chat.UnderstandAsync(1)).Dump() == whole;
        },
        iter: Chats);

    [Fact]
    public async Task Understand_StateMadeAnewBetweenBatches_SameMemoryAndLedger() => await ChatGenerator.Messages.Select(Gen.Int[1, 9]).SampleAsync(
        async (messages, size) =>
        {
            var chat = ChatGenerator.ToChat(messages);
            return (await chat.UnderstandAsync(size, reload: true)).Dump() == (await chat.UnderstandAsync(size)).Dump();
        },
        iter: Chats);

    [Fact]
    public async Task Understand_SameLogTwice_ByteEqual() => await ChatGenerator.Messages.SampleAsync(
        async messages => (await ChatGenerator.ToChat(messages).UnderstandAsync()).Dump() == (await ChatGenerator.ToChat(messages).UnderstandAsync()).Dump(),
        iter: Chats);

    [Fact]
    public async Task Understand_AnyChat_LedgerAndItemsAgree() => await ChatGenerator.Messages.SampleAsync(
        async messages =>
        {
            LedgerRules.Check(await ChatGenerator.ToChat(messages).UnderstandAsync(7));
            return true;
        },
        iter: Chats);

    [Fact]
    public async Task Understand_WithVectors_AnyBatchSizeAndReload_SameMemory() => await ChatGenerator.Messages.Select(Gen.Int[1, 9]).SampleAsync(
        async (messages, size) =>
        {
            var whole = (await Vectored(messages).UnderstandAsync(1000)).Dump();
            return (await Vectored(messages).UnderstandAsync(size, reload: true)).Dump() == whole;
        },
        iter: Chats);

    [Fact]
    public async Task Understand_AnyChat_ExclusiveAspectHasOneCurrentValue() => await ChatGenerator.Messages.SampleAsync(
        async messages =>
        {
            var book = await ChatGenerator.ToChat(messages).UnderstandAsync();
            return book.Current.Where(item => item is { Exclusive: true, Polarity: Polarity.Positive })
                .GroupBy(item => (item.Subject, item.Aspect)).All(group => group.Count() == 1);
        },
        iter: Chats);

    [Fact]
    public async Task Understand_HomesInAnyOrderOfArrival_SameTimeline() => await Gen.Shuffle(new[] { 0, 1, 2, 3, 4 }).SampleAsync(
        async order =>
        {
            string[] homes = ["Oslo", "Bergen", "Porto", "Rome", "Lisbon"];
            var chat = new Chat();
            foreach (var place in order)
            {
                chat.Say($"I live in {homes[place]}.", place * 50);
            }

            var timeline = (await chat.UnderstandAsync()).Attributes.OrderBy(item => item.ValidFrom)
                .Select(item => (item.Value, From: Day(item.ValidFrom), To: Day(item.ValidTo))).ToList();
            timeline.ShouldBe([("Oslo", 0, 50), ("Bergen", 50, 100), ("Porto", 100, 150), ("Rome", 150, 200), ("Lisbon", 200, null)], string.Join(',', order));
            return true;
        },
        iter: 120);

    [Fact]
    public async Task Understand_HomesAgainAndAgain_LatestStatedIsCurrent() => await Gen.Int[0, 300].Array[2, 12].SampleAsync(
        async days =>
        {
            string[] homes = ["Oslo", "Bergen", "Rome"];
            var told = days.Distinct().Select((day, i) => (day, Home: homes[i % homes.Length])).ToList();
            var chat = new Chat();
            told.ForEach(statement => chat.Say($"I live in {statement.Home}.", statement.day));
            var book = await chat.UnderstandAsync();
            LedgerRules.Check(book);
            book.Values("home").ShouldBe([told.MaxBy(statement => statement.day).Home]);
            return true;
        },
        iter: 120);

    private static int? Day(DateTimeOffset? time) => time is { } at ? (at - new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero)).Days : null;

    private static Chat Vectored((string Text, int Day, bool IsBob)[] messages)
    {
        var chat = new Chat(HashVectors.IndexAsync);
        foreach (var (text, day, isBob) in messages)
        {
            chat.Say(text, day, isBob ? "Bob" : "Alice");
        }

        return chat;
    }
}
