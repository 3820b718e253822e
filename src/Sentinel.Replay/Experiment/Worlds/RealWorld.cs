using System.Security.Cryptography;
using Sentinel.Market;

namespace Sentinel.Replay.Experiment;

/// <summary>Real prices out of files, brought to the bars of the experiment. Each user's window starts a little later than the one before (walk-forward).</summary>
public sealed class RealWorld
{
    private static readonly TimeSpan Shift = TimeSpan.FromDays(7 * 313);
    private readonly IReadOnlyDictionary<Symbol, Bar[]> _bars;

    private RealWorld(IReadOnlyDictionary<Symbol, Bar[]> bars, IReadOnlyList<RealSource> sources) => (_bars, Sources) = (bars, sources);

    /// <summary>What was read.</summary>
    public IReadOnlyList<RealSource> Sources { get; }

    /// <summary>Reads files named <c>SYMBOL_anything</c>, of one bar length that divides <paramref name="hours"/>.</summary>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    /// <exception cref="ExperimentException">A file is not there or names no symbol.</exception>
    public static RealWorld Read(IReadOnlyList<string> paths, int hours)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var bars = new SortedDictionary<Symbol, Bar[]>();
        var sources = new List<RealSource>();
        foreach (var path in paths.Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (!File.Exists(path) || !Symbol.TryParse(name.Split('_', '.')[0], out var symbol))
            {
                throw new ExperimentException($"'{name}' is not there, or its name does not begin with a symbol.");
            }

            bars[symbol] = [.. BarMerge.To(BarFile.Read(path, symbol), TimeSpan.FromHours(hours))];
            sources.Add(new RealSource(name, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))[..16], bars[symbol].Length));
        }

        return new RealWorld(bars, sources);
    }

    /// <summary>A user's market.</summary>
    internal UserMarket Of(ExperimentConfig config, int user, bool anonymised)
    {
        var interval = TimeSpan.FromHours(config.BarHours);
        var first = _bars.Values.Max(series => series[0].OpenTime);
        var last = _bars.Values.Min(series => series[^1].CloseTime);
        var length = interval * (config.HistoryBars + config.Bars);
        if (last - first < length)
        {
            throw new ExperimentException("The files do not reach over history and experiment.");
        }

        // Whole bars only, so that each window starts on the grid.
        var step = (last - first - length) / Math.Max(1, config.Users - 1);
        var begin = first + (interval * Math.Floor(step * user / interval));
        var start = begin + (interval * config.HistoryBars);
        var cut = _bars.SelectMany(pair => pair.Value.Where(bar => bar.OpenTime >= begin && bar.OpenTime < begin + length)).ToArray();
        var shown = anonymised ? Anonymous(cut) : cut;
        return GeneratedWorld.Split(
            shown,
            anonymised ? start - Shift : start,
            [.. shown.GroupBy(bar => bar.Symbol).OrderBy(group => group.Key).Select(group => Instruments.For(group.Key, group.First().Open) with { Spread = Venues.Spread })]);
    }

    /// <summary>Other names in the same order, whole weeks earlier, a tenth of the price and ten times the volume: what bars show of a market is the same.</summary>
    private Bar[] Anonymous(Bar[] bars)
    {
        var names = _bars.Keys.Select((symbol, i) => (symbol, name: Symbol.Parse($"M{i + 1}"))).ToDictionary(pair => pair.symbol, pair => pair.name);
        return [.. bars.Select(bar => bar with
        {
            Symbol = names[bar.Symbol],
            OpenTime = bar.OpenTime - Shift,
            Open = bar.Open / 10m,
            High = bar.High / 10m,
            Low = bar.Low / 10m,
            Close = bar.Close / 10m,
            Volume = bar.Volume * 10m,
        })];
    }
}

/// <summary>A file of real prices.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Hash">The beginning of its SHA-256.</param>
/// <param name="Bars">Bars after merging.</param>
public sealed record RealSource(string Name, string Hash, int Bars);
