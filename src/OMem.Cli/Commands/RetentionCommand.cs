using System.CommandLine;
using OMem.Cli.Forgetting;
using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Sessions;
using OMem.Cli.Settings;

namespace OMem.Cli.Commands;

/// <summary><c>omem retention</c>: how long this memory keeps what it holds.</summary>
internal static class RetentionCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        var command = new Command("retention", "Show, set or apply how long this memory keeps messages. A process that runs the engine applies it every hour.");
        command.Subcommands.Add(CreateShow(host, globals));
        command.Subcommands.Add(CreateSet(host, globals));
        command.Subcommands.Add(CreateApply(host, globals));
        return command;
    }

    private static Command CreateShow(CliHost host, GlobalOptions globals)
    {
        var command = new Command("show", "Print the policy in force, and what it would take now.");
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.PeekAsync(context, cancellationToken);
            return await ShowAsync(context, session, dryRun: true, cancellationToken);
        });
        return command;
    }

    private static Command CreateSet(CliHost host, GlobalOptions globals)
    {
        var age = OptionFactory.Text("--max-age", "AGE", "Messages that are older go: a number with m, h, d or w for minutes, hours, days or weeks, such as 90d.");
        var sessions = OptionFactory.OptionalNumber("--max-sessions", "Only so many sessions stay, those with the latest messages.");
        var erase = OptionFactory.Switch("--erase", "Erase what goes, for good; it is forgotten otherwise.");
        var reset = OptionFactory.Switch("--reset", "Take the policy away: everything is kept.");
        var command = new Command("set", "Set the policy, for example: omem retention set --max-age 365d --erase. It takes nothing before it is applied.") { age, sessions, erase, reset };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            if (context.Get(reset) == (context.Get(age) is not null || context.Get(sessions) is not null))
            {
                throw new UsageException("Say what to keep, for example: omem retention set --max-age 365d, or take the policy away with --reset.");
            }

            var policy = context.Get(reset) ? null : new RetentionPolicy
            {
                MaxAge = context.Get(age) is { } text ? Age(text) : null,
                MaxSessions = (int?)context.Get(sessions),
                Mode = context.Get(erase) ? RetentionMode.Erase : RetentionMode.Forget,
            };
            await using var session = await MemorySession.CreateAsync(context, cancellationToken);
            await session.Memory.SetRetentionAsync(policy, cancellationToken);
            return await ShowAsync(context, session, dryRun: true, cancellationToken);
        });
        return command;
    }

    private static Command CreateApply(CliHost host, GlobalOptions globals)
    {
        var dryRun = OptionFactory.Switch("--dry-run", "Only show what it would take.");
        var command = new Command("apply", "Apply the policy now; for schedulers.") { dryRun };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            await using var session = await MemorySession.OpenAsync(context, cancellationToken);
            return await ShowAsync(context, session, context.Get(dryRun), cancellationToken);
        });
        return command;
    }

    private static async Task<int> ShowAsync(CommandContext context, MemorySession session, bool dryRun, CancellationToken cancellationToken)
    {
        var run = await session.Memory.ApplyRetentionAsync(dryRun, cancellationToken);
        context.Show(run, static json => json.RetentionRun, ForgettingView.Write);
        return run.Receipt?.IsClean is false ? ExitCodes.Failed : ExitCodes.Done;
    }

    private static TimeSpan Age(string text) => Durations.TryParse(text, out var age)
        ? age
        : throw new UsageException("--max-age is a number with m, h, d or w for minutes, hours, days or weeks, such as 90d.");
}
