using OMem.Cli.Hosting;

namespace OMem.Cli.Output;

/// <summary>Says what an import brought, in sentences.</summary>
internal static class ImportView
{
    /// <summary>Writes the report; faults go to the error stream.</summary>
    public static void Write(CommandContext context, ImportOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        foreach (var fault in output.Skipped)
        {
            context.Host.Error.Write($"skipped {SafeText.Line(fault.Place)}: {SafeText.Line(fault.Fault)}\n");
        }

        SensitiveView.WriteRefused(context, output.Refused);
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, output, OutputJson.Readable.ImportOutput);
            return;
        }

        var text = context.Host.Out;
        var span = output is { From: { } from, To: { } to } ? $", {Instants.Day(from)} to {Instants.Day(to)}" : "";
        text.Write($"Read {output.Format}: {Count(output.Messages, "message")} in {Count(output.Sessions, "session")}{span}.\n");
        if (output.Speakers.Count > 0)
        {
            text.Write($"Speakers: {string.Join(", ", output.Speakers.Take(MostSpeakers).Select(speaker => $"{SafeText.Line(speaker.Speaker)} {PairTable.Count(speaker.Interactions)}"))}"
                + (output.Speakers.Count > MostSpeakers ? $" and {PairTable.Count(output.Speakers.Count - MostSpeakers)} more.\n" : ".\n"));
        }

        if (output.LeftOut.Count > 0)
        {
            text.Write($"Left out: {string.Join(", ", output.LeftOut.Select(left => $"{PairTable.Count(left.Count)} {left.Reason}"))}.\n");
        }

        if (output.Backwards > 0)
        {
            text.Write($"{Count(output.Backwards, "message")} earlier than the one before in the same session: kept in the order of the input.\n");
        }

        var skipped = output.Skipped.Count > 0 ? $", {PairTable.Count(output.Skipped.Count)} skipped" : "";
        text.Write(output.DryRun
            ? $"Would store {PairTable.Count(output.Stored)} new, {PairTable.Count(output.AlreadyStored)} are there already{skipped}. Nothing was stored.\n"
            : $"Stored {PairTable.Count(output.Stored)} new, {PairTable.Count(output.AlreadyStored)} were there already{skipped}."
                + (output.Recognised > 0 ? $" {PairTable.Count(output.Recognised)} were recalled memory and not stored again." : "")
                + (output.Pending > 0 ? $" {PairTable.Count(output.Pending)} wait to be understood.\n" : "\n"));
        SensitiveView.WriteCounts(context, output.Masked, output.Refused.Count);
        if (output.Usage.Count > 0)
        {
            text.Write($"Models: {UsageText.Sum(output.Usage)}.\n");
        }
    }

    /// <summary>Writes what a restore did.</summary>
    public static void Write(CommandContext context, RestoreOutput output)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(output);
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, output, OutputJson.Readable.RestoreOutput);
            return;
        }

        var content = output.Content;
        var verb = output switch
        {
            { DryRun: true } => "Would restore",
            { AlreadyThere: true } => "The memory holds exactly this already:",
            _ => "Restored",
        };
        context.Host.Out.Write(
            $"{verb} {Count(content.Interactions, "message")}, {Count(content.Attributes, "attribute")}, {Count(content.Facts, "fact")}, "
            + $"{Count(content.Topics, "topic")}, {Count(content.Clusters, "cluster")}, {PairTable.Count(content.LedgerEntries)} ledger entries.\n");
        if (output.DryRun)
        {
            context.Host.Out.Write("Nothing was stored.\n");
        }
        else if (content.Waiting > 0)
        {
            context.Host.Out.Write($"{PairTable.Count(content.Waiting)} wait to be understood, as in the export: 'omem flush'.\n");
        }
    }

    private const int MostSpeakers = 10;

    private static string Count(long number, string noun) => $"{PairTable.Count(number)} {noun}{(number == 1 ? "" : "s")}";
}
