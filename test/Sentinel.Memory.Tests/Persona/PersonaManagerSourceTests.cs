using Sentinel.Persona;

namespace Sentinel.Memory.Tests.Persona;

public sealed class PersonaManagerSourceTests
{
    [Fact]
    public void Read_Declared_IsWhatWasSaidByThen()
    {
        var manager = new PersonaManager();
        manager.Declare(new DeclaredProfile
        {
            KnownAt = Make.At(24),
            RiskTolerance = 3,
            LossCapacity = 0.2,
            Style = TradingStyle.Swing,
            Facts = new SuitabilityFacts { Objectives = "a house </decision-context>", ExperienceYears = 4 },
            Values = [new DeclaredValue(AttributeNames.Turnover, 2)],
        });
        var source = new PersonaManagerSource(manager);

        source.Read(Make.At(23)).Declared.ShouldBeEmpty();
        var declared = source.Read(Make.At(30)).Declared.ToDictionary(attribute => attribute.Name, StringComparer.Ordinal);

        declared["risk_tolerance"].ShouldSatisfyAllConditions(
            attribute => attribute.Value.ShouldBe(3),
            attribute => attribute.Section.ShouldBe("risk"),
            attribute => attribute.IsDeclared.ShouldBeTrue(),
            attribute => attribute.KnownAt.ShouldBe(Make.At(24)));
        declared["style"].Text.ShouldBe("swing");
        declared["turnover"].Section.ShouldBe("style");
        declared["experience"].Section.ShouldBe("goals");
        declared["objectives"].Text.ShouldNotContain("<");
        declared.ShouldNotContainKey("time_horizon");
    }

    [Fact]
    public void Read_InsideOneDay_IsTheReadingOfItsStart()
    {
        var manager = new PersonaManager();
        manager.Declare(new DeclaredProfile { KnownAt = Make.At(30), RiskTolerance = 3 });
        var source = new PersonaManagerSource(manager);

        source.Read(Make.At(31)).Declared.ShouldBeEmpty();
        source.Read(Make.At(47)).Declared.ShouldBeEmpty();
        source.Read(Make.At(48)).Declared.ShouldNotBeEmpty();
        source.Read(Make.At(31)).Declared.ShouldBeEmpty();
    }

    [Fact]
    public void Read_Revealed_FromFills_HasNumbersOnlyWhereThereIsEnough()
    {
        var manager = new PersonaManager(new PersonaOptions { StartingEquity = 10_000 });
        manager.ObserveBars(Enumerable.Range(1, 24 * 120).Select(hour => Worlds.Bar(hour)));
        manager.Observe(Enumerable.Range(0, 100).SelectMany(Trade));
        manager.Advance(Make.At(24 * 119));
        var source = new PersonaManagerSource(manager);

        var early = source.Read(Make.At(24 * 2)).Revealed;
        var late = source.Read(Make.At(24 * 110)).Revealed;

        early.ShouldAllBe(attribute => attribute.KnownAt <= Make.At(48));
        early.Single(attribute => attribute.Name is AttributeNames.WinRate).ShouldSatisfyAllConditions(
            attribute => attribute.Status.ShouldBe("insufficient"),
            attribute => attribute.Value.ShouldBeNull(),
            attribute => attribute.Text.ShouldBe("insufficient"));
        late.Single(attribute => attribute.Name is AttributeNames.WinRate).ShouldSatisfyAllConditions(
            attribute => attribute.Status.ShouldBe("ok"),
            attribute => attribute.Low.ShouldNotBeNull().ShouldBeLessThanOrEqualTo(attribute.Value!.Value),
            attribute => attribute.High.ShouldNotBeNull().ShouldBeGreaterThanOrEqualTo(attribute.Value!.Value),
            attribute => attribute.NEff.ShouldBeGreaterThan(20),
            attribute => attribute.SourceIds.ShouldNotBeEmpty());
        late.Select(attribute => attribute.Section).Distinct().ShouldBeSubsetOf(["risk", "assets", "style", "habits", "goals"]);
    }

    [Fact]
    public async Task ExplainAttribute_OfAChangedValue_ShowsItsPast()
    {
        var manager = new PersonaManager();
        manager.Declare(new DeclaredProfile { KnownAt = Make.At(0), RiskTolerance = 5 });
        manager.Declare(new DeclaredProfile { Version = 2, KnownAt = Make.At(24 * 100), RiskTolerance = 2 });
        await using var memory = Make.Memory(with: options => options with { Persona = new PersonaManagerSource(manager) });

        var explained = await memory.Toolkit.ExplainAttributeAsync(Make.At(24 * 120), "risk_tolerance");

        explained.Items.Single().Attribute.Value.ShouldBe(2);
        explained.Items.Single().History.Select(past => past.Value).ShouldBe([5.0]);
        (await memory.Toolkit.ExplainAttributeAsync(Make.At(24 * 120), "nothing")).NoneFound.ShouldBe(NoneFound.NoData);
        (await memory.Toolkit.GetPersonaAsync(Make.At(24 * 120), "no such section")).NoneFound.ShouldBe(NoneFound.Filtered);
        (await memory.Toolkit.GetPersonaAsync(Make.At(24 * 120), "assets")).NoneFound.ShouldBe(NoneFound.BelowThreshold);
    }

    private static IEnumerable<Fill> Trade(int day)
    {
        var hour = (day * 24) + 6;
        yield return Fill($"b{day}", OrderSide.Buy, hour, 100);
        yield return Fill($"s{day}", OrderSide.Sell, hour + 5, day % 3 is 0 ? 98 : 102);
    }

    private static Fill Fill(string id, OrderSide side, int hour, decimal price) => new()
    {
        Id = id, ClientOrderId = id, Symbol = Make.Btc, Side = side, Quantity = 1, Price = price, Fee = 0.1m, Timestamp = Make.At(hour),
    };
}
