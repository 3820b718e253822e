using System.CommandLine;
using OMem.Cli.Encryption;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;
using OMem.Encryption;

namespace OMem.Cli.Commands;

/// <summary><c>omem key</c>: makes, shows and rotates the keys of an encrypted store.</summary>
internal static class KeyCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("key", "Make, show and rotate the master key of an encrypted store.");
        command.Subcommands.Add(CreateNew(host, globals));
        command.Subcommands.Add(CreateStatus(host, globals));
        command.Subcommands.Add(CreateRotate(host, globals));
        return command;
    }

    private static Command CreateNew(CliHost host, GlobalOptions globals)
    {
        var output = OptionFactory.Text("--output", "FILE", "Write it to a new file that only you may read, instead of to standard output.");
        output.Aliases.Add("-o");
        var add = OptionFactory.Switch("--add", "With --output: put it above the keys the file has, to rotate to it.");
        var command = new Command(
            "new", "Make a fresh master key: 32 random bytes in Base64. Keep it apart from the store: who loses it loses the memory.") { output, add };
        command.Validators.Add(result =>
        {
            if (result.GetValue(add) && result.GetValue(output) is null)
            {
                result.AddError("--add needs --output FILE.");
            }
        });
        command.Runs(host, globals, (context, _) =>
        {
            if (context.Get(output) is not { } path)
            {
                host.Out.Write(MasterKeys.NewKey() + "\n");
                return Task.FromResult(ExitCodes.Done);
            }

            var full = Path.GetFullPath(path, host.WorkingDirectory);
            if (File.Exists(full) != context.Get(add))
            {
                throw new UsageException(context.Get(add)
                    ? $"The key file '{full}' is not there; leave out --add to make it."
                    : $"The file '{full}' is there already, and was not changed; --add puts a fresh key above those it has.");
            }

            context.Show(new NewKeyOutput(full, KeyFile.Add(full)), static json => json.NewKeyOutput, KeyView.Write);
            return Task.FromResult(ExitCodes.Done);
        });
        return command;
    }

    private static Command CreateStatus(CliHost host, GlobalOptions globals)
    {
        var command = new Command("status", "Show which master keys are given and which the data keys of the store are under. Keys themselves are never shown.");
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            using var keys = context.Settings.Keys.IsGiven ? context.Settings.Keys.Read() : null;
            var status = await KeyStatus.ReadAsync(context.Settings, keys?.KeyIds ?? [], cancellationToken);
            context.Show(status, static json => json.KeyStatus, KeyView.Write);
            return status.Missing.Count == 0 ? ExitCodes.Done : ExitCodes.Failed;
        });
        return command;
    }

    private static Command CreateRotate(CliHost host, GlobalOptions globals)
    {
        var command = new Command(
            "rotate", "Wrap every data key under the newest master key given (OMEM_KEY with the old one as OMEM_KEY_PREVIOUS, or the first line of the key file). Messages are not touched.");
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            if (!context.Settings.Keys.IsGiven)
            {
                throw new UsageException("Rotating needs two keys: the new one as OMEM_KEY with the old one as OMEM_KEY_PREVIOUS, or both in a key file, the new one first ('omem key new --output FILE --add').");
            }

            using var keys = context.Settings.Keys.Read();
            var before = await KeyStatus.ReadAsync(context.Settings, keys.KeyIds, cancellationToken);
            if (before.DataKeys.Count == 0)
            {
                throw new CommandFailedException($"There is no key ring at '{before.Ring}': the store is not encrypted, so there is nothing to rotate.");
            }

            await using var ring = StoreFactory.Ring(context.Settings.StorePath);
            var changed = await ProgressDisplay.RunAsync(context, bars =>
            {
                var bar = bars.Start("rotating");
                return DataKeyRotation.RotateAsync(ring, keys, new Fraction<DataKeyProgress>(bar, static done => (double)done.Done / done.Total), cancellationToken);
            });
            context.Show(new RotateOutput(changed, keys.KeyIds[0]), static json => json.RotateOutput, KeyView.Write);
            return ExitCodes.Done;
        });
        return command;
    }
}
