using System.Text.Json.Serialization;

namespace OMem.Portability;

/// <summary>The first line of an export.</summary>
/// <param name="Version">Version of the layout.</param>
/// <param name="Interactions">Lines of type <c>interaction</c>.</param>
/// <param name="Waiting">How many of them are not understood yet.</param>
/// <param name="Attributes">Lines of type <c>attribute</c>.</param>
/// <param name="Facts">Lines of type <c>fact</c>.</param>
/// <param name="Clusters">Lines of type <c>cluster</c>.</param>
/// <param name="Topics">Lines of type <c>topic</c>.</param>
/// <param name="Ledger">Lines of type <c>ledger</c>.</param>
internal sealed record ExportHeader(
    int Version, long Interactions, long Waiting, long Attributes, long Facts, long Clusters, long Topics, long Ledger)
{
    /// <summary>The version this program writes: 2 where the log has gaps, or something is forgotten, held back or of another trust than is usual; else 1, which older programs read too.</summary>
    public const int CurrentVersion = 2;

    /// <summary>The end of the log, where positions at its end were erased.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? LogEnd { get; init; }

    public static ExportHeader Of(ExportSummary summary, int version, long? logEnd) => new(
        version, summary.Interactions, summary.Waiting, summary.Attributes, summary.Facts, summary.Clusters, summary.Topics, summary.LedgerEntries)
    {
        LogEnd = logEnd,
    };

    public ExportSummary ToSummary() => new(Interactions, Waiting, Attributes, Facts, Clusters, Topics, Ledger);
}

/// <summary>The last line of an export.</summary>
/// <param name="Sha256">SHA-256 over every byte before this line, in hexadecimal.</param>
internal sealed record ExportEnd(string Sha256);

/// <summary>One interaction of an export.</summary>
internal sealed record ExportedInteraction
{
    public required long Sequence { get; init; }

    public required string Id { get; init; }

    public required string Speaker { get; init; }

    public required SpeakerRole Role { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SourceTrust? Trust { get; init; }

    public required string Text { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string? Session { get; init; }

    public required IReadOnlyDictionary<string, string> Metadata { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required bool Understood { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Hidden { get; init; }

    public static ExportedInteraction Of(StoredInteraction stored, bool understood, bool hidden) => new()
    {
        Sequence = stored.Sequence,
        Id = stored.Interaction.Id,
        Speaker = stored.Interaction.Speaker,
        Role = stored.Interaction.Role,
        Trust = stored.Interaction.Trust,
        Text = stored.Interaction.Text,
        OccurredAt = stored.Interaction.OccurredAt,
        Session = stored.Interaction.Session,
        Metadata = new Dictionary<string, string>(
            stored.Interaction.Metadata.OrderBy(static pair => pair.Key, StringComparer.Ordinal), StringComparer.Ordinal),
        RecordedAt = stored.RecordedAt,
        Understood = understood,
        Hidden = hidden,
    };

    public Interaction ToInteraction() => new()
    {
        Id = Id,
        Speaker = Speaker,
        Role = Role,
        Trust = Trust,
        Text = Text,
        OccurredAt = OccurredAt,
        Session = Session,
        Metadata = Metadata,
    };
}

/// <summary>The types of an export's lines.</summary>
internal static class ExportTypes
{
    public const string Header = "omem-export";
    public const string Interaction = "interaction";
    public const string Attribute = "attribute";
    public const string Fact = "fact";
    public const string Cluster = "cluster";
    public const string Topic = "topic";
    public const string Ledger = "ledger";
    public const string End = "end";
}
