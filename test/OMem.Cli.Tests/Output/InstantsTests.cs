using OMem.Cli.Output;

namespace OMem.Cli.Tests.Output;

public sealed class InstantsTests
{
    private static readonly DateTimeOffset Day = new(2024, 4, 20, 0, 0, 0, TimeSpan.FromHours(1));

    [Fact]
    public void Minute_AnyOffset_ShowsTheTimeOfThePlace() => Instants.Minute(Day.AddHours(10.75)).ShouldBe("20 Apr 2024 10:45");

    [Fact]
    public void Validity_Ends_AreNamed()
    {
        Instants.Validity(null, null).ShouldBe("–");
        Instants.Validity(Day, null).ShouldBe("since 20 Apr 2024");
        Instants.Validity(null, Day).ShouldBe("until 20 Apr 2024");
        Instants.Validity(Day, Day.AddDays(10)).ShouldBe("20 Apr 2024 – 30 Apr 2024");
        Instants.Validity(Day, null, approximate: true).ShouldBe("about since 20 Apr 2024");
        Instants.Validity(null, null, approximate: true).ShouldBe("–");
    }

    [Fact]
    public void Happened_OneDay_IsOneDay()
    {
        Instants.Happened(Day, Day.AddDays(1)).ShouldBe("20 Apr 2024");
        Instants.Happened(Day, Day.AddDays(7)).ShouldBe("20 Apr 2024 – 26 Apr 2024");
        Instants.Happened(Day, Day.AddDays(1), approximate: true).ShouldBe("about 20 Apr 2024");
        Instants.Happened(null, null).ShouldBe("–");
        Instants.Happened(null, DateTimeOffset.MinValue).ShouldBe("until 1 Jan 0001");
    }
}
