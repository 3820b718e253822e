using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>A question to the memory.</summary>
public sealed record RecallQuery
{
    /// <summary>Creates a query.</summary>
    /// <param name="text">What is asked, in any language; any string is legal.</param>
    public RecallQuery(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
    }

    /// <summary>What is asked.</summary>
    public string Text { get; init; }

    /// <summary>The most tokens the items may take together, 1-1,000,000.</summary>
    /// <value>The default is <see cref="RecallDefaults.TokenBudget"/>.</value>
    [Range(1, 1_000_000)]
    public int TokenBudget { get; init; } = RecallDefaults.TokenBudget;

    /// <summary>The most items to return, 1-10,000.</summary>
    /// <value>The default is <see cref="RecallDefaults.MaxItems"/>.</value>
    [Range(1, 10_000)]
    public int MaxItems { get; init; } = RecallDefaults.MaxItems;

    /// <summary>Only interactions and items of this speaker or subject.</summary>
    public string? Speaker { get; init; }

    /// <summary>Only interactions of this session.</summary>
    public string? Session { get; init; }

    /// <summary>Only what occurred at or after this instant.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Only what occurred before this instant.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Only these kinds; empty for all.</summary>
    public IReadOnlyList<RecallItemKind> Kinds { get; init; } = [];

    /// <summary>What was believed at this instant: nothing recorded later, items as they stood then. Null for what is believed now.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>What was true of the person at this instant, as far as is believed now or at <see cref="AsOf"/>. Null for what holds at present.</summary>
    public DateTimeOffset? ValidAt { get; init; }

    /// <summary>Also what was superseded, has ended or was withdrawn: labelled with its interval.</summary>
    public bool IncludeSuperseded { get; init; }

    /// <summary>How many turns before and after each recalled interaction to add while the budget lasts, 0-10.</summary>
    /// <value>The default is 0.</value>
    [Range(0, 10)]
    public int Neighbours { get; init; }

    /// <summary>Whether to return the trace of every candidate.</summary>
    public bool IncludeTrace { get; init; }
}

/// <summary>Defaults of a recall.</summary>
public static class RecallDefaults
{
    /// <summary>Tokens of recalled items: about 5 % of a long chat, which holds nearly nine tenths of its evidence.</summary>
    public const int TokenBudget = 1_000;

    /// <summary>Items of one recall.</summary>
    public const int MaxItems = 20;
}

/// <summary>What a recalled item is.</summary>
public enum RecallItemKind
{
    /// <summary>A message as it was said.</summary>
    Interaction = 0,

    /// <summary>What a person is like.</summary>
    Attribute = 1,

    /// <summary>What happened to a person.</summary>
    Fact = 2,
}
