namespace Sentinel.Memory.Tests.Settlement;

public sealed class AssessmentTests
{
    public static TheoryData<string, string[]> Faulty => new()
    {
        { "complete", [] },
        { "without stop", ["no_stop"] },
        { "without invalidation", ["no_invalidation"] },
        { "denied", ["denied"] },
        { "clamped", ["clamped"] },
        { "larger than ruled", ["size_not_ruled"] },
        { "cites what it did not have", ["uncited"] },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Assess_Decision_IsJudgedByWhatWasKnown(string which, string[] faults)
    {
        var decision = Which(which);

        var good = new Assessor().Assess(decision, Ended(decision, 0.05), heldBrokenThesis: false);
        var bad = new Assessor().Assess(decision, Ended(decision, -0.05), heldBrokenThesis: false);

        good.Faults.ShouldBe(faults);
        bad.Faults.ShouldBe(faults);
        good.GoodDecision.ShouldBe(faults.Length is 0);
        good.Verdict.ShouldBe(faults.Length is 0 ? AssessmentVerdict.Deserved : AssessmentVerdict.GoodLuck);
        bad.Verdict.ShouldBe(faults.Length is 0 ? AssessmentVerdict.BadLuck : AssessmentVerdict.DeservedLoss);
    }

    [Theory]
    [InlineData(IntentDirection.Hold, "thesis_invalidated")]
    [InlineData(IntentDirection.Flat, null)]
    public void Assess_WithABrokenThesis_FaultsHoldingOn(IntentDirection direction, string? fault)
    {
        var decision = Make.Decision(0, direction, positionBefore: 1);

        new Assessor().Assess(decision, Ended(decision, 0), heldBrokenThesis: true).Faults.ShouldBe(fault is null ? [] : [fault]);
    }

    [Fact]
    public void Assess_Surprise_NeedsTwoResultsBefore()
    {
        var assessor = new Assessor();
        var decision = Make.Decision(0, IntentDirection.Long, stop: 95);
        assessor.Assess(decision, Ended(decision, 0.1), false).Surprise.ShouldBeNull();
        assessor.Learn(Ended(decision, 0.05));
        assessor.Assess(decision, Ended(decision, 0.1), false).Surprise.ShouldBeNull();
        assessor.Learn(Ended(decision, -0.05));

        // Results of 1 R and -1 R: their deviation is the root of 2.
        assessor.Assess(decision, Ended(decision, 0.1), false).Surprise!.Value.ShouldBe(2 / Math.Sqrt(2), 1e-12);
    }

    private static Decision Which(string which)
    {
        var decision = Make.Decision(0, IntentDirection.Long, stop: 95);
        return which switch
        {
            "without stop" => decision with { Intent = decision.Intent with { Stop = null } },
            "without invalidation" => decision with { Intent = decision.Intent with { Invalidation = "" } },
            "denied" => decision with { Verdict = GateVerdict.Denied },
            "clamped" => decision with { Verdict = GateVerdict.Clamped },
            "larger than ruled" => decision with { Quantity = 2 },
            "cites what it did not have" => decision with { Intent = decision.Intent with { CitedMemoryIds = ["epi-x"] } },
            _ => decision,
        };
    }

    private static Outcome Ended(Decision decision, double raw) => new()
    {
        Id = Outcome.MakeId(decision.Id, OutcomeHorizon.Exit),
        DecisionId = decision.Id,
        Symbol = decision.Symbol,
        Horizon = OutcomeHorizon.Exit,
        Exposure = 1,
        Raw = raw,
        RMultiple = raw / 0.05,
        HorizonEnd = Make.At(1),
        SettledAt = Make.At(1),
    };
}
