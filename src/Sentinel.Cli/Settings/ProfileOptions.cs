using System.CommandLine;
using System.Globalization;
using Sentinel.Cli.Hosting;
using Sentinel.Persona;

namespace Sentinel.Cli.Settings;

/// <summary>How fills are read and marked.</summary>
internal sealed class ProfileOptions
{
    /// <summary>The layout.</summary>
    public Option<string?> Format { get; } = OptionFactory.Text("--format", "NAME", "The layout: generic, binance, coinbase, bybit, hyperliquid, dexswaps; default: found out from the header.");

    /// <summary>Which columns of a table hold what.</summary>
    public Option<string?> Columns { get; } = OptionFactory.Text(
        "--columns", "NAMES", "Which column holds what, for a table with names of its own: time=Date,symbol=Pair,side=Type,price=Rate,quantity=Size and, where there are, fee=, id=, order=, account=.");

    /// <summary>One account.</summary>
    public Option<string?> Account { get; } = OptionFactory.Text("--account", "NAME", "Only this account of the file.");

    /// <summary>The offset of times without one.</summary>
    public Option<bool> AssumeUtc { get; } = OptionFactory.Switch("--assume-utc", "Take times without a zone as UTC; without this they are an error.");

    /// <summary>Bars for marks.</summary>
    public Option<string[]> Bars { get; } = new("--bars") { HelpName = "S=FILE", DefaultValueFactory = _ => [], Description = "Bars of an asset, as in BTC=btc.csv: with them open positions are marked and entries compared with the market. May be repeated." };

    /// <summary>Equity at the start.</summary>
    public Option<string?> Equity { get; } = OptionFactory.Text("--equity", "N", "Equity before the first fill; without it what is measured against equity is left out.");

    /// <summary>Where to draw.</summary>
    public Option<string?> Plot { get; } = OptionFactory.Text("--plot", "FILE", "Draw the profile as a radar with intervals, as PNG.");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Format, Columns, Account, AssumeUtc, Bars, Equity, Plot])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>How the file is read.</summary>
    /// <exception cref="UsageException">The layout is not known.</exception>
    public ImportOptions Import(CommandContext context)
    {
        FillLayout? layout = context.Get(Format) is not { } name ? null
            : Enum.TryParse<FillLayout>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) && Enum.IsDefined(known) && !char.IsDigit(name[0]) ? known
            : throw new UsageException($"--format '{name}' is not known; known are {string.Join(", ", Enum.GetNames<FillLayout>().Select(one => one.ToLowerInvariant()))}.");
        var columns = context.Get(Columns) is { } names ? ColumnNames.Read(names) : null;
        return new ImportOptions { Layout = columns is null ? layout : layout ?? FillLayout.Generic, Columns = columns, Account = context.Get(Account), AssumeOffset = context.Get(AssumeUtc) ? TimeSpan.Zero : null };
    }

    /// <summary>Equity before the first fill.</summary>
    /// <exception cref="UsageException">It is no number above 0.</exception>
    public decimal? StartingEquity(CommandContext context) => context.Get(Equity) is not { } text ? null
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var equity) && equity > 0 ? equity
        : throw new UsageException("--equity must be a number above 0 with a point for decimals.");

    /// <summary>Files of bars by symbol.</summary>
    /// <exception cref="UsageException">One is not written as S=FILE, or is not there.</exception>
    public IEnumerable<(Symbol Symbol, string Path)> BarFiles(CommandContext context)
    {
        foreach (var word in context.Get(Bars) ?? [])
        {
            var at = word.IndexOf('=', StringComparison.Ordinal);
            if (at < 1 || !Symbol.TryParse(word[..at], out var symbol))
            {
                throw new UsageException($"--bars '{word}' must be SYMBOL=FILE.");
            }

            var path = word[(at + 1)..];
            yield return File.Exists(path) ? (symbol, path) : throw new UsageException($"There is no file {path}.");
        }
    }
}
