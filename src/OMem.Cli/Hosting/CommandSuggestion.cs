using System.CommandLine;
using System.CommandLine.Parsing;

namespace OMem.Cli.Hosting;

/// <summary>Finds the command or option a mistyped word was meant to be.</summary>
internal static class CommandSuggestion
{
    /// <summary>The nearest name to the first word that was not understood; null when none is near.</summary>
    public static string? For(ParseResult parsed)
    {
        ArgumentNullException.ThrowIfNull(parsed);
        if (parsed.UnmatchedTokens.Count == 0)
        {
            return null;
        }

        var word = parsed.UnmatchedTokens[0];
        return Names(parsed.CommandResult)
            .Select(name => (Name: name, Distance: Distance(word, name)))
            .Where(pair => pair.Distance <= Math.Max(1, word.Length / 3))
            .OrderBy(pair => pair.Distance).ThenBy(pair => pair.Name, StringComparer.Ordinal)
            .Select(pair => pair.Name).FirstOrDefault();
    }

    /// <summary>The command as typed: <c>omem eval retrieval</c>.</summary>
    public static string PathOf(CommandResult command)
    {
        ArgumentNullException.ThrowIfNull(command);
        return command.Parent is CommandResult parent
            ? $"{PathOf(parent)} {command.Command.Name}"
            : OMemRootCommand.Name;
    }

    private static IEnumerable<string> Names(CommandResult result)
    {
        foreach (var command in result.Command.Subcommands.Where(command => !command.Hidden))
        {
            yield return command.Name;
        }

        for (SymbolResult? at = result; at is CommandResult level; at = level.Parent)
        {
            foreach (var option in level.Command.Options.Where(option => at == result || option.Recursive))
            {
                yield return option.Name;
            }
        }
    }

    /// <summary>Edits (insert, delete, replace, swap of neighbours) from one word to the other.</summary>
    private static int Distance(string left, string right)
    {
        var rows = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                rows[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(
                        Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1,
                        rows[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)),
                };
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[left.Length, right.Length];
    }
}
