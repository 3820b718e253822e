using OMem.Cli.Hosting;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Shows how far work has come on the error stream, when that is a terminal.</summary>
internal static class ProgressDisplay
{
    /// <summary>Runs work with progress bars; silent when nobody would see them.</summary>
    public static async Task<T> RunAsync<T>(CommandContext context, Func<IProgressBars, Task<T>> work)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(work);
        if (!context.Error.Profile.Capabilities.Interactive || !context.Error.Profile.Capabilities.Ansi)
        {
            return await work(new Silent());
        }

        return await context.Error.Progress().AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn(), new SpinnerColumn())
            .StartAsync(progress => work(new Bars(progress)));
    }

    private sealed class Silent : IProgressBars
    {
        public IProgressBar Start(string label) => new Bar(null);
    }

    private sealed class Bars(ProgressContext progress) : IProgressBars
    {
        public IProgressBar Start(string label) => new Bar(progress.AddTask(SafeText.Markup(label), maxValue: 1));
    }

    private sealed class Bar(ProgressTask? task) : IProgressBar
    {
        public void Describe(string label)
        {
            if (task is not null)
            {
                task.Description = SafeText.Markup(label);
            }
        }

        public void Report(double value)
        {
            if (task is not null)
            {
                task.Value = Math.Clamp(value, 0, 1);
            }
        }
    }
}

/// <summary>Starts progress bars.</summary>
internal interface IProgressBars
{
    /// <summary>Starts a bar; report 0-1 to it.</summary>
    IProgressBar Start(string label);
}

/// <summary>A progress bar: 0-1.</summary>
internal interface IProgressBar : IProgress<double>
{
    /// <summary>Changes what stands before it.</summary>
    void Describe(string label);
}
