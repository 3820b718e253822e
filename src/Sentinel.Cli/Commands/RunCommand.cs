using System.CommandLine;
using System.Globalization;
using Sentinel.Agents;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Paper;
using Sentinel.Cli.Settings;
using Sentinel.Market;
using Sentinel.Replay;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel run --paper</c>: the same cycle under a live clock, on bars as they come. There is no live trading.</summary>
internal static class RunCommand
{
    private const double MostSpeed = 1_000_000;

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("run", "Trade on paper: the same cycle under a live clock, on bars that are appended to a file, or on generated ones. Stopped and started again it goes on.");
        var paper = new Option<bool>("--paper") { Description = "Trade on paper. Required: there is no other way to trade." };
        var file = OptionFactory.Text("--bars", "FILE", "A CSV file of bars that grows; without it bars are generated.");
        var name = new Option<string>("--symbol") { HelpName = "S", DefaultValueFactory = _ => "SYNUSDT", Description = "What the bars are of." };
        var follow = OptionFactory.Switch("--follow", "Wait for more bars at the end of the file, until Ctrl-C.");
        var speed = OptionFactory.Text("--speed", "N", "How many seconds of the market pass in one of ours: the clock runs from the first bar. Default: 1 for a file, whose clock is the wall's; 36000 for generated bars.");
        var count = OptionFactory.Number("--count", 200, 1, 1_000_000, "How many bars to generate");
        var assumeUtc = OptionFactory.Switch("--assume-utc", "Take times without a zone as UTC.");
        var session = new SessionSettings();
        foreach (var option in (Option[])[paper, file, name, follow, speed, count, assumeUtc])
        {
            command.Options.Add(option);
        }

        session.AddTo(command);
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            if (!context.Get(paper))
            {
                throw new UsageException("Give --paper: Sentinel trades on paper only, live trading is not part of it.");
            }

            globals.Scope(context);
            if (!Symbol.TryParse(context.Get(name), out var symbol))
            {
                throw new UsageException("--symbol is no symbol: 1-32 letters, digits or one of - _ / @ . :");
            }

            var pace = Speed(context.Get(speed), context.Get(file) is null ? 36_000 : 1);
            var (first, bars) = Bars(context.Get(file), symbol, context.Get(count), (int)((context.Get(session.Seed) ?? 1) & int.MaxValue), new BarFileOptions { NaiveTimesAreUtc = context.Get(assumeUtc) }, context.Get(follow), host.Time, cancellationToken);
            using var models = globals.Models(context);
            await using var store = await session.OpenStoreAsync(context, cancellationToken);
            var options = session.Options(context, first);
            options = options with { Store = store, Team = GlobalOptions.Team(models), Venue = options.Venue with { DecisionGrace = Grace(first.Interval, pace) } };
            PacedClock? clock = context.Get(file) is null || context.Get(speed) is not null ? new PacedClock(host.Time, first.OpenTime, pace) : null;
            return await RunAsync(context, options, bars, clock, first, cancellationToken);
        });
        return command;
    }

    private static async Task<int> RunAsync(CommandContext context, SessionOptions options, IAsyncEnumerable<Bar> bars, PacedClock? clock, Bar first, CancellationToken cancellationToken)
    {
        var session = TradingSession.Paper(options, clock ?? context.Host.Time, first.OpenTime);
        await using (session)
        {
            var (decided, taken) = (0, 0);
            try
            {
                await foreach (var bar in bars.WithCancellation(cancellationToken))
                {
                    if (clock is not null && !session.IsDecided(bar))
                    {
                        await clock.UntilAsync(bar.CloseTime, cancellationToken);
                    }

                    // A cycle that has begun is brought to its end: nothing is left half done.
                    if (await session.StepAsync(bar, CancellationToken.None) is { } cycle)
                    {
                        decided++;
                        PaperView.Write(context, cycle);
                    }
                    else
                    {
                        taken++;
                    }
                }
            }
            finally
            {
                context.Note(string.Create(CultureInfo.InvariantCulture, $"{decided} decisions made, {taken} bars of before taken in; equity {Show.Money(session.Portfolio?.Equity ?? options.Venue.InitialCash)}, journal {options.JournalPath} with {session.Journal.Count} entries."));
            }
        }

        return ExitCodes.Done;
    }

    private static (Bar First, IAsyncEnumerable<Bar> Bars) Bars(
        string? path, Symbol symbol, int count, int seed, BarFileOptions options, bool follow, TimeProvider wall, CancellationToken cancellationToken)
    {
        if (path is null)
        {
            var generated = BarGenerator.Generate(new BarGeneratorOptions { Symbol = symbol, Seed = seed, Count = count }).Bars;
            return (generated[0], generated.ToAsyncEnumerable());
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {path}.");
        }

        try
        {
            return (BarFile.Read(path, symbol, options).First(), GrowingFile.ReadAsync(path, symbol, options, follow, wall, cancellationToken));
        }
        catch (BarFileException fault)
        {
            throw new UsageException($"{path}: {fault.Message}", fault);
        }
    }

    private static double Speed(string? text, double fallback) => text is null ? fallback
        : double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var speed) && speed is > 0 and <= MostSpeed ? speed
        : throw new UsageException("--speed must be a number above 0 and at most 1000000.");

    /// <summary>A minute of ours after a bar's close a decision still belongs to that bar; never more than half a bar.</summary>
    private static TimeSpan Grace(TimeSpan interval, double speed)
    {
        var minute = TimeSpan.FromMinutes(1) * speed;
        return minute < interval / 2 ? minute : interval / 2;
    }
}
