using System.Globalization;
using System.Text;
using Sentinel.Market.Bars;

namespace Sentinel.Market;

/// <summary>Bars in CSV files, plain or gzip: columns <c>open_time,open,high,low,close,volume</c> or the usual names of exchanges for them.</summary>
public static class BarFile
{
    /// <summary>
    /// The bars of a file, oldest first, read as they are asked for, in constant memory. By default the whole file is validated before the
    /// first bar is handed out, so that a bad file changes nothing.
    /// </summary>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    public static IEnumerable<Bar> Read(string path, Symbol symbol, BarFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return ReadCore(path, symbol, Checked(options));
    }

    /// <summary>Validates a whole file and says what it holds and which bars are missing.</summary>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    public static BarFileReport Inspect(string path, BarFileOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var reader = Open(path);
        return Inspect(reader, options);
    }

    /// <summary>Validates a whole text and says what it holds and which bars are missing.</summary>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    public static BarFileReport Inspect(TextReader reader, BarFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var settings = Checked(options);
        var gaps = new List<BarGap>();
        var sequence = new BarSequence(settings.Interval, gaps.Add);
        var count = 0L;
        BarRow first = default, last = default;
        foreach (var row in sequence.Check(BarRowReader.Read(reader, settings.NaiveTimesAreUtc)))
        {
            first = count == 0 ? row : first;
            last = row;
            count++;
        }

        return count == 0
            ? throw new BarFileException("the file has no rows")
            : new BarFileReport { Count = count, Interval = sequence.Interval, First = first.OpenTime, Last = last.OpenTime, Gaps = gaps };
    }

    /// <summary>The bars of a text, one pass: a fault in line n is thrown after the bars before it were handed out.</summary>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    public static IEnumerable<Bar> Parse(TextReader reader, Symbol symbol, BarFileOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ParseCore(reader, symbol, Checked(options));
    }

    /// <summary>Writes bars as CSV that <see cref="Read"/> reads back to the same bars.</summary>
    public static void Write(TextWriter writer, IEnumerable<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(bars);
        writer.Write("open_time,open,high,low,close,volume\n");
        foreach (var bar in bars)
        {
            writer.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{bar.OpenTime.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'},{bar.Open},{bar.High},{bar.Low},{bar.Close},{bar.Volume}\n"));
        }
    }

    private static IEnumerable<Bar> ReadCore(string path, Symbol symbol, BarFileOptions options)
    {
        if (options.ValidateFirst)
        {
            options = options with { Interval = Inspect(path, options).Interval };
        }

        using var reader = Open(path);
        foreach (var bar in ParseCore(reader, symbol, options))
        {
            yield return bar;
        }
    }

    private static IEnumerable<Bar> ParseCore(TextReader reader, Symbol symbol, BarFileOptions options)
    {
        var sequence = new BarSequence(options.Interval);
        foreach (var row in sequence.Check(BarRowReader.Read(reader, options.NaiveTimesAreUtc)))
        {
            yield return row.ToBar(symbol, sequence.Interval);
        }
    }

    private static BarFileOptions Checked(BarFileOptions? options) => options?.Interval is { } interval && interval <= TimeSpan.Zero
        ? throw new ArgumentException("the interval must be above 0", nameof(options))
        : options ?? new BarFileOptions();

    // The first two bytes tell what a file is, whatever it is called.
    private static StreamReader Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        try
        {
            var start = (stream.ReadByte(), stream.ReadByte());
            stream.Position = 0;
            return start switch
            {
                (0x1F, 0x8B) => new StreamReader(new WholeGzipStream(stream), Encoding.UTF8),
                ('P', 'K') => throw new BarFileException("this is a zip archive: unpack it first, or compress the CSV with gzip"),
                _ => new StreamReader(stream, Encoding.UTF8),
            };
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }
}
