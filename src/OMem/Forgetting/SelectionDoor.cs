namespace OMem.Forgetting;

/// <summary>Checks what comes in to forget, erase and retention.</summary>
internal static class SelectionDoor
{
    private const int MostQuery = 10_000;

    /// <exception cref="CorrectionException">It selects by nothing, or a field is out of its range.</exception>
    public static void Check(MemorySelection selection)
    {
        ArgumentNullException.ThrowIfNull(selection);
        var byField = selection.Interactions.Count > 0 || selection.Sessions.Count > 0 || selection.Topics.Count > 0
            || selection.From is not null || selection.To is not null || selection.Query is not null;
        if (byField == selection.Everything)
        {
            throw Invalid(byField ? "Everything stands alone: leave out the other fields." : "Say what to select: interactions, sessions, topics, a time range, a query, or everything.");
        }

        if (selection.From >= selection.To)
        {
            throw Invalid("The selection's From must be before its To.");
        }

        if (selection.Query is not null && (string.IsNullOrWhiteSpace(selection.Query) || selection.QueryLimit is < 1 or > MostQuery))
        {
            throw Invalid($"The selection's Query must hold text, and its QueryLimit be 1-{MostQuery}.");
        }
    }

    /// <exception cref="CorrectionException">A rule is out of its range.</exception>
    public static void Check(RetentionPolicy policy)
    {
        if (Fault(policy) is { } fault)
        {
            throw Invalid(fault);
        }
    }

    /// <summary>What is wrong with a policy; null when nothing is.</summary>
    public static string? Fault(RetentionPolicy policy) =>
        policy.MaxAge < TimeSpan.FromMinutes(1) ? "The policy's MaxAge must be at least one minute."
        : policy.MaxSessions < 1 ? "The policy's MaxSessions must be at least 1."
        : policy.Mode is not (RetentionMode.Forget or RetentionMode.Erase) ? "The policy's Mode is not known."
        : null;

    private static CorrectionException Invalid(string message) => new(CorrectionFault.Invalid, message);
}
