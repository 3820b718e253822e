using Sentinel.Risk.Tests.Support;
using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.Orders;

public sealed class IntentFaultTests
{
    public static TheoryData<string, TradeIntent> Nonsense => new()
    {
        { "conviction", Long() with { Conviction = double.NaN } },
        { "conviction", Long() with { Conviction = 1.01 } },
        { "conviction", Long() with { Conviction = double.NegativeInfinity } },
        { "expected result", Long() with { ExpectedR = double.PositiveInfinity } },
        { "kind", Long() with { Direction = (IntentDirection)17 } },
        { "kind", Long() with { EntryType = (OrderType)17 } },
        { "symbol", Long() with { Symbol = default } },
        { "horizon", Long() with { Horizon = TimeSpan.Zero } },
        { "price", Long() with { Stop = -1m } },
        { "price", Long() with { Target = decimal.MaxValue } },
        { "wished risk", Long() with { DesiredRisk = 0m } },
        { "wished risk", Long() with { DesiredRisk = 1.5m } },
        { "needs a price", Long() with { EntryType = OrderType.Limit } },
        { "needs a price", Long() with { EntryType = OrderType.Stop } },
        { "losing side", Long(stop: 101m) },
        { "losing side", Long(stop: 99m) with { Direction = IntentDirection.Short } },
        { "winning side", Long() with { Target = 99m } },
        { "invalidate", Long() with { Invalidation = "  " } },
    };

    [Theory]
    [MemberData(nameof(Nonsense))]
    public void Of_Nonsense_IsNamed(string word, TradeIntent intent) => IntentFaults.Of(intent, 100m).ShouldContain(fault => fault.Contains(word, StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Nonsense))]
    public async Task Submit_Nonsense_IsARecordedDenialAndNothingIsPlaced(string word, TradeIntent intent)
    {
        var venue = new Venue();

        var (plan, reply) = await venue.Path().SubmitAsync(intent, Context(), "d-1");

        plan.Outcome.ShouldBe(PlanOutcome.Denied);
        plan.Findings.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            finding => finding.Code.ShouldBe(GateCodes.IntentInvalid),
            finding => finding.IsDenial.ShouldBeTrue(),
            finding => finding.Detail.ShouldContain(word));
        reply.ShouldBeNull();
        venue.Placed.ShouldBeEmpty();
    }

    [Fact]
    public void Of_AWholeIntent_IsNothing() => IntentFaults.Of(Long(), 100m).ShouldBeEmpty();

    [Fact]
    public void Of_Hold_NeedsNoPlan() => IntentFaults.Of(new TradeIntent { Symbol = Btc, Direction = IntentDirection.Hold }, 100m).ShouldBeEmpty();
}
