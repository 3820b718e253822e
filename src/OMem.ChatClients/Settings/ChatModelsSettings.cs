using System.Collections.Immutable;

namespace OMem.ChatClients;

/// <summary>The models of a host by role, and what becomes of their exchanges.</summary>
public sealed record ChatModelsSettings
{
    /// <summary>The model of every role that has none of its own.</summary>
    public ModelSettings Default { get; init; } = new();

    /// <summary>What a role has of its own.</summary>
    public IReadOnlyDictionary<ModelRole, ModelSettings> Roles { get; init; } = ImmutableDictionary<ModelRole, ModelSettings>.Empty;

    /// <summary>The folder every exchange is recorded in; null to record none.</summary>
    public string? RecordFolder { get; init; }

    /// <summary>
    /// The folder answers are replayed from; null to ask the models. Together with the same <see cref="RecordFolder"/>, what was recorded is
    /// replayed and only the rest is asked.
    /// </summary>
    public string? ReplayFolder { get; init; }

    /// <summary>How long an endpoint may be silent before the connection is given up: a safety net beneath the engine's own time limit.</summary>
    /// <value>The default is ten minutes.</value>
    public TimeSpan NetworkTimeout { get; init; } = TimeSpan.FromMinutes(10);
}
