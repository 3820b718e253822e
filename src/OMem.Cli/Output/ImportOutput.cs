using OMem.Cli.Import;

namespace OMem.Cli.Output;

/// <summary>What <c>omem import --json</c> writes.</summary>
internal sealed record ImportOutput
{
    /// <summary>The layout that was read.</summary>
    public required string Format { get; init; }

    /// <summary>Whether nothing was stored because only a look was asked for.</summary>
    public required bool DryRun { get; init; }

    /// <summary>Messages read that are fit to be stored.</summary>
    public required long Messages { get; init; }

    /// <summary>Their sessions.</summary>
    public required int Sessions { get; init; }

    /// <summary>Who speaks how often, most talkative first.</summary>
    public required IReadOnlyList<SpeakerCount> Speakers { get; init; }

    /// <summary>When the earliest happened.</summary>
    public required DateTimeOffset? From { get; init; }

    /// <summary>When the latest happened.</summary>
    public required DateTimeOffset? To { get; init; }

    /// <summary>Messages that are earlier than the one before them in their session.</summary>
    public required long Backwards { get; init; }

    /// <summary>New messages: stored, or to be stored.</summary>
    public required long Stored { get; init; }

    /// <summary>Messages that were there with the same content.</summary>
    public required long AlreadyStored { get; init; }

    /// <summary>Messages that held nothing but recalled memory and were not stored.</summary>
    public long Recognised { get; init; }

    /// <summary>Entries left out on purpose, by reason.</summary>
    public required IReadOnlyList<LeftOutCount> LeftOut { get; init; }

    /// <summary>Entries with a fault that were passed over.</summary>
    public required IReadOnlyList<ImportFault> Skipped { get; init; }

    /// <summary>The entry that ended the import, if one did.</summary>
    public required ImportFault? Stopped { get; init; }

    /// <summary>Messages left out because they hold what the policy for sensitive data refuses.</summary>
    public IReadOnlyList<ImportFault> Refused { get; init; } = [];

    /// <summary>How often each kind of sensitive data was masked; empty for a look without storing.</summary>
    public IReadOnlyList<SensitiveCount> Masked { get; init; } = [];

    /// <summary>Interactions that wait to be understood.</summary>
    public int Pending { get; init; }

    /// <summary>Interactions that were given up.</summary>
    public int Parked { get; init; }

    /// <summary>What model calls have cost, by stage and model.</summary>
    public IReadOnlyList<StageUsage> Usage { get; init; } = [];

    /// <summary>Makes the output of an import.</summary>
    public static ImportOutput Of(ImportFormat format, bool dryRun, ImportSurvey survey, ImportReport report) => new()
    {
        Format = format.ToString().ToLowerInvariant(),
        DryRun = dryRun,
        Messages = survey.Messages,
        Sessions = survey.Sessions,
        Speakers = survey.Speakers,
        From = survey.From,
        To = survey.To,
        Backwards = survey.Backwards,
        Stored = report.Stored,
        AlreadyStored = report.AlreadyStored,
        Recognised = report.Recognised,
        LeftOut = survey.LeftOut,
        Skipped = report.Skipped,
        Stopped = report.Stopped,
        Refused = report.Refused,
        Masked = report.Masked,
    };
}

/// <summary>What <c>omem import --json</c> writes for an export of OMem.</summary>
/// <param name="Format">The layout: <c>omem</c>.</param>
/// <param name="DryRun">Whether nothing was stored because only a look was asked for.</param>
/// <param name="Content">How much the export holds.</param>
/// <param name="AlreadyThere">Whether the scope held exactly this already.</param>
internal sealed record RestoreOutput(string Format, bool DryRun, ExportSummary Content, bool AlreadyThere);
