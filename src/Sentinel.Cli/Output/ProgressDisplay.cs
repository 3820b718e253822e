using Sentinel.Cli.Hosting;
using Spectre.Console;

namespace Sentinel.Cli.Output;

/// <summary>Shows how far work has come on the error stream, when that is a terminal.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work with a progress bar: 0-1 is reported to it. Silent when nobody would see it.</summary>
    public static async Task<T> RunAsync<T>(CommandContext context, string label, Func<Action<double>, Task<T>> work)
    {
        if (!context.Error.Profile.Capabilities.Interactive)
        {
            return await work(static _ => { });
        }

        return await context.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
            .StartAsync(progress =>
            {
                var bar = progress.AddTask(SafeText.Markup(label), maxValue: 1);
                return work(value => bar.Value = Math.Clamp(value, 0, 1));
            });
    }
}
