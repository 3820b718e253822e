using System.CommandLine;
using System.CommandLine.Parsing;

namespace OMem.Cli.Hosting;

/// <summary>Arguments several commands share.</summary>
internal static class CommandInput
{
    /// <summary>A text given as one or more words.</summary>
    public static Argument<string[]> Words(string name, string description, bool optional = false) => new(name)
    {
        Description = description,
        Arity = optional ? ArgumentArity.ZeroOrMore : ArgumentArity.OneOrMore,
        DefaultValueFactory = optional ? Empty : null,
    };

    /// <summary>The words as one text; null when there are none.</summary>
    public static string? Text(this CommandContext context, Argument<string[]> words)
    {
        ArgumentNullException.ThrowIfNull(context);
        var given = context.Get(words) ?? [];
        return given.Length == 0 ? null : string.Join(' ', given);
    }

    private static string[] Empty(ArgumentResult result) => [];
}
