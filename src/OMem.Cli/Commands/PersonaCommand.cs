using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem persona</c>: the long-term picture of the people in a scope.</summary>
internal static class PersonaCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var subject = OptionFactory.Text("--subject", "NAME", "Only this person.");
        var all = OptionFactory.Switch("--include-superseded", "Also what was superseded, has ended or was withdrawn.");
        all.Aliases.Add("--all");
        var asOf = OptionFactory.Instant("--as-of", "What was believed at this time: nothing learnt later.");
        var validAt = OptionFactory.Instant("--valid-at", "What was true of the person at this time.");
        var command = new Command("persona", "Show what people are like and what happened to them, with validity and evidence.")
        {
            subject, all, asOf, validAt,
        };
        command.Reads(
            host, globals,
            (memory, context, cancellationToken) => memory.GetPersonaAsync(
                new PersonaQuery { Subject = context.Get(subject), IncludeSuperseded = context.Get(all), AsOf = context.Get(asOf), ValidAt = context.Get(validAt) },
                cancellationToken),
            static json => json.PersonaCard, static (console, card) => PersonaView.Write(console, card));
        return command;
    }
}
