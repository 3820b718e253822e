using OMem.Cli.Hosting;
using OMem.Cli.Output;
using OMem.Cli.Settings;

namespace OMem.Cli.Doctor;

/// <summary>Checks of an opened store: schema, model, outbox, vectors, clock.</summary>
internal static class StoreChecks
{
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    /// <summary>Opens the store and looks at the scopes it was asked about, or at every scope.</summary>
    public static async Task<IReadOnlyList<DoctorCheck>> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        IMemoryEngine engine;
        IReadOnlyList<MemoryScope> scopes;
        try
        {
            // Looking needs no language model, and a fault in its settings is told apart.
            engine = await context.Host.OpenEngine(context.Settings with { Llm = LlmSettings.None }, cancellationToken);
        }
        catch (EncryptionException fault)
        {
            return [EncryptionCheck.Of(fault)];
        }
        catch (Exception fault) when (fault is OMemException or CommandFailedException or UsageException or IOException)
        {
            return [new DoctorCheck("embedding model", CheckState.Fail, fault.Message, "Give another --embedding-model, or 'none' to recall by words alone.")];
        }

        await using (engine)
        {
            try
            {
                scopes = await engine.ListScopesAsync(cancellationToken);
            }
            catch (EncryptionException fault)
            {
                return [EncryptionCheck.Of(fault)];
            }
            catch (MemoryStoreException fault)
            {
                return [new DoctorCheck("store", CheckState.Fail, fault.Message, Advice(fault.Fault))];
            }

            return
            [
                .. await CheckScopesAsync(context, engine, scopes, cancellationToken),
                await EncryptionCheck.RunAsync(context, cancellationToken),
            ];
        }
    }

    private static async Task<IReadOnlyList<DoctorCheck>> CheckScopesAsync(
        CommandContext context, IMemoryEngine engine, IReadOnlyList<MemoryScope> scopes, CancellationToken cancellationToken)
    {
        var asked = context.Settings is { Tenant: not null, User: not null } ? [context.Settings.Scope()] : scopes;
        var statuses = new List<MemoryStatus>();
        DateTimeOffset? latest = null;
        foreach (var scope in asked)
        {
            var memory = engine.ForScope(scope);
            var status = await memory.GetStatusAsync(cancellationToken);
            statuses.Add(status);
            await foreach (var last in memory.ReadLogAsync(Math.Max(0, status.LogSequence - 1), cancellationToken))
            {
                latest = latest is null || last.RecordedAt > latest ? last.RecordedAt : latest;
            }
        }

        if (statuses.Count == 0)
        {
            return [new DoctorCheck("store", CheckState.Ok, "opens; it holds no memory yet")];
        }

        return [.. Judge(statuses, scopes.Count, latest, context.Host.Time.GetUtcNow())];
    }

    private static IEnumerable<DoctorCheck> Judge(List<MemoryStatus> statuses, int scopes, DateTimeOffset? latest, DateTimeOffset now)
    {
        var first = statuses[0];
        yield return new DoctorCheck(
            "store", CheckState.Ok, $"{first.Store.Provider}, schema {first.Store.SchemaVersion}, {PairTable.Bytes(first.Store.Bytes)}, {PairTable.Count(scopes)} scopes; {first.Store.Durability}");
        if (first.Store.IsUnclean)
        {
            yield return new DoctorCheck(
                "erasing", CheckState.Warn, "what was erased may still be in free pages or the log of the file",
                "End other programs that read it, make room for as much as it has, and run this again: opening the store finishes it.");
        }

        yield return first.EmbeddingModel is { } model
            ? new DoctorCheck("embedding model", CheckState.Ok, model)
            : new DoctorCheck("embedding model", CheckState.Warn, "none: recall by words alone", "Leave out '--embedding-model none' to use the bundled model.");
        yield return Outbox(statuses.Sum(status => status.Pending), statuses.Sum(status => status.Parked));
        var stale = statuses.Sum(status => status.StaleVectors);
        yield return stale == 0
            ? new DoctorCheck("vectors", CheckState.Ok, "all of the model in use")
            : new DoctorCheck("vectors", CheckState.Warn, $"{PairTable.Count(stale)} missing or of another model", "Run 'omem rebuild' to embed them again; until then they are found by words.");
        yield return Clock(latest, now);
    }

    private static DoctorCheck Outbox(int pending, int parked) => (pending, parked) switch
    {
        (_, > 0) => new DoctorCheck(
            "outbox", CheckState.Fail, $"{PairTable.Count(parked)} messages could not be understood", "'omem status' says why; 'omem rebuild' tries again."),
        ( > 0, _) => new DoctorCheck("outbox", CheckState.Warn, $"{PairTable.Count(pending)} messages wait to be understood", "Run 'omem flush'."),
        _ => new DoctorCheck("outbox", CheckState.Ok, "empty: everything is understood"),
    };

    private static DoctorCheck Clock(DateTimeOffset? latest, DateTimeOffset now) => latest > now + ClockSlack
        ? new DoctorCheck(
            "clock", CheckState.Warn, $"a message was recorded at {Instants.Minute(latest.Value)}, it is {Instants.Minute(now)} now",
            "Check the clock of this machine: 'as of' answers use recording times.")
        : new DoctorCheck("clock", CheckState.Ok, $"{Instants.Minute(now)} UTC");

    private static string Advice(MemoryStoreFault fault) => fault switch
    {
        MemoryStoreFault.Busy => "Another process holds the store; try again.",
        MemoryStoreFault.NotAStore => "Give another --data, or move the file away.",
        MemoryStoreFault.NewerSchema => "Use the newer version of omem that wrote it.",
        MemoryStoreFault.ReadOnly => "Give yourself the right to write there, or another --data.",
        MemoryStoreFault.Full => "Make room on the disk.",
        MemoryStoreFault.Corrupt => "Restore a copy; what 'omem export' still reads can be remembered again.",
        MemoryStoreFault.Other => "Set OMEM_DEBUG=1 and run the command again to see the cause.",
        _ => "Set OMEM_DEBUG=1 and run the command again to see the cause.",
    };
}
