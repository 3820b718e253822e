namespace Sentinel.Market.Tests.Bars;

/// <summary>Files as exchanges and vendors write them.</summary>
public sealed class BarFileLayoutTests
{
    private static readonly DateTimeOffset First = new(2024, 1, 31, 13, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("open_time,open,high,low,close,volume\n2024-01-31T13:00:00Z,10,12,9,11,5\n2024-01-31T14:00:00Z,10,12,9,11,5\n")]
    [InlineData("Open time,Open,High,Low,Close,Volume,Close time\n1706706000000,10,12,9,11,5,0\n1706709600000,10,12,9,11,5,0\n")]
    [InlineData("timestamp;low;high;open;close;volume\n1706706000;9;12;10;11;5\n1706709600;9;12;10;11;5\n")]
    [InlineData("Date\tOpen\tHigh\tLow\tClose\tVolume\n2024-01-31 13:00:00+00:00\t10\t12\t9\t11\t5\n2024-01-31 14:00:00+00:00\t10\t12\t9\t11\t5\n")]
    [InlineData("https://vendor.example\nunix,date,symbol,open,high,low,close,Volume BTC,Volume USDT\n1706706000,x,BTC,10,12,9,11,5,1\n1706709600,x,BTC,10,12,9,11,5,1\n")]
    [InlineData("1706706000000,10,12,9,11,5,1706709599999,55,3,1,1,0\n1706709600000,10,12,9,11,5,1706713199999,55,3,1,1,0\n")]
    [InlineData("1706706000000000,10,12,9,11,5\n1706709600000000,10,12,9,11,5\n")]
    [InlineData("unix,open,high,low,close,Volume USDT,Volume SOL\n1706706000,10,12,9,11,55,5\n1706709600,10,12,9,11,55,5\n")]
    [InlineData("t,o,h,l,c,v\n1706706000,10,12,9,11,5\n1706709600,10,12,9,11,5\n")]
    [InlineData("\uFEFFopen_time,open,high,low,close,volume\r\n2024-01-31T13:00:00Z,10,12,9,11,5\r\n\r\n2024-01-31T14:00:00Z,10,12,9,11,5\r\n")]
    [InlineData("\"open_time\",\"open\",\"high\",\"low\",\"close\",\"volume\"\n\"2024-01-31T13:00:00Z\",\"10\",\"12\",\"9\",\"11\",\"5\"\n\"2024-01-31T14:00:00Z\",\"10\",\"12\",\"9\",\"11\",\"5\"\n")]
    public void Parse_AKnownLayout_ReadsTheSameBar(string text)
    {
        var bars = BarFile.Parse(new StringReader(text), Series.Symbol).ToList();

        bars.Count.ShouldBe(2);
        bars[0].OpenTime.ShouldBe(First);
        bars[0].OpenTime.Offset.ShouldBe(TimeSpan.Zero);
        (bars[0].Open, bars[0].High, bars[0].Low, bars[0].Close, bars[0].Volume).ShouldBe((10m, 12m, 9m, 11m, 5m));
        bars[0].Interval.ShouldBe(TimeSpan.FromHours(1));
    }

    [Theory]
    [InlineData("2024-01-31T14:00:00+01:00")]
    [InlineData("2024-01-31T08:00:00-05:00")]
    [InlineData("2024-01-31 18:30:00+0530")]
    [InlineData("2024-01-31 15:00+02")]
    [InlineData("2024-01-31 13:00:00 UTC")]
    [InlineData("2024-01-31T13:00:00.000Z")]
    [InlineData("2024/01/31 13:00:00Z")]
    [InlineData("1706706000")]
    [InlineData("1706706000000")]
    [InlineData("1706706000000000000")]
    public void Parse_AnyZone_IsBroughtToUtc(string time)
    {
        var text = $"open_time,open,high,low,close,volume\n{time},10,12,9,11,5\n";

        BarFile.Parse(new StringReader(text), Series.Symbol, new BarFileOptions { Interval = TimeSpan.FromHours(1) }).Single().OpenTime.ShouldBe(First);
    }

    [Theory]
    [InlineData("2024-01-31 13:00:00")]
    [InlineData("2024-01-31T13:00")]
    public void Parse_NaiveTimesSaidToBeUtc_AreRead(string time)
    {
        var text = $"date,open,high,low,close,volume\n{time},10,12,9,11,5\n";

        BarFile.Parse(new StringReader(text), Series.Symbol, new BarFileOptions { Interval = TimeSpan.FromHours(1), NaiveTimesAreUtc = true })
            .Single().OpenTime.ShouldBe(First);
    }

    [Theory]
    [InlineData("1e2", 100)]
    [InlineData("+100", 100)]
    [InlineData(" 100 ", 100)]
    [InlineData("100.", 100)]
    public void Parse_NumbersOfOtherWriters_AreRead(string number, int expected)
    {
        var text = $"open_time,open,high,low,close,volume\n1706706000,10,12,9,11,{number}\n";

        BarFile.Parse(new StringReader(text), Series.Symbol, new BarFileOptions { Interval = TimeSpan.FromHours(1) })
            .Single().Volume.ShouldBe(expected);
    }

    [Fact]
    public void Parse_InACultureWithDecimalCommas_ReadsTheSame()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.GetCultureInfo("de-DE");
            var text = "open_time,open,high,low,close,volume\n1706706000,10.5,12,9,11,5\n";

            BarFile.Parse(new StringReader(text), Series.Symbol, new BarFileOptions { Interval = TimeSpan.FromHours(1) }).Single().Open.ShouldBe(10.5m);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
