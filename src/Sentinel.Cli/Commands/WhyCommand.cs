using System.CommandLine;
using Sentinel.Cli.Hosting;
using Sentinel.Cli.Output;
using Sentinel.Cli.Settings;
using Sentinel.Memory;

namespace Sentinel.Cli.Commands;

/// <summary><c>sentinel why</c>: everything that led to a decision and what became of it, from the journal alone.</summary>
internal static class WhyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("why", "Explain a decision: what was known, who said what, what the gate did, what became of it.");
        var decision = new Argument<string>("decision") { HelpName = "DECISION", Description = "Its id or the start of it, the number of its cycle, or 'last' for the last that traded." };
        var journal = new Option<string>("--journal") { HelpName = "FILE", Required = true, Description = "The journal." };
        command.Arguments.Add(decision);
        command.Options.Add(journal);
        command.Runs(host, globals, (context, _) =>
        {
            var story = DecisionStory.Find(JournalFile.Read(context.Get(journal)!), context.Get(decision)!)
                ?? throw new UsageException($"The journal has no decision {context.Get(decision)}. 'sentinel journal show FILE --kind decision' lists them.");
            if (context.Json)
            {
                context.Write(StoryView.Json(story));
            }
            else
            {
                StoryView.Write(context.Out, story);
            }

            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }
}
