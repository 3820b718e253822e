using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using OMem.Cli.Import;

namespace OMem.Cli.Settings;

/// <summary>Options with the checks several commands share.</summary>
internal static class OptionFactory
{
    /// <summary>A text.</summary>
    public static Option<string?> Text(string name, string helpName, string description) =>
        new(name) { HelpName = helpName, Description = description };

    /// <summary>A switch.</summary>
    public static Option<bool> Switch(string name, string description) => new(name) { Description = description };

    /// <summary>A whole number inside a range.</summary>
    public static Option<int> Number(string name, int fallback, int least, int most, string description) => new(name)
    {
        HelpName = "N",
        DefaultValueFactory = _ => fallback,
        Description = $"{description}, {Range(least, most)}.",
        CustomParser = result => (int)Parse(result, name, least, most),
    };

    /// <summary>A whole number from 0 that may be left out.</summary>
    public static Option<long?> OptionalNumber(string name, string description) => new(name)
    {
        HelpName = "N", Description = description, CustomParser = result => Parse(result, name, 0, int.MaxValue),
    };

    private static long Parse(ArgumentResult result, string name, long least, long most)
    {
        var word = result.Tokens[0].Value;
        if (long.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most)
        {
            return value;
        }

        result.AddError($"{name} must be a whole number, {Range(least, most)} (was '{word}').");
        return 0;
    }

    private static string Range(long least, long most) => string.Create(CultureInfo.InvariantCulture, $"{least:#,0}-{most:#,0}");

    /// <summary>An instant: ISO 8601; UTC when no offset is given.</summary>
    public static Option<DateTimeOffset?> Instant(string name, string description) => new(name)
    {
        HelpName = "TIME",
        Description = $"{description} ISO 8601; UTC when no offset is given.",
        CustomParser = result =>
        {
            if (InstantParser.TryParse(result.Tokens[0].Value, out var instant))
            {
                return instant;
            }

            result.AddError($"{name} is not an ISO 8601 time such as 2024-05-01 or 2024-05-01T18:30+02:00.");
            return null;
        },
    };

    /// <summary>Some of a closed set of names.</summary>
    public static Option<string[]> Names(string name, string helpName, string description, params string[] allowed)
    {
        var option = new Option<string[]>(name)
        {
            HelpName = helpName, Description = $"{description} {string.Join(", ", allowed)}; may be repeated.", DefaultValueFactory = _ => [],
        };
        option.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, allowed);
        return option;
    }
}
