using System.CommandLine;
using System.Text.Json.Nodes;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;
using Sentinel.Market;
using Sentinel.Memory;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel events</c>: what the detectors find in bars, and how much later than it happened it was known.</summary>
internal static class EventsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("events", "List the market events that detectors find, each with when it happened and when it could be known.");
        var bars = new BarOptions();
        var types = new Option<string[]>("--types") { HelpName = "TYPE", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [], Description = "Only these types, as in jump drawdown." };
        bars.AddTo(command);
        command.Options.Add(types);
        command.Runs(host, globals, (context, cancellationToken) =>
        {
            // The detectors see the bars before --from too: an event depends on its past.
            var tracker = new MarketTracker(bars.Symbol(context));
            var wanted = Names(context.Get(types) ?? []);
            var found = new List<MarketEvent>();
            foreach (var bar in bars.Read(context))
            {
                cancellationToken.ThrowIfCancellationRequested();
                found.AddRange(tracker.Update(bar).Events.Where(happening => wanted.Count is 0 || wanted.Contains(happening.Type)));
            }

            if (context.Json)
            {
                context.Write(JsonFormat.Array(found.Select(ToJson)));
            }
            else
            {
                Write(context, found);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static HashSet<string> Names(IEnumerable<string> types)
    {
        var known = typeof(MarketEventTypes).GetFields().Select(field => (string)field.GetRawConstantValue()!).ToHashSet(StringComparer.Ordinal);
        var wanted = types.SelectMany(text => text.Split(',')).Select(text => text.Trim().ToLowerInvariant()).Where(text => text.Length > 0).ToHashSet(StringComparer.Ordinal);
        return wanted.Except(known, StringComparer.Ordinal).Order(StringComparer.Ordinal).FirstOrDefault() is { } unknown
            ? throw new UsageException($"There is no event type '{unknown}'; there are {string.Join(", ", known.Order(StringComparer.Ordinal))}.")
            : wanted;
    }

    private static JsonNode ToJson(MarketEvent happening) => new JsonObject
    {
        ["id"] = happening.Id,
        ["type"] = happening.Type,
        ["side"] = happening.Side,
        ["eventTime"] = JournalIds.Time(happening.EventTime),
        ["knownAt"] = JournalIds.Time(happening.KnownAt),
        ["severity"] = JsonFormat.Number(happening.Severity),
        ["detector"] = happening.Detector,
    };

    private static void Write(CommandContext context, List<MarketEvent> found)
    {
        var table = Tables.Of(null, "happened", "known", "lag#", "type", "side#", "severity#");
        foreach (var happening in found)
        {
            var lag = happening.KnownAt - happening.EventTime;
            table.Row(Show.Time(happening.EventTime), Show.Time(happening.KnownAt), Lag(lag), happening.Type, Show.Count(happening.Side), Show.Number(happening.Severity, "0.00"));
        }

        context.Out.Write(table);
        context.Note($"{Show.Count(found.Count)} events: {string.Join(", ", found.GroupBy(happening => happening.Type, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => $"{group.Key} {group.Count()}"))}");
    }

    private static string Lag(TimeSpan lag) => lag.TotalDays >= 2 ? Show.Number(lag.TotalDays, "0.#") + " d" : Show.Number(lag.TotalHours, "0.#") + " h";
}
