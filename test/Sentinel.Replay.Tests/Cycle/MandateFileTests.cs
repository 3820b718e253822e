namespace Sentinel.Replay.Tests.Cycle;

public sealed class MandateFileTests
{
    private static readonly Mandate Default = new() { KnownAt = DateTimeOffset.UnixEpoch };

    [Fact]
    public void Parse_AnEmptyObject_HasTheDefaults() => MandateFile.AreSame(MandateFile.Parse("{}"), Default).ShouldBeTrue();

    [Fact]
    public void Parse_WhatWasWritten_SaysTheSame()
    {
        var mandate = Default with
        {
            AllowedSymbols = [Symbol.Parse("BTCUSDT")], ShortAllowed = true, MaxPosition = 0.3m, MaxDailyLoss = null, MaxTradesPerDay = 4, CashFloor = 0.1m, MaxGross = 0.8m, FirstHour = 6, LastHour = 22,
        };

        MandateFile.AreSame(MandateFile.Parse(MandateFile.Write(mandate)), mandate).ShouldBeTrue();
        MandateFile.AreSame(mandate, Default).ShouldBeFalse();
    }

    [Fact]
    public void Parse_NullForALimit_IsNoLimit() => MandateFile.Parse("""{ "maxDrawdown": null }""").MaxDrawdown.ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{ "maxPosition": "half" }""")]
    [InlineData("""{ "allowedSymbols": ["BTC USDT"] }""")]
    [InlineData("""{ "maxLoss": 0.1 }""")]
    [InlineData("""{ "maxPosition": -0.1 }""")]
    [InlineData("""{ "allowedSymbols": ["BTCUSDT"], "forbiddenSymbols": ["BTCUSDT"] }""")]
    public void Parse_WhatIsNoMandate_IsAFormatFault(string text) => Should.Throw<FormatException>(() => MandateFile.Parse(text));
}
