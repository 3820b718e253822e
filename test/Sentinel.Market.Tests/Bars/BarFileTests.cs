using System.IO.Compression;
using System.Text;

namespace Sentinel.Market.Tests.Bars;

public sealed class BarFileTests : IDisposable
{
    private const string Plain = "open_time,open,high,low,close,volume\n2024-01-01T00:00:00Z,1,3,0.5,2,10\n2024-01-01T01:00:00Z,2,4,1.5,3,0\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("sentinel-bars").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_APlainFile_YieldsItsBars()
    {
        var bars = BarFile.Read(File("a.csv", Plain), Series.Symbol).ToList();

        bars.Count.ShouldBe(2);
        bars[0].ShouldBe(new Bar
        {
            Symbol = Series.Symbol,
            OpenTime = new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
            Interval = TimeSpan.FromHours(1),
            Open = 1,
            High = 3,
            Low = 0.5m,
            Close = 2,
            Volume = 10,
        });
        bars[1].CloseTime.ShouldBe(new DateTimeOffset(2024, 1, 1, 2, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("a.csv.gz")]
    [InlineData("named-wrongly.csv")]
    public void Read_AGzipFileWhateverItsName_YieldsItsBars(string name) =>
        BarFile.Read(Gzip(name, Encoding.UTF8.GetBytes(Plain)), Series.Symbol).Count().ShouldBe(2);

    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.001)]
    [InlineData(0.5)]
    [InlineData(0.9999)]
    public void Read_ACutGzipFile_IsAnErrorAndNoBar(double part)
    {
        var text = "open_time,open,high,low,close,volume\n" + string.Concat(Enumerable.Range(0, 2000).Select(hour =>
            FormattableString.Invariant($"{Series.Start.AddHours(hour):yyyy-MM-dd'T'HH:mm:ss'Z'},{100 + (hour % 7)},200,50,{100 + (hour % 11)},{hour}\n")));
        var path = Gzip("cut.csv.gz", Encoding.UTF8.GetBytes(text));
        var bytes = System.IO.File.ReadAllBytes(path);
        System.IO.File.WriteAllBytes(path, bytes[..Math.Max(2, (int)(bytes.Length * part))]);

        Should.Throw<BarFileException>(() => BarFile.Read(path, Series.Symbol).First()).Message.ShouldContain("damaged or cut off");
    }

    [Fact]
    public void Read_AFaultInTheLastLine_IsThrownBeforeTheFirstBar()
    {
        var path = File("bad.csv", Plain + "2024-01-01T02:00:00Z,2,4,1.5,-3,0\n");

        Should.Throw<BarFileException>(() => BarFile.Read(path, Series.Symbol).First()).Line.ShouldBe(4);
    }

    [Fact]
    public void Read_WithoutValidatingFirst_YieldsTheBarsBeforeTheFault()
    {
        var path = File("bad.csv", Plain + "2024-01-01T02:00:00Z,2,4,1.5,-3,0\n");
        var options = new BarFileOptions { ValidateFirst = false, Interval = TimeSpan.FromHours(1) };
        var seen = new List<Bar>();

        Should.Throw<BarFileException>(() =>
        {
            foreach (var bar in BarFile.Read(path, Series.Symbol, options))
            {
                seen.Add(bar);
            }
        });

        seen.Count.ShouldBe(2);
    }

    [Fact]
    public void Parse_AnEndlessText_YieldsBarsWithoutReadingItAll()
    {
        using var endless = new EndlessReader();

        BarFile.Parse(endless, Series.Symbol).Take(5000).Count().ShouldBe(5000);

        endless.Lines.ShouldBeLessThan(20_000);
    }

    [Fact]
    public void Read_AZipArchive_SaysWhatToDo()
    {
        var path = Path.Combine(_folder, "bars.zip");
        using (var zip = ZipFile.Open(path, ZipArchiveMode.Create))
        {
            using var entry = new StreamWriter(zip.CreateEntry("bars.csv").Open());
            entry.Write(Plain);
        }

        Should.Throw<BarFileException>(() => BarFile.Inspect(path)).Message.ShouldContain("zip archive: unpack it first");
        Should.NotThrow(() => System.IO.File.Delete(path));
    }

    [Fact]
    public void Read_AFileThatIsNoText_EndsAtTheFirstEndlessLine() =>
        Should.Throw<BarFileException>(() => BarFile.Inspect(File("noise.bin", new string('x', 200_000)))).Message.ShouldContain("no CSV of bars");

    [Fact]
    public void Read_Utf16_IsReadByItsMark()
    {
        var path = Path.Combine(_folder, "utf16.csv");
        System.IO.File.WriteAllText(path, Plain, Encoding.Unicode);

        BarFile.Read(path, Series.Symbol).Count().ShouldBe(2);
    }

    [Fact]
    public void Read_AMissingFile_SaysSo() =>
        Should.Throw<FileNotFoundException>(() => BarFile.Read(Path.Combine(_folder, "none.csv"), Series.Symbol).ToList());

    [Fact]
    public void Write_ThenRead_GivesTheSameBars()
    {
        var bars = Series.Generated(seed: 3, count: 500);
        using var text = new StringWriter();

        BarFile.Write(text, bars);

        BarFile.Parse(new StringReader(text.ToString()), Series.Symbol).ShouldBe(bars);
    }

    private string File(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    private string Gzip(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        using var gzip = new GZipStream(System.IO.File.Create(path), CompressionLevel.Optimal);
        gzip.Write(content);
        return path;
    }

    /// <summary>Hourly bars for ever.</summary>
    private sealed class EndlessReader : TextReader
    {
        private string _line = "open_time,open,high,low,close,volume\n";
        private int _at;

        public int Lines { get; private set; }

        public override int Peek() => _line[_at];

        public override int Read()
        {
            var c = _line[_at++];
            if (_at == _line.Length)
            {
                _line = FormattableString.Invariant($"{Series.Start.AddHours(Lines++):yyyy-MM-dd'T'HH:mm:ss'Z'},1,1,1,1,1\n");
                _at = 0;
            }

            return c;
        }
    }
}
