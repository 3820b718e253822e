using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Plots;
using Sentinel.Cli.Settings;
using Sentinel.Market;
using Sentinel.Persona;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel profile</c>: what a trader's fills reveal, each number with its interval and its evidence.</summary>
internal static class ProfileCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("profile", "Show what a file of fills reveals of its trader: every number with its 95 % interval, or 'insufficient'.");
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "Fills as CSV of a venue (binance, coinbase, bybit, hyperliquid, dexswaps) or with named columns (generic)." };
        var options = new ProfileOptions();
        command.Arguments.Add(file);
        options.AddTo(command);
        command.Runs(host, globals, (context, cancellationToken) =>
        {
            var import = FillFile.Read(context.Get(file)!, options.Import(context));
            foreach (var warning in import.Warnings.Take(10))
            {
                context.Note($"note: {warning}");
            }

            if (import.Quarantined.Count > 0)
            {
                context.Note($"note: {Show.Count(import.Quarantined.Count)} of {Show.Count(import.Rows)} rows were left out; first: line {import.Quarantined[0].Line}, {import.Quarantined[0].Reason}");
            }

            var profiles = new List<(string Account, RevealedProfile Profile)>();
            foreach (var account in import.Accounts)
            {
                cancellationToken.ThrowIfCancellationRequested();
                profiles.Add((account.Account, Reveal(account, options, context)));
            }

            if (context.Json)
            {
                context.Write(JsonFormat.Array(profiles.Select(pair => ProfileView.Json(pair.Account, pair.Profile))));
            }
            else
            {
                profiles.ForEach(pair => ProfileView.Write(context.Out, pair.Account, pair.Profile));
            }

            if (context.Get(options.Plot) is { } picture)
            {
                for (var i = 0; i < profiles.Count; i++)
                {
                    var path = profiles.Count is 1 ? picture : Path.ChangeExtension(picture, $"{(i + 1).ToString(CultureInfo.InvariantCulture)}{Path.GetExtension(picture)}");
                    PersonaRadar.Save(path, profiles[i].Account is { Length: > 0 } name ? name : "trader", profiles[i].Profile);
                    context.Note($"wrote {path}");
                }
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static RevealedProfile Reveal(ImportedAccount account, ProfileOptions options, CommandContext context)
    {
        var persona = new PersonaManager(new PersonaOptions { StartingEquity = options.StartingEquity(context) });
        foreach (var (symbol, path) in options.BarFiles(context))
        {
            try
            {
                persona.ObserveBars(BarFile.Read(path, symbol));
            }
            catch (BarFileException fault)
            {
                throw new UsageException($"{path}: {fault.Message}", fault);
            }
        }

        persona.Observe(account.Fills, account.Adjustments);
        var end = account.Range?.To ?? account.Fills[^1].Timestamp;
        var asOf = new DateTimeOffset(end.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
        persona.Advance(asOf);
        return persona.Revealed(asOf);
    }
}
