using static Sentinel.Risk.Tests.Support.Situations;

namespace Sentinel.Risk.Tests.State;

public sealed class TradingStateTests
{
    [Fact]
    public void Stop_ByAPerson_NamesWhoWhyAndWhen()
    {
        var state = TradingState.Open.Stop(KillSwitchMode.FullStop, "ada", "venue is odd", Now);

        state.ShouldBe(new TradingState { KillSwitch = KillSwitchMode.FullStop, SetBy = "ada", Reason = "venue is odd", Since = Now });
    }

    [Fact]
    public void Stop_OfAFullStop_IsNotWeakened() =>
        TradingState.Open.Stop(KillSwitchMode.FullStop, "ada", "x", Now).Stop(KillSwitchMode.ReduceOnly, "bob", "y", Now).SetBy.ShouldBe("ada");

    [Fact]
    public void Stop_WithOff_IsRefused() => Should.Throw<ArgumentException>(() => TradingState.Open.Stop(KillSwitchMode.Off, "ada", "x", Now));

    [Fact]
    public void StopAndResume_ByNobody_AreRefused()
    {
        Should.Throw<ArgumentException>(() => TradingState.Open.Stop(KillSwitchMode.FullStop, " ", "x", Now));
        Should.Throw<ArgumentException>(() => TradingState.Open.Resume("", null));
    }

    [Fact]
    public void Observe_WithinTheLimits_ChangesNothing() => TradingState.Open.Observe(Cash(10_000m), Mandate(), Now).ShouldBe(TradingState.Open);

    [Fact]
    public void Observe_TheDaysLimitReached_HaltsToTheNextUtcDay()
    {
        var halted = TradingState.Open.Observe(Cash(9_500m) with { DayStartEquity = 10_000m }, Mandate(), Now);

        halted.DailyHaltUntil.ShouldBe(new DateTimeOffset(2024, 3, 6, 0, 0, 0, TimeSpan.Zero));
        halted.Observe(Cash(9_900m), Mandate(), Now.AddHours(1)).DailyHaltUntil.ShouldNotBeNull();
        halted.Observe(Cash(9_500m), Mandate(), Now.AddHours(12)).DailyHaltUntil.ShouldBeNull();
    }

    [Fact]
    public void Observe_TheDrawdownReached_StopsUntilAPersonResumes()
    {
        var fallen = Cash(7_400m) with { PeakEquity = 10_000m };

        var halted = TradingState.Open.Observe(fallen, Mandate(), Now);

        halted.KillSwitch.ShouldBe(KillSwitchMode.ReduceOnly);
        halted.SetBy.ShouldBe(GateCodes.DrawdownHalt);
        halted.Observe(Cash(9_900m) with { PeakEquity = 10_000m }, Mandate(), Now.AddDays(9)).KillSwitch.ShouldBe(KillSwitchMode.ReduceOnly);
        halted.Resume("ada", fallen).Observe(fallen, Mandate(), Now.AddDays(1)).KillSwitch.ShouldBe(KillSwitchMode.Off);
    }

    [Fact]
    public void Observe_AfterAResume_MeasuresFromTheNewPeak()
    {
        var books = Cash(7_000m) with { PeakEquity = 10_000m };
        var resumed = TradingState.Open.Observe(books, Mandate(), Now).Resume("ada", books);

        var grown = resumed.Observe(books with { Equity = 8_000m }, Mandate(), Now.AddDays(1));

        grown.PeakSinceResume.ShouldBe(8_000m);
        grown.Observe(books with { Equity = 6_001m, DayStartEquity = 6_001m }, Mandate(), Now.AddDays(2)).KillSwitch.ShouldBe(KillSwitchMode.Off);
        grown.Observe(books with { Equity = 6_000m }, Mandate(), Now.AddDays(2)).KillSwitch.ShouldBe(KillSwitchMode.ReduceOnly);
    }

    [Fact]
    public void Observe_UnderAFullStop_LeavesItAsTheyLeftIt()
    {
        var stopped = TradingState.Open.Stop(KillSwitchMode.FullStop, "ada", "x", Now);

        stopped.Observe(Cash(7_000m) with { PeakEquity = 10_000m, DayStartEquity = 7_000m }, Mandate(), Now).ShouldBe(stopped);
    }

    [Fact]
    public void File_WhatWasWritten_ComesBack()
    {
        using var folder = new Folder();
        var state = TradingState.Open.Stop(KillSwitchMode.ReduceOnly, "ada", "x", Now) with { DailyHaltUntil = Now, PeakSinceResume = 1.25m };

        new TradingStateFile(folder.File).Write(state);

        new TradingStateFile(folder.File).Read().ShouldBe(state);
    }

    [Fact]
    public void File_NotThereYet_IsOpen()
    {
        using var folder = new Folder();

        new TradingStateFile(folder.File).Read().ShouldBe(TradingState.Open);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"KillSwitch\":\"Sometimes\"}")]
    [InlineData("{\"KillSwitch\":7}")]
    [InlineData("{\"KillSw")]
    public void File_ThatCannotBeRead_IsAFullStop(string text)
    {
        using var folder = new Folder();
        System.IO.File.WriteAllText(folder.File, text);

        new TradingStateFile(folder.File).Read().KillSwitch.ShouldBe(KillSwitchMode.FullStop);
    }

    private sealed class Folder : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentinel-risk");

        public string File => Path.Combine(_folder.FullName, "state.json");

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
