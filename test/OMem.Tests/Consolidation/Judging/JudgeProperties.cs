using System.Globalization;
using System.Text.Json;
using CsCheck;
using OMem.Tests.Models;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>What holds whatever a judge answers.</summary>
public sealed class JudgeProperties
{
    private const int Chats = 100;

    private static readonly string?[] Actions = ["add", "ignore", "update", "end", "UPDATE ", "erase", "", null];

    [Fact]
    public async Task Understand_AnyAnswers_NothingIsLostAndTheLedgerReplays() => await ChatGenerator.Messages.Select(Gen.Int[1, 9], Gen.Int).SampleAsync(
        async (messages, size, seed) =>
        {
            using var judge = new JudgeFixture(new ScriptedChatClient(call => Answer(call, seed)));
            var chat = ChatGenerator.ToChat(messages);
            var book = await chat.UnderstandAsync(size, models: judge.Models);
            LedgerRules.Check(book);
            LedgerReplay.Check(book);
            LedgerReplay.CheckEvidence(book, await chat.ReadAsync());
            return true;
        },
        iter: Chats);

    [Fact]
    public async Task Understand_SameAnswers_SameMemoryAndLedger() => await ChatGenerator.Messages.Select(Gen.Int[1, 9], Gen.Int).SampleAsync(
        async (messages, size, seed) =>
        {
            using var judge = new JudgeFixture(new ScriptedChatClient(call => Answer(call, seed)));
            var chat = ChatGenerator.ToChat(messages);
            var kept = await chat.UnderstandAsync(size, models: judge.Models);
            var reloaded = await chat.UnderstandAsync(size, reload: true, models: judge.Models);
            return kept.Dump() == reloaded.Dump();
        },
        iter: Chats);

    [Fact]
    public async Task Understand_AnyAnswers_ExclusiveAspectHasOneCurrentValue() => await ChatGenerator.Messages.Select(Gen.Int[1, 9], Gen.Int).SampleAsync(
        async (messages, size, seed) =>
        {
            using var judge = new JudgeFixture(new ScriptedChatClient(call => Answer(call, seed)));
            var book = await ChatGenerator.ToChat(messages).UnderstandAsync(size, models: judge.Models);
            return book.Current.Where(item => item is { Exclusive: true, Polarity: Polarity.Positive })
                .GroupBy(item => (item.Subject, item.Aspect)).All(group => group.Count() == 1);
        },
        iter: Chats);

    /// <summary>Any answer, the same for the same prompt: mostly of the right shape, with numbers inside and outside of what was shown.</summary>
    private static string Answer(ScriptedCall call, int seed)
    {
        var random = new Random(seed ^ Hash(call.Prompt));
        if (random.Next(10) == 0)
        {
            return random.Next(2) == 0 ? "no" : "{\"decisions\": [{\"n\": 1, \"action\": [], \"target\": {}}]}";
        }

        var view = JudgeView.Of(call);
        var decisions = view.New.Where(_ => random.Next(8) > 0).Select(item => new
        {
            n = random.Next(8) == 0 ? random.Next(-1, 12) : item.N,
            action = Actions[random.Next(random.Next(4) == 0 ? Actions.Length : 4)],
            target = random.Next(6) == 0 ? random.Next(-1, 12) : item.Near[random.Next(item.Near.Count)],
            reason = random.Next(3) == 0 ? null : random.Next().ToString(CultureInfo.InvariantCulture),
        });
        return JsonSerializer.Serialize(new { decisions = decisions.ToList() });
    }

    private static int Hash(string text)
    {
        var hash = 17;
        foreach (var c in text)
        {
            hash = unchecked((hash * 31) + c);
        }

        return hash;
    }
}
