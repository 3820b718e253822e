using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem eval</c>: quality on public data sets.</summary>
internal static class EvalCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals) => new("eval", "Measure the quality of recall and of answers on public data sets.")
    {
        EvalRetrievalCommand.Create(host, globals),
        EvalQaCommand.Create(host, globals),
        EvalTuneCommand.Create(host, globals),
    };
}
