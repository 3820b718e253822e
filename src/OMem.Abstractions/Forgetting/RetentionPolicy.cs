namespace OMem;

/// <summary>What a memory keeps. What both rules leave is kept; a policy with neither keeps everything.</summary>
public sealed record RetentionPolicy
{
    /// <summary>Interactions that occurred longer ago go; null for no limit. At least one minute.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Only so many sessions stay: those with the latest interactions. Interactions without a session are not counted and stay. Null for no limit; at least 1.</summary>
    public int? MaxSessions { get; init; }

    /// <summary>What becomes of the rest.</summary>
    public RetentionMode Mode { get; init; }
}

/// <summary>What becomes of interactions that are not kept.</summary>
public enum RetentionMode
{
    /// <summary>They are hidden; undo brings them back.</summary>
    Forget = 0,

    /// <summary>They are erased; nothing brings them back.</summary>
    Erase = 1,
}

/// <summary>How retention rules are applied.</summary>
public sealed class RetentionOptions
{
    /// <summary>The policy of scopes that have none of their own; null to keep everything.</summary>
    public RetentionPolicy? Default { get; set; }

    /// <summary>How often this process applies the policies of all scopes in the background; null for never. Between one minute and 30 days.</summary>
    /// <value>The default is one hour.</value>
    public TimeSpan? Interval { get; set; } = TimeSpan.FromHours(1);
}

/// <summary>What a policy takes, or took.</summary>
public sealed record RetentionRun
{
    /// <summary>The policy in force: that of the scope, or else the engine's; null when there is none.</summary>
    public RetentionPolicy? Policy { get; init; }

    /// <summary>What it takes at this moment.</summary>
    public required ForgetPreview Preview { get; init; }

    /// <summary>What was forgotten; null when nothing was, or for a dry run.</summary>
    public ForgetResult? Forgotten { get; init; }

    /// <summary>The receipt of what was erased; null when nothing was, or for a dry run.</summary>
    public EraseReceipt? Receipt { get; init; }
}
