namespace Sentinel.Agents.Models;

/// <summary>Why an answer cannot be used. The message never holds the model's words.</summary>
internal sealed class AnswerFaultException : Exception
{
    public AnswerFaultException()
    {
    }

    public AnswerFaultException(string message)
        : base(message)
    {
    }

    public AnswerFaultException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

/// <summary>Checks of fields; each throws what is wrong.</summary>
internal static class Field
{
    private const int MostCites = 40;

    /// <exception cref="AnswerFaultException">It is missing, no number, or out of range.</exception>
    public static double Number(double? value, double low, double high, string name) => value is { } number && number >= low && number <= high
        ? number
        : throw new AnswerFaultException(FormattableString.Invariant($"{name} is not a number from {low} to {high}"));

    /// <exception cref="AnswerFaultException">It is missing, empty, too long, or holds control characters.</exception>
    public static string Text(string? value, int most, string name) =>
        !string.IsNullOrWhiteSpace(value) && value.Length <= most && !value.Any(static c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? value.Trim()
            : throw new AnswerFaultException(FormattableString.Invariant($"{name} is not a text of 1 to {most} characters"));

    /// <exception cref="AnswerFaultException">The list is missing, too long, or names what was not given.</exception>
    public static IReadOnlyList<string> Cites(IReadOnlyList<string?>? value, IReadOnlySet<string> known, string name)
    {
        if (value is null || value.Count > MostCites)
        {
            throw new AnswerFaultException($"{name} is not a list of ids");
        }

        return value.All(id => id is not null && known.Contains(id))
            ? [.. value.Select(static id => id!).Distinct(StringComparer.Ordinal)]
            : throw new AnswerFaultException($"{name} holds what was not given");
    }
}
