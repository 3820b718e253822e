using System.Globalization;
using OMem.Forgetting;
using OMem.Interactions;

namespace OMem.Retention;

/// <summary>The retention rules of one scope.</summary>
internal sealed class ScopeRetention(EngineParts parts, ScopeState state)
{
    /// <summary>Who decides, in the ledger and in receipts.</summary>
    private const string Actor = "retention";

    private readonly RetentionStore _store = new(parts.Store);

    /// <summary>The scope's own policy.</summary>
    public Task<RetentionPolicy?> ReadAsync(CancellationToken cancellationToken) => _store.ReadAsync(state.Scope, cancellationToken);

    /// <summary>Sets it.</summary>
    public Task WriteAsync(RetentionPolicy? policy, CancellationToken cancellationToken) => _store.WriteAsync(state.Scope, policy, cancellationToken);

    /// <summary>Applies the policy in force.</summary>
    public async Task<RetentionRun> ApplyAsync(bool dryRun, CancellationToken cancellationToken)
    {
        var policy = await ReadAsync(cancellationToken).ConfigureAwait(false) ?? parts.Options.Retention.Default;
        var selected = await RetentionSelection.ReadAsync(parts.Store, state.Scope, policy, parts.Time.GetUtcNow(), cancellationToken).ConfigureAwait(false);
        var forgetting = new ScopeForgetting(parts, state);
        var run = new RetentionRun { Policy = policy, Preview = await forgetting.PreviewAsync(selected, cancellationToken).ConfigureAwait(false) };
        if (dryRun || policy is null)
        {
            return run;
        }

        var note = new CorrectionNote(Actor, Reason(policy));
        return policy.Mode is RetentionMode.Erase
            ? run.Preview.Interactions == 0 ? run : run with { Receipt = await forgetting.EraseAsync(selected, note, verify: false, cancellationToken).ConfigureAwait(false) }
            : run.Preview.Interactions == run.Preview.Forgotten ? run : run with { Forgotten = await forgetting.ForgetAsync(selected, note, cancellationToken).ConfigureAwait(false) };
    }

    private static string Reason(RetentionPolicy policy)
    {
        string?[] rules =
        [
            policy.MaxAge is { } age ? string.Create(CultureInfo.InvariantCulture, $"older than {age:c}") : null,
            policy.MaxSessions is { } sessions ? string.Create(CultureInfo.InvariantCulture, $"not of the latest {sessions} sessions") : null,
        ];
        return $"the retention policy: {string.Join(" or ", rules.OfType<string>())}";
    }
}
