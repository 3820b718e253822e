using OMem.Consolidation;
using OMem.Storage;

namespace OMem.Forgetting;

/// <summary>Finds what a selection selects.</summary>
/// <param name="store">The store.</param>
/// <param name="scope">Whose memory.</param>
/// <param name="recall">Recalls in it.</param>
internal sealed class SelectionReader(IMemoryStore store, MemoryScope scope, Func<RecallQuery, CancellationToken, Task<RecallResult>> recall)
{
    private const int MostTokens = 1_000_000;

    public async Task<Selected> ReadAsync(MemorySelection selection, CancellationToken cancellationToken)
    {
        var head = await store.GetHeadAsync(scope, cancellationToken).ConfigureAwait(false);
        var topics = await OfTopicsAsync(selection.Topics, cancellationToken).ConfigureAwait(false);
        var found = await OfQueryAsync(selection, cancellationToken).ConfigureAwait(false);
        var ids = selection.Interactions.ToHashSet(StringComparer.Ordinal);
        var sessions = selection.Sessions.ToHashSet(StringComparer.Ordinal);
        var positions = new List<long>();
        await foreach (var row in store.ReadLogAsync(scope, 0, cancellationToken).ConfigureAwait(false))
        {
            var (sequence, interaction) = (row.Stored.Sequence, row.Stored.Interaction);
            if ((ids.Count == 0 || ids.Contains(interaction.Id))
                && (sessions.Count == 0 || (interaction.Session is { } session && sessions.Contains(session)))
                && topics?.Contains(sequence) is not false
                && found?.Contains(sequence) is not false
                && !(interaction.OccurredAt < selection.From)
                && !(interaction.OccurredAt >= selection.To))
            {
                positions.Add(sequence);
            }
        }

        return Selected.Of(scope, head.Epoch, positions, selection.Everything);
    }

    private async Task<HashSet<long>?> OfTopicsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return null;
        }

        var topics = (await store.ReadDerivedAsync(scope, cancellationToken).ConfigureAwait(false)).Topics.ToDictionary(static stored => stored.Topic.Id, static stored => stored.Topic, StringComparer.Ordinal);
        return ids.FirstOrDefault(id => !topics.ContainsKey(id)) is { } unknown
            ? throw new CorrectionException(CorrectionFault.UnknownItem, $"There is no topic '{unknown}' in this memory. 'omem topics --json' shows the ids.")
            : ids.SelectMany(id => topics[id].Interactions).ToHashSet();
    }

    private async Task<HashSet<long>?> OfQueryAsync(MemorySelection selection, CancellationToken cancellationToken)
    {
        if (selection.Query is null)
        {
            return null;
        }

        var query = new RecallQuery(selection.Query)
        {
            Kinds = [RecallItemKind.Interaction],
            MaxItems = selection.QueryLimit,
            TokenBudget = MostTokens,
            IncludeSuperseded = true,
            From = selection.From,
            To = selection.To,
            Session = selection.Sessions.Count == 1 ? selection.Sessions[0] : null,
        };
        var result = await recall(query, cancellationToken).ConfigureAwait(false);
        var words = ValueKey.Of(selection.Query).Stems;
        return result.Items.Where(item => SaysEnough(item.Text, words)).SelectMany(static item => item.Citations).Select(static citation => citation.Sequence).ToHashSet();
    }

    /// <summary>A recall fills its list with whatever is nearest; who asks to have something taken away means what says it.</summary>
    private static bool SaysEnough(string text, IReadOnlyList<string> words)
    {
        var said = ValueKey.Of(text).Stems.ToHashSet(StringComparer.Ordinal);
        return words.Count(said.Contains) * 2 >= Math.Max(1, words.Count);
    }
}
