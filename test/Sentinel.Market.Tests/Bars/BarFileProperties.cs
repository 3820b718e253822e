using CsCheck;

namespace Sentinel.Market.Tests.Bars;

public sealed class BarFileProperties
{
    private const string Alphabet = "0123456789.,;-+eZT: \"\n\tx\u0000\uFFFD";

    [Fact]
    public void Parse_ATextDamagedAnywhere_IsReadOrRefusedButNeverFails()
    {
        using var writer = new StringWriter();
        BarFile.Write(writer, Series.Generated(seed: 1, count: 30));
        var whole = writer.ToString();
        var damage = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Int[0, Alphabet.Length - 1], Gen.Int[0, 3]).Array[1, 3];

        damage.Sample(strokes =>
        {
            var text = whole;
            foreach (var (position, letter, kind) in strokes)
            {
                var at = Math.Min(position, text.Length - 1);
                text = kind switch
                {
                    0 => text.Remove(at, 1),
                    1 => text.Insert(at, Alphabet[letter].ToString()),
                    2 => text[..at],
                    _ => string.Concat(text.AsSpan(0, at), Alphabet[letter].ToString(), text.AsSpan(at + 1)),
                };
                if (text.Length == 0)
                {
                    break;
                }
            }

            try
            {
                var last = DateTimeOffset.MinValue;
                foreach (var bar in BarFile.Parse(new StringReader(text), Series.Symbol))
                {
                    (bar.Low > 0 && bar.High >= bar.Open && bar.High >= bar.Close && bar.Low <= bar.Open && bar.Low <= bar.Close && bar.Volume >= 0).ShouldBeTrue();
                    bar.OpenTime.ShouldBeGreaterThan(last);
                    last = bar.OpenTime;
                }
            }
            catch (BarFileException fault)
            {
                fault.Message.ShouldNotBeNullOrWhiteSpace();
            }
        });
    }

    [Fact]
    public void Write_AnyPrices_AreReadBackToTheLastDigit()
    {
        var price = Gen.Decimal[0.00000001m, 1_000_000m].Select(value => decimal.Round(value, 10) + 0.0000000001m);
        Gen.Select(price, price, price, price).Array[2, 20].Sample(rows =>
        {
            var bars = rows.Select((row, i) => new Bar
            {
                Symbol = Series.Symbol,
                OpenTime = Series.Start.AddMinutes(i),
                Interval = TimeSpan.FromMinutes(1),
                Open = row.Item1,
                Close = row.Item2,
                High = Math.Max(row.Item1, row.Item2) + row.Item3,
                Low = Math.Min(row.Item1, row.Item2),
                Volume = row.Item4,
            }).ToList();
            using var writer = new StringWriter();
            BarFile.Write(writer, bars);

            BarFile.Parse(new StringReader(writer.ToString()), Series.Symbol).ShouldBe(bars);
        });
    }
}
