using static Sentinel.Persona.Tests.Trades;

namespace Sentinel.Persona.Tests.Declared;

public sealed class MandateValidatorTests
{
    private static readonly Mandate Good = new() { KnownAt = Day0 };

    [Fact]
    public void Faults_Defaults_AreNone() => MandateValidator.Faults(Good).ShouldBeEmpty();

    [Fact]
    public void Validate_Everything_ListsEveryFaultAtOnce()
    {
        var mandate = Good with
        {
            Version = 0,
            AllowedSymbols = [Btc, Eth, Btc],
            ForbiddenSymbols = [Eth],
            MaxPosition = 2,
            MaxGross = 1.5m,
            MaxLeverage = 1,
            MaxRiskPerTrade = 0.1m,
            MaxDailyLoss = 0.05m,
            MaxDrawdown = -0.2m,
            MaxTradesPerDay = -1,
            CashFloor = 1,
            FirstHour = 9,
        };

        var message = Should.Throw<ArgumentException>(() => MandateValidator.Validate(mandate)).Message;

        foreach (var part in new[]
                 {
                     "Version must be 1 or more (was 0)", "ETHUSDT is both allowed and forbidden", "AllowedSymbols names BTCUSDT twice", "MaxPosition (2) is above MaxGross (1.5)",
                     "MaxGross (1.5) is above MaxLeverage (1)", "MaxRiskPerTrade (0.1) is above MaxDailyLoss (0.05)", "MaxDrawdown must be above 0", "MaxTradesPerDay must be 0 or more (was -1)",
                     "CashFloor must be at least 0 and below 1 (was 1)", "FirstHour and LastHour go together",
                 })
        {
            message.ShouldContain(part);
        }
    }

    [Theory]
    [InlineData(-1, 5, "FirstHour must be 0-23 (was -1)")]
    [InlineData(5, 24, "LastHour must be 0-23 (was 24)")]
    public void Faults_HoursOffTheClock_AreNamed(int first, int last, string expected) =>
        MandateValidator.Faults(Good with { FirstHour = first, LastHour = last }).ShouldBe([expected]);

    [Fact]
    public void Faults_HoursAroundMidnight_AreNone() => MandateValidator.Faults(Good with { FirstHour = 22, LastHour = 3 }).ShouldBeEmpty();

    [Fact]
    public void Faults_PercentGivenAsNumber_SaysWhatAShareIs() =>
        MandateValidator.Faults(Good with { MaxRiskPerTrade = 2, MaxDailyLoss = null }).Single().ShouldContain("0.02 is 2 %");

    [Fact]
    public void Faults_GrossAndCashFloorBeyondTheWhole_AreNamed() =>
        MandateValidator.Faults(Good with { MaxGross = 0.9m, MaxPosition = 0.5m, CashFloor = 0.2m }).Single().ShouldContain("more than the whole equity");

    [Fact]
    public void SetMandate_ContradictsItself_LeavesTheOldOneInForce()
    {
        var manager = new PersonaManager();
        manager.SetMandate(Good);

        Should.Throw<ArgumentException>(() => manager.SetMandate(Good with { Version = 2, MaxPosition = -1 }));

        manager.Mandate(At(10)).ShouldBe(Good);
    }

    [Fact]
    public void Mandate_Versions_HoldFromTheirTime()
    {
        var manager = new PersonaManager();
        manager.SetMandate(Good);
        manager.SetMandate(Good with { Version = 2, KnownAt = At(5), MaxDailyLoss = 0.03m });

        manager.Mandate(At(-1)).ShouldBeNull();
        manager.Mandate(At(4.9))!.Version.ShouldBe(1);
        manager.Mandate(At(5))!.Version.ShouldBe(2);
    }

    [Fact]
    public void SetMandate_OlderThanTheOneInForce_IsRefused()
    {
        var manager = new PersonaManager();
        manager.SetMandate(Good with { KnownAt = At(5) });

        Should.Throw<ArgumentException>(() => manager.SetMandate(Good)).Message.ShouldContain("Version must be above 1");
    }

    [Fact]
    public void Declare_OutOfRange_ListsEveryFault()
    {
        var profile = new DeclaredProfile
        {
            KnownAt = Day0,
            RiskTolerance = 8,
            LossCapacity = 1.5,
            Facts = new SuitabilityFacts { Age = -1 },
            Values = [new DeclaredValue(AttributeNames.WinRate, double.NaN)],
        };

        var message = Should.Throw<ArgumentException>(() => new PersonaManager().Declare(profile)).Message;

        message.ShouldContain("RiskTolerance must be 1-7 (was 8)");
        message.ShouldContain("LossCapacity must be 0-1 (was 1.5)");
        message.ShouldContain("Facts.Age");
        message.ShouldContain("'win_rate' is no number");
    }
}
