namespace Sentinel.Market.Bars;

/// <summary>One valid row of a bar file; the length of its bar is not known yet.</summary>
internal readonly record struct BarRow(long Line, DateTimeOffset OpenTime, decimal Open, decimal High, decimal Low, decimal Close, decimal Volume)
{
    /// <summary>The bar of the row.</summary>
    public Bar ToBar(Symbol symbol, TimeSpan interval) => new()
    {
        Symbol = symbol,
        OpenTime = OpenTime,
        Interval = interval,
        Open = Open,
        High = High,
        Low = Low,
        Close = Close,
        Volume = Volume,
    };

    /// <summary>Checks what a row can be judged by alone.</summary>
    public void Validate()
    {
        Positive(Open, "open");
        Positive(High, "high");
        Positive(Low, "low");
        Positive(Close, "close");
        if (Volume < 0)
        {
            throw new BarFileException(Line, FormattableString.Invariant($"volume is {Volume}: it must be 0 or more"));
        }

        if (High < Low)
        {
            throw new BarFileException(Line, FormattableString.Invariant($"high {High} is below low {Low}"));
        }

        Inside(Open, "open");
        Inside(Close, "close");
    }

    private void Positive(decimal price, string column)
    {
        if (price <= 0)
        {
            throw new BarFileException(Line, FormattableString.Invariant($"{column} is {price}: a price must be above 0"));
        }
    }

    private void Inside(decimal price, string column)
    {
        if (price < Low || price > High)
        {
            throw new BarFileException(Line, FormattableString.Invariant($"{column} {price} is not between low {Low} and high {High}"));
        }
    }
}
