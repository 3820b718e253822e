using OMem.Interactions;
using OMem.Telemetry;

namespace OMem.Models;

/// <summary>Writes what calls have cost to the store: what was spent is spent, also when the work was cancelled or failed.</summary>
internal static class UsageSaving
{
    /// <summary>Saves what was not saved yet. A store that fails is logged, and the cost is tried again with the next.</summary>
    public static async Task SaveAsync(EngineParts parts, MemoryScope scope)
    {
        var usage = parts.Calls.Usage.TakeUnsaved(scope);
        if (usage.Count == 0)
        {
            return;
        }

        try
        {
            await parts.Store.AddUsageAsync(scope, usage, CancellationToken.None).ConfigureAwait(false);
        }
        catch (MemoryStoreException exception)
        {
            parts.Calls.Usage.GiveBack(scope, usage);
            parts.Log.UsageNotSaved(exception, scope);
        }
    }
}
