using OMem.Cli.Hosting;

namespace OMem.Cli.Import;

/// <summary>What an import would do, told by comparing it with what the scope holds; nothing is stored.</summary>
internal static class ImportPreview
{
    /// <summary>Reads the whole input.</summary>
    public static async Task<ImportReport> RunAsync(
        IMemory memory, IAsyncEnumerable<ImportedItem> items, bool skipInvalid, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(items);
        await using var check = new EntryCheck();
        var known = await KnownAsync(memory, cancellationToken);
        var policy = await memory.GetSensitiveDataPolicyAsync(cancellationToken);
        var skipped = new List<ImportFault>();
        var refused = new List<ImportFault>();
        var (stored, already) = (0L, 0L);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            var fault = item.Interaction is { } given ? await check.FaultAsync(given, cancellationToken) : item.Fault;
            if (fault is null && item.Interaction is { } raw)
            {
                if (Admitted(raw, item.Place, policy, refused) is not { } interaction)
                {
                    continue;
                }

                var hash = Hash(interaction);
                if (known.TryAdd(interaction.Id, hash))
                {
                    stored++;
                }
                else if (string.Equals(known[interaction.Id], hash, StringComparison.Ordinal))
                {
                    already++;
                }
                else
                {
                    fault = ImportRun.Conflict(interaction.Id);
                }
            }

            if (fault is not null && (item.IsFinal || !skipInvalid))
            {
                return new ImportReport(stored, already, skipped, new ImportFault(item.Place, fault)) { Refused = refused };
            }

            if (fault is not null)
            {
                skipped.Add(new ImportFault(item.Place, fault));
            }
        }

        return new ImportReport(stored, already, skipped, null) { Refused = refused };
    }

    /// <summary>The interaction as it would be stored; null when the policy refuses it.</summary>
    private static Interaction? Admitted(Interaction raw, string place, SensitiveDataPolicy policy, List<ImportFault> refused)
    {
        try
        {
            return SensitiveText.Mask(SensitiveEntry.WithSafeId(raw, policy), policy);
        }
        catch (SensitiveDataException refusal)
        {
            refused.Add(new ImportFault(place, SensitiveEntry.Fault(refusal)));
            return null;
        }
    }

    private static async Task<Dictionary<string, string>> KnownAsync(IMemory memory, CancellationToken cancellationToken)
    {
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var stored in memory.ReadLogAsync(cancellationToken: cancellationToken))
        {
            known[stored.Interaction.Id] = Hash(stored.Interaction);
        }

        return known;
    }

    private static string Hash(Interaction interaction) =>
        ContentId.Of(interaction.Session, interaction.Speaker, interaction.Role, interaction.OccurredAt, interaction.Text, interaction.Metadata);
}
