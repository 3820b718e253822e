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
        command.Reads(
            host, globals,
            (memory, context, cancellationToken) =>
                memory.GetTopicsAsync(new TopicQuery { Near = context.Get(near), Limit = context.Get(limit) }, cancellationToken),
            static json => json.IReadOnlyListTopic, TopicsView.Write);
        return command;
    }
}
