using System.Text;
using OMem.Cli.Hosting;

namespace OMem.Cli.Forgetting;

/// <summary>Asks before something that is not easily taken back.</summary>
internal static class Question
{
    /// <summary>Asks on the error stream and reads the answer from standard input.</summary>
    /// <returns>Whether the answer was yes.</returns>
    /// <exception cref="UsageException">There is nobody to ask.</exception>
    public static async Task<bool> AskAsync(CommandContext context, string question, CancellationToken cancellationToken)
    {
        if (!context.Host.InputIsTerminal)
        {
            throw new UsageException("There is no terminal to ask on. Look at it with --dry-run, then say --yes.");
        }

        await context.Host.Error.WriteAsync($"{question} [y/N] ");
        await context.Host.Error.FlushAsync(cancellationToken);
        using var input = new StreamReader(context.Host.OpenInput(), Encoding.UTF8);
        var answer = await Task.Run(input.ReadLine, cancellationToken).WaitAsync(cancellationToken);
        return answer?.Trim() is "y" or "Y" or "yes" or "Yes" or "YES";
    }
}
