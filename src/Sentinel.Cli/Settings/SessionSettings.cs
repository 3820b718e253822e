using System.CommandLine;
using System.Globalization;
using OMem.Sqlite;
using OMem.Storage;
using Sentinel.Cli.Hosting;
using Sentinel.Exchange.Simulator;
using Sentinel.Memory;
using Sentinel.Persona;
using Sentinel.Replay;

namespace Sentinel.Cli.Settings;

/// <summary>Options of a trading session.</summary>
internal sealed class SessionSettings
{
    private static readonly Dictionary<string, MemoryArm> Arms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["off"] = MemoryArm.None, ["persona"] = MemoryArm.Persona, ["working"] = MemoryArm.Working, ["episodic"] = MemoryArm.Episodic, ["all"] = MemoryArm.All,
    };

    /// <summary>The seed.</summary>
    public Option<long?> Seed { get; } = OptionFactory.OptionalNumber("--seed", "Stands in each decision; the same seed and bars give the same journal.");

    /// <summary>The journal.</summary>
    public Option<string> Journal { get; } = new("--journal") { HelpName = "FILE", Required = true, Description = "The journal: new, or one that the same command left unfinished." };

    /// <summary>Which memories.</summary>
    public Option<string?> Arm { get; } = OptionFactory.Text("--arm", "off|persona|working|episodic|all", "Which memories decisions may read; several with +, as in persona+working. Default: all.");

    /// <summary>None.</summary>
    public Option<bool> NoMemory { get; } = OptionFactory.Switch("--no-memory", "The same as --arm off.");

    /// <summary>The limits.</summary>
    public Option<string?> Mandate { get; } = OptionFactory.Text("--mandate", "FILE", "The trader's limits as JSON, as in { \"maxPosition\": 0.3, \"shortAllowed\": true }; default: the house's.");

    /// <summary>The money.</summary>
    public Option<string?> Cash { get; } = OptionFactory.Text("--cash", "N", "Quote currency at the start, default 10000.");

    /// <summary>The trader's trades.</summary>
    public Option<string?> Trader { get; } = OptionFactory.Text("--trader", "FILE", "The trader's own fills as CSV; each is known from its time on and shapes the persona.");

    /// <summary>The store of episodes.</summary>
    public Option<string?> Memory { get; } = OptionFactory.Text("--memory", "DIR", "Keep the episodes in DIR/memory.omem, where 'omem recall --data DIR --agent sentinel' finds them too; default: for this run alone.");

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[Seed, Journal, Arm, NoMemory, Memory, Mandate, Cash, Trader])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The OMem store of a session's episodes; null where no decision reads episodes.</summary>
    /// <exception cref="UsageException">There is a directory for a memory that nothing reads.</exception>
    public async Task<IMemoryStore?> OpenStoreAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var folder = context.Get(Memory);
        if (!ReadArm(context).HasFlag(MemoryArm.Episodic))
        {
            return folder is null ? null : throw new UsageException("--memory keeps episodes, and this arm reads none.");
        }

        IMemoryStore store = folder is null ? new InMemoryMemoryStore() : new SqliteMemoryStore(new SqliteMemoryStoreOptions { Path = Path.Combine(folder, "memory.omem") });
        await store.OpenAsync(cancellationToken);
        return store;
    }

    /// <summary>The options of a session on these bars.</summary>
    /// <exception cref="UsageException">One of them is not valid.</exception>
    public SessionOptions Options(CommandContext context, Bar first) => new()
    {
        Scope = context.Globals.Scope(context),
        Mandate = ReadMandate(context, first.Symbol),
        Venue = new SimulatorOptions { Instruments = [Instruments.For(first.Symbol, first.Open)], InitialCash = ReadCash(context) },
        Seed = context.Get(Seed) ?? 1,
        Arm = ReadArm(context),
        JournalPath = context.Get(Journal),
        Trader = context.Get(Trader) is { } path ? ReadTrader(path) : null,
    };

    private MemoryArm ReadArm(CommandContext context)
    {
        if (context.Get(NoMemory))
        {
            return context.Get(Arm) is null ? MemoryArm.None : throw new UsageException("--no-memory and --arm cannot both be given.");
        }

        var arm = MemoryArm.None;
        foreach (var name in (context.Get(Arm) ?? "all").Split('+'))
        {
            arm |= Arms.TryGetValue(name.Trim(), out var known) ? known : throw new UsageException($"--arm '{name}' is not known; known are {string.Join(", ", Arms.Keys)}.");
        }

        return arm;
    }

    private Mandate ReadMandate(CommandContext context, Symbol symbol)
    {
        if (context.Get(Mandate) is not { } path)
        {
            return new Mandate { KnownAt = DateTimeOffset.UnixEpoch };
        }

        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {path}.");
        }

        try
        {
            var mandate = MandateFile.Parse(File.ReadAllText(path));
            if (mandate.ForbiddenSymbols.Contains(symbol) || (mandate.AllowedSymbols.Count > 0 && !mandate.AllowedSymbols.Contains(symbol)))
            {
                context.Note($"note: the mandate does not allow {symbol}; every order will be denied.");
            }

            return mandate;
        }
        catch (FormatException fault)
        {
            throw new UsageException($"{path}: {fault.Message}", fault);
        }
    }

    private decimal ReadCash(CommandContext context) => context.Get(Cash) is not { } text ? 10_000m
        : decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var cash) && cash is > 0 and <= 1_000_000_000_000m ? cash
        : throw new UsageException("--cash must be a number above 0 with a point for decimals, as in 2500.50.");

    private static TraderHistory ReadTrader(string path)
    {
        var account = FillFile.Read(path, new ImportOptions()).Accounts;
        return account.Count is 1
            ? new TraderHistory { Fills = account[0].Fills }
            : throw new UsageException($"{path} holds {account.Count} accounts; a session has one trader. Write one account to a file of its own.");
    }
}
