using System.CommandLine;
using OMem.Cli.Encryption;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;
using OMem.Encryption;
using OMem.Storage;

namespace OMem.Cli.Commands;

/// <summary><c>omem encrypt</c> and <c>omem decrypt</c>: copy the whole store into an encrypted one, or out of one.</summary>
internal static class EncryptCommands
{
    /// <summary>Makes <c>omem encrypt</c>.</summary>
    public static Command CreateEncrypt(CliHost host, GlobalOptions globals) => Create(
        host, globals, "encrypt", "Copy the whole store, every scope, into a new encrypted one. From an encrypted store: into one with fresh data keys. Run it again if it was broken off.", isSealed: true);

    /// <summary>Makes <c>omem decrypt</c>.</summary>
    public static Command CreateDecrypt(CliHost host, GlobalOptions globals) => Create(
        host, globals, "decrypt", "Copy the whole encrypted store, every scope, into a new one that is not encrypted. Run it again if it was broken off.", isSealed: false);

    private static Command Create(CliHost host, GlobalOptions globals, string name, string description, bool isSealed)
    {
        var to = new Option<string>("--to") { HelpName = "DIR", Required = true, Description = "The directory of the new store; made where it is missing." };
        var command = new Command(name, description) { to };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var target = Path.Combine(Path.GetFullPath(context.Get(to)!, host.WorkingDirectory), CliSettings.StoreFileName);
            var output = await CopyAsync(context, target, isSealed, cancellationToken);
            context.Show(output, static json => json.StoreCopyOutput, KeyView.Write);
            return ExitCodes.Done;
        });
        return command;
    }

    private static async Task<StoreCopyOutput> CopyAsync(CommandContext context, string target, bool isSealed, CancellationToken cancellationToken)
    {
        var source = context.Settings.StorePath;
        if (!File.Exists(source))
        {
            throw new CommandFailedException($"There is no memory at '{source}' (place given by {context.Settings.Data.Origin}); give another --data.");
        }

        if (string.Equals(source, target, StringComparison.Ordinal))
        {
            throw new UsageException("--to names the store itself; give the directory of a new one.");
        }

        if (!context.Settings.Keys.IsGiven)
        {
            throw new UsageException("A key is needed: 'omem key new --output FILE' makes one; give it as --key-file FILE, OMEM_KEY_FILE or OMEM_KEY.");
        }

        using var keys = context.Settings.Keys.Read();
        await using var from = await OpenSourceAsync(source, keys, isSealed, cancellationToken);
        await using var to = isSealed ? (IMemoryStore)StoreFactory.Seal(target, keys) : StoreFactory.Plain(target);
        await to.OpenAsync(cancellationToken);
        if (!isSealed && await SealedMemoryStore.IsSealedAsync(to, cancellationToken))
        {
            throw new UsageException($"The store '{target}' is encrypted; give the directory of a new one.");
        }

        var result = await ProgressDisplay.RunAsync(context, bars =>
        {
            var bar = bars.Start("copying scopes");
            return MemoryStoreCopy.RunAsync(from, to, new Fraction<MemoryStoreCopyProgress>(bar, static done => done.Total == 0 ? 1 : (double)done.Done / done.Total), cancellationToken);
        });
        return new StoreCopyOutput(source, target, isSealed ? keys.KeyIds[0] : null, result.Copied, result.AlreadyThere, result.Interactions);
    }

    private static async Task<IMemoryStore> OpenSourceAsync(string source, MasterKeys keys, bool mayBePlain, CancellationToken cancellationToken)
    {
        var plain = StoreFactory.Plain(source);
        await plain.OpenAsync(cancellationToken);
        if (await SealedMemoryStore.IsSealedAsync(plain, cancellationToken))
        {
            await plain.DisposeAsync();
            var opened = StoreFactory.Seal(source, keys);
            await opened.OpenAsync(cancellationToken);
            return opened;
        }

        if (mayBePlain)
        {
            return plain;
        }

        await plain.DisposeAsync();
        throw new CommandFailedException($"The store '{source}' is not encrypted; there is nothing to decrypt.");
    }
}
