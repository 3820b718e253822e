using System.CommandLine;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem policy</c>: what a memory does with sensitive data before it stores it.</summary>
internal static class PolicyCommand
{
    private static readonly SensitiveKind[] Kinds = Enum.GetValues<SensitiveKind>();

    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("policy", "Show or set what this memory does with sensitive data before it stores it: keep it, mask it, or refuse the message.");
        command.Subcommands.Add(CreateShow(host, globals));
        command.Subcommands.Add(CreateSet(host, globals));
        return command;
    }

    private static Command CreateShow(CliHost host, GlobalOptions globals)
    {
        var command = new Command("show", "Print what is done with each kind.");
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.PeekAsync(context, cancellationToken);
            return await ShowAsync(context, session, cancellationToken);
        });
        return command;
    }

    private static Command CreateSet(CliHost host, GlobalOptions globals)
    {
        var options = Kinds.ToDictionary(static kind => kind, static kind => Handling($"--{SensitiveView.Name(kind)}", Description(kind)));
        var all = Handling("--all", "Every kind that no other option names.");
        var reset = OptionFactory.Switch("--reset", "Go by the default again: mask credentials and wallet keys, keep the rest.");
        var command = new Command(
            "set", "Change it for this memory, from the next message on, for example: omem policy set --email mask --card refuse. What is stored stays as it is.");
        foreach (var option in (Option[])[.. options.Values, all, reset])
        {
            command.Options.Add(option);
        }

        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            var named = Kinds.Where(kind => context.Get(options[kind]) is not null).ToList();
            if (named.Count == 0 && context.Get(all) is null && !context.Get(reset))
            {
                throw new UsageException("Name what to change, for example: omem policy set --email mask --card refuse. 'omem policy set --help' lists the kinds.");
            }

            await using var session = await MemorySession.CreateAsync(context, cancellationToken);
            if (context.Get(reset))
            {
                await session.Memory.SetSensitiveDataPolicyAsync(null, cancellationToken);
            }

            if (named.Count > 0 || context.Get(all) is not null)
            {
                var policy = context.Get(all) is { } word ? SensitiveDataPolicy.All(Parse(word)) : await session.Memory.GetSensitiveDataPolicyAsync(cancellationToken);
                policy = named.Aggregate(policy, (current, kind) => current.With(kind, Parse(context.Get(options[kind])!)));
                await session.Memory.SetSensitiveDataPolicyAsync(policy, cancellationToken);
            }

            return await ShowAsync(context, session, cancellationToken);
        });
        return command;
    }

    private static async Task<int> ShowAsync(CommandContext context, MemorySession session, CancellationToken cancellationToken)
    {
        context.Show(await session.Memory.GetSensitiveDataPolicyAsync(cancellationToken), static json => json.SensitiveDataPolicy, SensitiveView.Write);
        return ExitCodes.Done;
    }

    private static Option<string?> Handling(string name, string description)
    {
        var option = OptionFactory.Text(name, "WHAT", $"{description} keep, mask or refuse.");
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Enum.GetNames<SensitiveHandling>().Select(static word => word.ToLowerInvariant())]);
        return option;
    }

    private static SensitiveHandling Parse(string word) => Enum.Parse<SensitiveHandling>(word, ignoreCase: true);

    private static string Description(SensitiveKind kind) => kind switch
    {
        SensitiveKind.Email => "E-mail addresses:",
        SensitiveKind.Phone => "Telephone numbers:",
        SensitiveKind.PaymentCard => "Numbers of payment cards:",
        SensitiveKind.Iban => "Account numbers (IBAN):",
        SensitiveKind.Credential => "API keys, tokens, passwords:",
        SensitiveKind.WalletKey => "Private keys and seed phrases of wallets:",
        SensitiveKind.WalletAddress => "Public addresses of wallets:",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
