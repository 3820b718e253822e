using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem topics</c>: working memory, what is being talked about.</summary>
internal static class TopicsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var near = OptionFactory.Text("--near", "TEXT", "Only topics near this text, best first.");
        var limit = OptionFactory.Number("--limit", 50, 1, 10_000, "The most topics");
        var command = new Command("topics", "Show what is being talked about: topics and how often.") { near, limit };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            var query = new TopicQuery { Near = context.Get(near), Limit = context.Get(limit) };
            var topics = await session.Memory.GetTopicsAsync(query, cancellationToken);
            if (context.Json)
            {
                JsonText.Write(host.Out, topics, OutputJson.Readable.IReadOnlyListTopic);
            }
            else
            {
                TopicsView.Write(context.Out, topics);
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
