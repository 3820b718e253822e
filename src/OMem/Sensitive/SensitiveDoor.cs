namespace OMem.Sensitive;

/// <summary>What passed the door.</summary>
/// <param name="Interactions">The interactions as they may be stored: the ones given where nothing was masked.</param>
/// <param name="Masked">How often each kind was masked.</param>
internal sealed record CleanInteractions(IReadOnlyList<Interaction> Interactions, IReadOnlyList<SensitiveCount> Masked);

/// <summary>Has the policy of a memory done to what comes in, before anything is hashed, indexed, embedded or stored.</summary>
/// <remarks>
/// Text and metadata values are masked. Ids, sessions, speakers and metadata keys are names: two that were masked would become one, so what may not be stored as
/// given is refused there. The same message masks to the same text, so that its id stays its idempotency key.
/// </remarks>
internal static class SensitiveDoor
{
    private static readonly int Kinds = Enum.GetValues<SensitiveKind>().Length;

    /// <summary>Masks or refuses.</summary>
    /// <exception cref="SensitiveDataException">One is to be refused; the first is named.</exception>
    public static CleanInteractions Clean(IReadOnlyList<Interaction> interactions, SensitiveDataPolicy policy)
    {
        if (policy == KeepAll)
        {
            return new(interactions, []);
        }

        Span<int> counts = stackalloc int[Kinds];
        var findings = new Findings();
        Interaction[]? changed = null;
        for (var i = 0; i < interactions.Count; i++)
        {
            var clean = Clean(i, interactions[i], policy, findings, counts);
            if (!ReferenceEquals(clean, interactions[i]))
            {
                changed ??= [.. interactions];
                changed[i] = clean;
            }
        }

        return new(changed ?? interactions, Counted(counts));
    }

    /// <summary>Masks or refuses what a person decides: it goes into derived memory and the ledger.</summary>
    /// <exception cref="SensitiveDataException">It is to be refused.</exception>
    public static Replacement Clean(Replacement replacement, SensitiveDataPolicy policy) => replacement with
    {
        Value = CleanText("value", replacement.Value, policy),
        Text = CleanText("text", replacement.Text, policy),
    };

    /// <summary>Masks or refuses who decides and why.</summary>
    /// <exception cref="SensitiveDataException">It is to be refused.</exception>
    public static CorrectionNote Clean(CorrectionNote note, SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(note);
        return new CorrectionNote(CleanText("actor", note.Actor, policy)!, CleanText("reason", note.Reason, policy)!);
    }

    private static SensitiveDataPolicy KeepAll { get; } = SensitiveDataPolicy.All(SensitiveHandling.Keep);

    private static Interaction Clean(int index, Interaction interaction, SensitiveDataPolicy policy, Findings findings, Span<int> counts)
    {
        CheckName(index, "id", interaction.Id, policy, findings);
        CheckName(index, "speaker", interaction.Speaker, policy, findings);
        CheckName(index, "session", interaction.Session, policy, findings);
        var text = CleanText(index, "text", interaction.Text, policy, findings, counts);
        Dictionary<string, string>? metadata = null;
        foreach (var (key, value) in interaction.Metadata)
        {
            CheckName(index, "metadata key", key, policy, findings);
            var clean = CleanText(index, key, value, policy, findings, counts, isMetadata: true);
            if (!ReferenceEquals(clean, value))
            {
                metadata ??= new Dictionary<string, string>(interaction.Metadata, StringComparer.Ordinal);
                metadata[key] = clean;
            }
        }

        return ReferenceEquals(text, interaction.Text) && metadata is null
            ? interaction
            : interaction with { Text = text, Metadata = metadata ?? interaction.Metadata };
    }

    private static string CleanText(int? index, string field, string text, SensitiveDataPolicy policy, Findings findings, Span<int> counts, bool isMetadata = false)
    {
        var clean = SensitiveScanner.Clean(text, policy, findings, counts);
        return findings.Count == 0
            ? clean
            : throw new SensitiveDataException(
                index,
                isMetadata ? $"metadata '{field}'" : field,
                $"holds {Listed(findings)}, which the policy of this memory refuses: take it out, or change the policy",
                findings.Kinds());
    }

    private static string? CleanText(string field, string? text, SensitiveDataPolicy policy)
    {
        Span<int> counts = stackalloc int[Kinds];
        return text is null ? null : CleanText(index: null, field, text, policy, new Findings(), counts);
    }

    private static void CheckName(int index, string field, string? name, SensitiveDataPolicy policy, Findings findings)
    {
        if (name is null)
        {
            return;
        }

        SensitiveScanner.Find(name, policy, findings);
        findings.Drop(policy, SensitiveHandling.Keep);
        if (findings.Count > 0)
        {
            throw new SensitiveDataException(
                index, field, $"holds {Listed(findings)}, which the policy of this memory does not keep: a name cannot be masked, use another", findings.Kinds());
        }
    }

    private static string Listed(Findings findings) => string.Join(" and ", findings.ToArray().Select(static finding => finding.Label).Distinct(StringComparer.Ordinal).Select(Article));

    private static string Article(string label) => (label[0] is 'a' or 'e' ? "an " : "a ") + label;

    private static IReadOnlyList<SensitiveCount> Counted(ReadOnlySpan<int> counts)
    {
        List<SensitiveCount>? counted = null;
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] > 0)
            {
                (counted ??= []).Add(new SensitiveCount((SensitiveKind)i, counts[i]));
            }
        }

        return counted is null ? Array.Empty<SensitiveCount>() : counted;
    }
}
