using System.CommandLine;
using OMem.Cli.Doctor;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem doctor</c>: looks for what is wrong and says what to do.</summary>
internal static class DoctorCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("doctor", "Check settings, store, model, outbox, vectors, clock and disk; says what to do.");
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var checks = MachineChecks.Run(context).ToList();
            if (File.Exists(context.Settings.StorePath))
            {
                checks.AddRange(await StoreChecks.RunAsync(context, cancellationToken));
            }

            context.Show(checks, static json => json.IReadOnlyListDoctorCheck, DoctorView.Write);
            return checks.Exists(check => check.State is CheckState.Fail) ? ExitCodes.Failed : ExitCodes.Done;
        });
        return command;
    }
}
