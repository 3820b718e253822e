using System.CommandLine;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Market;

namespace Sentinel.Cli.Settings;

/// <summary>Options that name bars, and the reading of them.</summary>
internal sealed class BarOptions
{
    /// <summary>The file.</summary>
    public Option<string> File { get; } = new("--bars") { HelpName = "FILE", Required = true, Description = "Bars as CSV, plain or gzip: open_time,open,high,low,close,volume or the usual names of exchanges." };

    /// <summary>What the bars are of.</summary>
    public Option<string> Name { get; } = new("--symbol") { HelpName = "S", Required = true, Description = "What the bars are of, as in BTCUSDT." };

    /// <summary>From when.</summary>
    public Option<DateTimeOffset?> From { get; } = OptionFactory.Instant("--from", "Bars that open at or after this time.");

    /// <summary>Until when.</summary>
    public Option<DateTimeOffset?> To { get; } = OptionFactory.Instant("--to", "Bars that open before this time.");

    /// <summary>Whether times without a zone are UTC.</summary>
    public Option<bool> AssumeUtc { get; } = OptionFactory.Switch("--assume-utc", "Take times without a zone as UTC; without this they are an error.");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[File, Name, From, To, AssumeUtc])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The symbol.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public Symbol Symbol(CommandContext context) => Sentinel.Symbol.TryParse(context.Get(Name), out var symbol)
        ? symbol
        : throw new UsageException("--symbol is no symbol: 1-32 letters, digits or one of - _ / @ . :");

    /// <summary>Reads the bars; the whole file is checked before the first is used, and gaps are told.</summary>
    /// <exception cref="UsageException">There is no such file, or no bar of the time asked for.</exception>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    public IReadOnlyList<Bar> Read(CommandContext context)
    {
        var path = context.Get(File)!;
        if (!System.IO.File.Exists(path))
        {
            throw new UsageException($"There is no file {path}.");
        }

        var options = new BarFileOptions { NaiveTimesAreUtc = context.Get(AssumeUtc) };
        try
        {
            var report = BarFile.Inspect(path, options);
            var (from, to) = (context.Get(From) ?? DateTimeOffset.MinValue, context.Get(To) ?? DateTimeOffset.MaxValue);
            TellGaps(context, [.. report.Gaps.Where(gap => gap.To > from && gap.From < to)]);
            var bars = BarFile.Read(path, Symbol(context), options with { Interval = report.Interval, ValidateFirst = false }).Where(bar => bar.OpenTime >= from && bar.OpenTime < to).ToList();
            return bars.Count > 0 ? bars : throw new UsageException($"No bar of {path} lies between --from and --to: it reaches from {Show.Time(report.First)} to {Show.Time(report.Last)}.");
        }
        catch (BarFileException fault)
        {
            throw new UsageException($"{path}: {fault.Message}", fault);
        }
    }

    private static void TellGaps(CommandContext context, IReadOnlyList<BarGap> gaps)
    {
        if (gaps.Count > 0)
        {
            context.Note($"note: {Show.Count(gaps.Sum(gap => gap.Missing))} bars are missing in {gaps.Count} gaps; the longest begins {Show.Time(gaps.MaxBy(gap => gap.Missing)!.From)}. Nothing is traded in a gap.");
        }
    }
}
