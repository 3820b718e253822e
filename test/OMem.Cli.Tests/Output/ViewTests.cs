using OMem.Cli.Doctor;
using OMem.Cli.Output;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Output;

public sealed class ViewTests
{
    [Fact]
    public void Recall_Item_ShowsTextCitationTimeAndReason()
    {
        var drawn = Samples.Draw(console => RecallView.Write(console, Samples.Result(Samples.Item())));

        drawn.ShouldContain("Ines: I drink black tea with lemon now.");
        drawn.ShouldContain("[s04-10] 20 Apr 2024 10:46 · 2 clues: drink, morn");
        drawn.ShouldContain("known 91 % (2 clues together in one turn) · 1 items · 12 tokens");
    }

    [Fact]
    public void Recall_NothingKnown_SaysSoFirst()
    {
        var result = Samples.Result(Samples.Item()) with { Signal = new KnowledgeSignal(0.07, false, "none of the clues occurs") };

        Samples.Draw(console => RecallView.Write(console, result)).ShouldStartWith("Nothing known (7 %: none of the clues occurs)");
    }

    [Fact]
    public void Recall_Attribute_ShowsKindAndValidity()
    {
        var item = Samples.Item("Ines drinks black tea (since 2024-04-20)", kind: RecallItemKind.Attribute) with { ValidFrom = Samples.At };

        var shown = Samples.Draw(console => RecallView.Write(console, Samples.Result(item)));
        shown.ShouldContain("attribute Ines drinks black tea (since 2024-04-20)");
        shown.Split("since").Length.ShouldBe(2, "the interval is said once");
    }

    [Fact]
    public void Recall_Timings_OnlyWhenGiven()
    {
        Samples.Draw(console => RecallView.Write(console, Samples.Result(), TimeSpan.FromMilliseconds(1.26))).ShouldContain("1.3 ms");
        Samples.Draw(console => RecallView.Write(console, Samples.Result())).ShouldNotContain(" ms");
    }

    [Fact]
    public void EveryView_HostileText_IsShownAndCannotSteer()
    {
        var hostile = Samples.Hostile;
        var item = Samples.Item(hostile, hostile) with { Why = hostile };
        var trace = new RecallTrace(
            [new TraceCandidate(RecallItemKind.Interaction, hostile, 1, [new FeatureContribution(hostile, hostile, 1, -1)], TraceDecision.Kept, hostile)],
            1, [new ChannelTrace(hostile, 1, hostile)]);
        var result = Samples.Result(item) with
        {
            Trace = trace,
            Analysis = new QueryAnalysis([new Clue(hostile, 1, 1)], [hostile], [new TimeMention(hostile, 0, 1, new TimeRange(null, null))], AnswerKind.Time, true, hostile),
        };
        var attribute = Samples.Attribute(hostile, hostile) with { Aspect = hostile };
        var entry = new LedgerEntry
        {
            RecordedAt = Samples.At, Actor = hostile, Operation = LedgerOperation.Update, ItemId = hostile, ItemKind = hostile,
            Before = hostile, After = hostile + "!", Reason = hostile, Evidence = [new Evidence(1, hostile, 0, 0)],
        };
        var topic = new Topic { Id = hostile, Label = hostile, Aliases = [hostile], Interactions = [1], FirstAt = Samples.At, LastAt = Samples.At };

        var drawn = Samples.Draw(console =>
        {
            RecallView.Write(console, result);
            TraceView.Write(console, result);
            PersonaView.Write(console, new PersonaCard([attribute], [], []));
            HistoryView.Write(console, [entry]);
            TopicsView.Write(console, [topic]);
            EpisodesView.Write(console, [new Episode(hostile, 1, [1])]);
            DoctorView.Write(console, [new DoctorCheck(hostile, CheckState.Fail, hostile, hostile)]);
        });

        drawn.ShouldContain("a[red]b␛]0;");
        drawn.Where(c => c != '\n').Any(char.IsControl).ShouldBeFalse();
        drawn.ShouldNotContain('\u202E');
    }

    [Fact]
    public void Persona_Card_ShowsValidityConfidenceAndEvidence()
    {
        var card = new PersonaCard([Samples.Attribute()], [Samples.Attribute("Ines moved to Bristol") with { Kind = PersonaItemKind.Fact, Aspect = null, ValidTo = Samples.At.AddDays(1) }], []);

        var drawn = Samples.Draw(console => PersonaView.Write(console, card));

        drawn.ShouldContain("habit");
        drawn.ShouldContain("since 20 Apr 2024");
        drawn.ShouldContain("80 %");
        drawn.ShouldContain("s04-10 +1");
        drawn.ShouldContain("Ines moved to Bristol");
    }

    [Fact]
    public void Persona_Limits_SayHowMuchIsLeft()
    {
        var card = new PersonaCard([.. Enumerable.Range(0, 5).Select(i => Samples.Attribute($"thing {i}"))], [], []);

        var drawn = Samples.Draw(console => PersonaView.Write(console, card, attributes: 2, facts: 2));

        drawn.ShouldContain("thing 1");
        drawn.ShouldNotContain("thing 2");
        drawn.ShouldContain("and 3 more attributes, 0 more facts");
    }

    [Fact]
    public void Lists_Empty_SaySo()
    {
        Samples.Draw(console => PersonaView.Write(console, new PersonaCard([], [], []))).ShouldContain("Nothing is known about anybody yet.");
        Samples.Draw(console => TopicsView.Write(console, [])).ShouldContain("No topics yet.");
        Samples.Draw(console => EpisodesView.Write(console, [])).ShouldContain("No clue of it occurs.");
        Samples.Draw(console => HistoryView.Write(console, [])).ShouldContain("No change recorded.");
    }

    [Fact]
    public void History_Kinds_ShowBeforeAndAfter()
    {
        var entry = new LedgerEntry
        {
            Sequence = 7, RecordedAt = Samples.At, Actor = "local@1", Operation = LedgerOperation.Update, ItemId = "b", ItemKind = "attribute",
            Before = "Ines lives in Leeds", After = "Ines lives in Bristol", Reason = "one home at a time",
        };

        var drawn = Samples.Draw(console => HistoryView.Write(console, [entry, entry with { Operation = LedgerOperation.End, After = null }]));

        drawn.ShouldContain("update attribute");
        drawn.ShouldContain("Ines lives in Leeds → Ines lives in Bristol");
        drawn.ShouldContain("end attribute");
    }

    [Theory]
    [InlineData(999, "999 bytes")]
    [InlineData(1_400, "1.4 kB")]
    [InlineData(2_000_000, "2 MB")]
    [InlineData(3_250_000_000, "3.3 GB")]
    public void Bytes_Sizes_AreRounded(long bytes, string expected) => PairTable.Bytes(bytes).ShouldBe(expected);
}
