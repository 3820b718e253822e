using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem episodes</c>: episodic memory, which clues bring back which messages.</summary>
internal static class EpisodesCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var text = CommandInput.Words("TEXT", "Show the clues of this text; without it, the rarest clues that occur twice.", optional: true);
        var limit = OptionFactory.Number("--limit", 50, 1, 10_000, "The most clues");
        var command = new Command("episodes", "Show which words, names and dates bring back which messages.") { text, limit };
        command.Reads(
            host, globals,
            (memory, context, cancellationToken) =>
                memory.GetEpisodesAsync(new EpisodeQuery { Text = context.Text(text), Limit = context.Get(limit) }, cancellationToken),
            static json => json.IReadOnlyListEpisode, EpisodesView.Write);
        return command;
    }
}
