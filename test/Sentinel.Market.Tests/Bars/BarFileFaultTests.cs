namespace Sentinel.Market.Tests.Bars;

/// <summary>What is wrong with a file is said with its line, and nothing of the file is used.</summary>
public sealed class BarFileFaultTests
{
    private const string Header = "open_time,open,high,low,close,volume\n";
    private const string Good = "2024-01-01T00:00:00Z,10,12,9,11,5\n2024-01-01T01:00:00Z,10,12,9,11,5\n";

    [Theory]
    [InlineData("2024-01-01T02:00:00Z,0,12,9,11,5", "open is 0: a price must be above 0")]
    [InlineData("2024-01-01T02:00:00Z,10,12,-9,11,5", "low is -9")]
    [InlineData("2024-01-01T02:00:00Z,10,8,9,11,5", "high 8 is below low 9")]
    [InlineData("2024-01-01T02:00:00Z,13,12,9,11,5", "open 13 is not between low 9 and high 12")]
    [InlineData("2024-01-01T02:00:00Z,10,12,9,8,5", "close 8 is not between")]
    [InlineData("2024-01-01T02:00:00Z,10,12,9,11,-1", "volume is -1")]
    [InlineData("2024-01-01T02:00:00Z,\"10,5\",12,9,11,5", "open '10,5' has a comma: write numbers with a decimal point")]
    [InlineData("2024-01-01T02:00:00Z,10,5,12,9,11,5", "7 fields where the header has 6: are numbers written with a decimal comma?")]
    [InlineData("2024-01-01T02:00:00Z,10,12,9", "4 fields where the header has 6: is the row cut off?")]
    [InlineData("2024-01-01T02:00:00Z,NaN,12,9,11,5", "open 'NaN' is not finite")]
    [InlineData("2024-01-01T02:00:00Z,10,Infinity,9,11,5", "high 'Infinity' is not finite")]
    [InlineData("2024-01-01T02:00:00Z,10,1e99,9,11,5", "high '1e99' is out of range")]
    [InlineData("2024-01-01T02:00:00Z,10,12,,11,5", "low is empty")]
    [InlineData("2024-01-01T02:00:00Z,10,12,9,ten,5", "close 'ten' is no number")]
    [InlineData("2024-01-01T02:00:00,10,12,9,11,5", "has no zone: append 'Z'")]
    [InlineData("2024-01-01,10,12,9,11,5", "has no zone: append 'Z'")]
    [InlineData("01/02/2024 02:00,10,12,9,11,5", "is no time: write ISO 8601")]
    [InlineData("2024-13-01T02:00:00Z,10,12,9,11,5", "is no time")]
    [InlineData("2024-01-01T02:00:00+25:00,10,12,9,11,5", "is no time")]
    [InlineData("99999999999999999999,10,12,9,11,5", "is out of range")]
    [InlineData(",10,12,9,11,5", "open_time is empty")]
    [InlineData("2024-01-01T01:00:00Z,10,12,9,11,5", "is the same as in line 3")]
    [InlineData("2024-01-01T02:00:00+01:00,10,12,9,11,5", "is the same as in line 3")]
    [InlineData("2023-12-31T23:00:00Z,10,12,9,11,5", "is before that of line 3 (2024-01-01 01:00:00Z): sort the file, oldest first")]
    [InlineData("2024-01-01T02:30:00Z,10,12,9,11,5", "no multiple of the interval 01:00:00")]
    [InlineData("2024-01-01T01:30:00Z,10,12,9,11,5", "no multiple of the interval 01:00:00")]
    [InlineData("2024-01-01T02:00:00Z,\"10\"x,12,9,11,5", "the quotes")]
    public void Parse_ABadRow_NamesItsLineAndWhatToDo(string row, string expected)
    {
        var text = Header + Good + row + "\n";

        var fault = Should.Throw<BarFileException>(() => Read(text, TimeSpan.FromHours(1)));

        fault.Message.ShouldStartWith("line 4: ");
        fault.Message.ShouldContain(expected);
        fault.Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("", "the file is empty")]
    [InlineData("\n\n", "no header and no rows")]
    [InlineData(Header, "no rows")]
    [InlineData(Header + "2024-01-01T00:00:00Z,10,12,9,11,5\n", "cannot be inferred from one row: give the interval")]
    [InlineData("time,open,high,low,volume\n" + Good, "line 1: the header has no column 'close' (it has: time, open, high, low, volume)")]
    [InlineData("open_time,open,high,low,close,close\n" + Good, "line 1: column 'close' is there twice")]
    [InlineData("open_time,open,high,low,close,volume\n2024-01-01,1,1,1,1,1\n", "line 2: open_time '2024-01-01' has no zone")]
    [InlineData("{ \"error\": \"limit\" }\n", "no header and no rows")]
    [InlineData("{ \"error\": 1, \"text\": 2 }\n", "line 1: the quotes")]
    public void Parse_NoBarFile_SaysWhatIsMissing(string text, string expected) =>
        Should.Throw<BarFileException>(() => Read(text)).Message.ShouldContain(expected);

    [Fact]
    public void Parse_LocalDaysOverAChangeOfClocks_AreRefused()
    {
        // Midnight in Berlin: the day the clocks went forward has 23 hours.
        var text = Header + string.Concat(Enumerable.Range(29, 3).Select(day =>
            $"2024-03-{day}T00:00:00+01:00,10,12,9,11,5\n")) + "2024-04-01T00:00:00+02:00,10,12,9,11,5\n";

        Should.Throw<BarFileException>(() => Read(text)).Message.ShouldContain("line 5: open_time 2024-03-31 22:00:00Z is 23:00:00 after that of line 4");
    }

    [Fact]
    public void Parse_NewestFirst_IsRefused()
    {
        var text = Header + "2024-01-01T01:00:00Z,10,12,9,11,5\n2024-01-01T00:00:00Z,10,12,9,11,5\n";

        Should.Throw<BarFileException>(() => Read(text)).Message.ShouldContain("sort the file, oldest first");
    }

    [Fact]
    public void Parse_ALineCountBehindANoteAndEmptyLines_StaysRight()
    {
        var text = "# exported\n\n" + Header + Good + "\n2024-01-01T02:00:00Z,0,12,9,11,5\n";

        Should.Throw<BarFileException>(() => Read(text, TimeSpan.FromHours(1))).Line.ShouldBe(7);
    }

    [Fact]
    public void Parse_AnIntervalOfZero_IsRefused() =>
        Should.Throw<ArgumentException>(() => Read(Header + Good, TimeSpan.Zero));

    private static List<Bar> Read(string text, TimeSpan? interval = null) =>
        [.. BarFile.Parse(new StringReader(text), Series.Symbol, new BarFileOptions { Interval = interval })];
}
