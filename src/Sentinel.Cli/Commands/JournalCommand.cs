using System.CommandLine;
using System.Text.Json.Nodes;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;
using Sentinel.Memory;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel journal</c>: checks and shows a journal. It takes no lock and may run beside the writer.</summary>
internal static class JournalCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("journal", "Check and show a journal.");
        command.Subcommands.Add(CreateVerify(host, globals));
        command.Subcommands.Add(CreateShow(host, globals));
        return command;
    }

    private static Argument<string> FileArgument() => new("file") { HelpName = "FILE", Description = "The journal." };

    private static Command CreateVerify(CliHost host, GlobalOptions globals)
    {
        var command = new Command("verify", "Recompute the chain of hashes; a changed byte names the first bad entry. Exit code 1 when it does not hold.");
        var file = FileArgument();
        command.Arguments.Add(file);
        command.Runs(host, globals, (context, _) =>
        {
            var checkedChain = JournalVerify.Run(context.Get(file)!);
            if (context.Json)
            {
                context.Write(new JsonObject
                {
                    ["intact"] = checkedChain.IsIntact,
                    ["entries"] = checkedChain.Entries,
                    ["firstBadSeq"] = checkedChain.FirstBadSeq,
                    ["firstBadId"] = checkedChain.FirstBadId,
                    ["fault"] = checkedChain.Fault,
                    ["headHash"] = checkedChain.HeadHash,
                });
            }
            else if (checkedChain.IsIntact)
            {
                host.Out.Write($"intact: {Show.Count(checkedChain.Entries)} entries, head {checkedChain.HeadHash}\n");
            }
            else
            {
                host.Out.Write(SafeText.Block($"broken at entry {checkedChain.FirstBadSeq} ({checkedChain.FirstBadId}): {checkedChain.Fault}") + "\n");
            }

            return Task.FromResult(checkedChain.IsIntact ? ExitCodes.Done : ExitCodes.Failed);
        });
        return command;
    }

    private static Command CreateShow(CliHost host, GlobalOptions globals)
    {
        var command = new Command("show", "List entries.");
        var file = FileArgument();
        var kinds = OptionFactory.Names("--kind", "KIND", "Only entries of a kind:", [.. Enum.GetNames<JournalKind>().Select(name => name.ToLowerInvariant())]);
        var last = OptionFactory.Number("--last", 20, 1, 1_000_000, "How many of the latest");
        command.Arguments.Add(file);
        command.Options.Add(kinds);
        command.Options.Add(last);
        command.Runs(host, globals, (context, cancellationToken) =>
        {
            var wanted = context.Get(kinds) ?? [];
            var shown = JournalFile.Read(context.Get(file)!)
                .Where(entry => wanted.Length is 0 || wanted.Contains(entry.Kind.ToString(), StringComparer.OrdinalIgnoreCase))
                .TakeLast(context.Get(last))
                .ToList();
            cancellationToken.ThrowIfCancellationRequested();
            if (context.Json)
            {
                context.Write(JsonFormat.Array(shown.Select(entry => new JsonObject
                {
                    ["seq"] = entry.Seq,
                    ["kind"] = entry.Kind.ToString().ToLowerInvariant(),
                    ["id"] = entry.Id,
                    ["asOf"] = JournalIds.Time(entry.AsOf),
                    ["hash"] = entry.Hash,
                    ["summary"] = EntrySummary.Of(entry.Payload),
                })));
                return Task.FromResult(ExitCodes.Done);
            }

            var table = Tables.Of(null, "seq#", "as of", "kind", "what");
            foreach (var entry in shown)
            {
                table.Row(Show.Count(entry.Seq), Show.Time(entry.AsOf), entry.Kind.ToString().ToLowerInvariant(), EntrySummary.Of(entry.Payload));
            }

            context.Out.Write(table);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
