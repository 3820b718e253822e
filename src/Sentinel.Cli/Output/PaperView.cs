using System.Globalization;
using System.Text.Json.Nodes;
using Sentinel.Cli.Hosting;
using Sentinel.Memory;
using Sentinel.Replay;

namespace Sentinel.Cli.Output;

/// <summary>Tells of a cycle of paper trading in one line.</summary>
internal static class PaperView
{
    /// <summary>Writes the line: text, or JSON.</summary>
    public static void Write(CommandContext context, CycleResult cycle)
    {
        var decision = cycle.Decision;
        if (context.Json)
        {
            context.Host.Out.Write(new JsonObject
            {
                ["asOf"] = JournalIds.Time(cycle.AsOf),
                ["decision"] = decision.Id,
                ["direction"] = decision.Intent.Direction.ToString().ToLowerInvariant(),
                ["verdict"] = decision.Verdict?.ToString().ToLowerInvariant(),
                ["quantity"] = decision.Quantity,
                ["fills"] = cycle.Fills.Count,
                ["equity"] = cycle.Portfolio.Equity,
            }.ToJsonString() + "\n");
        }
        else
        {
            var events = cycle.Events.Count > 0 ? $" [{string.Join(", ", cycle.Events.Select(happening => happening.Type))}]" : "";
            context.Host.Out.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{Show.Time(cycle.AsOf)}  {Show.Plain(cycle.Bar.Close),12}  {decision.Intent.Direction,-5} {decision.Verdict?.ToString() ?? "",-8}  fills {cycle.Fills.Count}  equity {Show.Money(cycle.Portfolio.Equity)}{events}\n"));
        }
    }
}
