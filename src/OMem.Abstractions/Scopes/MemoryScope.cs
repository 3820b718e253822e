namespace OMem;

/// <summary>Whose memory: tenant, user and optionally the agent. Every read and write is bound to exactly one scope.</summary>
/// <remarks>
/// Parts are compared ordinally and are case-sensitive. A part is 1-<see cref="MaxPartLength"/> UTF-16 units, has no
/// control character, no lone surrogate, no leading or trailing white space and no <c>..</c> path segment.
/// There is no default scope. Immutable and thread-safe.
/// </remarks>
public sealed record MemoryScope
{
    /// <summary>The longest allowed part, in UTF-16 units.</summary>
    public const int MaxPartLength = 256;

    /// <summary>Creates a scope.</summary>
    /// <param name="tenant">The organisation or application that owns the memory.</param>
    /// <param name="user">The person the memory is about.</param>
    /// <param name="agent">The agent the memory belongs to, or null when it is shared by the user's agents.</param>
    /// <exception cref="InvalidScopeException">A part is missing, too long or holds a character that is not allowed.</exception>
    public MemoryScope(string tenant, string user, string? agent = null)
    {
        Tenant = Check("tenant", tenant);
        User = Check("user", user);
        Agent = agent is null ? null : Check("agent", agent);
    }

    /// <summary>The organisation or application that owns the memory.</summary>
    public string Tenant { get; }

    /// <summary>The person the memory is about.</summary>
    public string User { get; }

    /// <summary>The agent the memory belongs to, or null when it is shared by the user's agents.</summary>
    public string? Agent { get; }

    /// <summary>The scope as <c>tenant/user</c> or <c>tenant/user/agent</c>, each part percent-escaped so that no two scopes share a text.</summary>
    public override string ToString() =>
        Agent is null
            ? $"{Uri.EscapeDataString(Tenant)}/{Uri.EscapeDataString(User)}"
            : $"{Uri.EscapeDataString(Tenant)}/{Uri.EscapeDataString(User)}/{Uri.EscapeDataString(Agent)}";

    private static string Check(string part, string? value)
    {
        var fault = Identifier.Fault(value, MaxPartLength);
        return fault is null ? value! : throw new InvalidScopeException(part, fault);
    }
}
