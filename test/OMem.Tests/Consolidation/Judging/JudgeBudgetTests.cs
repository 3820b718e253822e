using System.Globalization;
using CsCheck;
using OMem.Consolidation;
using OMem.Consolidation.Judging;

namespace OMem.Tests.Consolidation.Judging;

/// <summary>What a message may cost to consolidate does not depend on how much in memory resembles it.</summary>
public sealed class JudgeBudgetTests
{
    private static readonly ModelOptions Options = new();

    [Theory]
    [InlineData(8)]
    [InlineData(400)]
    public async Task Prompt_EveryStatementResemblesManyKnownOnes_StaysWithinTheMessagesShare(int known)
    {
        using var judge = JudgeFixture.Always("add");
        var book = await new Chat().Say(Lines("fact: Alice heard loud jazz in town", known)).UnderstandAsync(1, reader: StatementReader.Create());
        var chat = new Chat().Say("nothing").Say(Lines("fact: Alice heard soft jazz in village", 100));
        await judge.JudgeLastAsync(chat, book);

        judge.Client.Calls.Sum(static call => call.Prompt.Length / 4).ShouldBeLessThanOrEqualTo(JudgeLimits.LeastMessages * Options.ConsolidationTokensPerMessage);
        judge.Asked.Sum(static view => view.New.Count).ShouldBeGreaterThan(15);
        judge.Dropped.ShouldBe(100 - judge.Asked.Sum(static view => view.New.Count));
    }

    [Fact]
    public async Task Prompt_TooMuchToAskAbout_AsksAboutTheChangeThatSharesOneWord()
    {
        using var judge = JudgeFixture.Always("add");
        var chat = new Chat().Say("fact: Alice found a bicycle in the attic\n" + Lines("fact: Alice heard loud jazz in town", 80))
            .Say(Lines("fact: Alice heard loud jazz near village", 80) + "\nfact: Alice sold the bicycle to a neighbour on Sunday");
        await judge.RunAsync(chat);

        var asked = judge.Asked.SelectMany(static view => view.New).ToList();
        asked.Count.ShouldBeLessThan(160);
        asked.ShouldContain(static item => item.Text.Contains("sold the bicycle", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Prompt_LargerShare_AsksAboutAll()
    {
        using var judge = new JudgeFixture(
            new Models.ScriptedChatClient(call => JudgeFixture.Answer(JudgeView.Of(call).New.Select(item => JudgeFixture.Decision(item.N, "add", target: null)))),
            static options => options.ConsolidationTokensPerMessage = 1_000);
        var chat = new Chat().Say("fact: Alice heard loud jazz in town").Say(Lines("fact: Alice heard soft jazz in village", 100));
        await judge.RunAsync(chat);

        judge.Asked.Sum(static view => view.New.Count).ShouldBe(100);
        judge.Dropped.ShouldBe(0);
    }

    [Fact]
    public async Task Neighbours_ThatSayNearlyTheSame_AreShownOnce()
    {
        using var judge = JudgeFixture.Always("add");
        var chat = new Chat().SayAll(
            "fact: Alice painted the old garden fence green with Tom | then", "fact: Alice painted the old garden fence white with Tom | then",
            "fact: Alice painted the old garden fence black with Tom | then");
        var book = await chat.UnderstandAsync(1, reader: StatementReader.Create());
        chat.Say("fact: Alice painted a garden fence");
        await judge.JudgeLastAsync(chat, book);

        judge.Asked.ShouldHaveSingleItem().Known.ShouldHaveSingleItem();
    }

    [Fact]
    public void Choose_AnyStatements_FitTheShareAndKeepTheirOrder()
    {
        var statement = Gen.Select(Gen.Int[0, 200], Gen.Double[0.3, 1], Gen.Bool);
        Gen.Select(statement.List[0, 120], Gen.Int[1, 200], Gen.Int[1, 200]).Sample((rows, messages, share) =>
        {
            var cases = rows.ConvertAll(static row => Case(row.Item1, row.Item2, row.Item3));
            var options = new ModelOptions { ConsolidationTokensPerMessage = share };
            var chosen = JudgeBudget.Choose(cases, messages, fixedTokens: 500, options);

            cases.FindAll(chosen.Contains).SequenceEqual(chosen).ShouldBeTrue();
            chosen.Count.ShouldBeGreaterThanOrEqualTo(Math.Min(1, cases.Count));
            var tokens = JudgePlan.Of(chosen, 500, options.PromptTokensPerCall).Sum(static call => 500 + call.Sum(static judged => JudgePlan.Tokens(judged, [])));
            (chosen.Count <= 1 || tokens <= Math.Max(messages, JudgeLimits.LeastMessages) * share).ShouldBeTrue();
            JudgeBudget.Choose(cases, messages, 500, options).SequenceEqual(chosen).ShouldBeTrue();
        });
    }

    private static string Lines(string words, int count) =>
        string.Join('\n', Enumerable.Range(0, count).Select(i => string.Create(CultureInfo.InvariantCulture, $"{words}{i:D3}")));

    private static JudgeCase Case(int length, double similarity, bool isChange)
    {
        var peer = Case(new string('y', length));
        var judged = Case(new string('x', length) + (isChange ? " stopped" : ""));
        judged.Near = [new NearItem(Item: null, peer, similarity)];
        return judged;
    }

    private static JudgeCase Case(string text) => new()
    {
        Candidate = new object(),
        Kind = PersonaItemKind.Fact,
        Subject = "Alice",
        Label = JudgeCase.Event,
        Text = text,
        Key = ValueKey.OfSentence(text, "Alice"),
        Vector = default,
        Tense = Tense.Present,
        Polarity = Polarity.Positive,
        When = null,
        SaidAt = DateTimeOffset.UnixEpoch,
    };
}
