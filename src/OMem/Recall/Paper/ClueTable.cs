using OMem.Interactions;

namespace OMem.Recall.Paper;

/// <summary>The published episodic memory of one log: word to messages of each speaker, read from the log when it is first asked and kept up to date.</summary>
/// <remarks>Thread-safe. It holds every word of the log, which OMem's own index does not need; it lives as long as the log is hot.</remarks>
#pragma warning disable CA1001 // A semaphore whose wait handle is never asked for holds nothing to release.
internal sealed class ClueTable
#pragma warning restore CA1001
{
    private const int ReadBatch = 512;

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Dictionary<string, Dictionary<string, List<int>>> _turns = new(StringComparer.Ordinal);
    private int _read;

    /// <summary>The single rarest word of a question among a speaker's messages.</summary>
    public async Task<Clue> RarestAsync(ScopeView view, string speaker, string question, LoadInteractions load, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await ReadAsync(view, load, cancellationToken).ConfigureAwait(false);
            return _turns.TryGetValue(speaker, out var words) ? Rarest(words, question, view.Count) : Clue.None;
        }
        finally
        {
            _gate.Release();
        }
    }

    private static Clue Rarest(Dictionary<string, List<int>> words, string question, int count)
    {
        var known = ClueWords.Of(question)
            .Distinct(StringComparer.Ordinal)
            .Select(word => (Word: word, Turns: words.TryGetValue(word, out var turns) ? turns.TakeWhile(turn => turn < count).ToList() : []))
            .Where(static clue => clue.Turns.Count > 0)
            .OrderBy(static clue => clue.Turns.Count)
            .ThenBy(static clue => clue.Word, StringComparer.Ordinal)
            .ToList();
        return known.Count == 0
            ? Clue.None
            : new Clue(known[0].Word, known[0].Turns, [.. known.Skip(1).TakeWhile(clue => clue.Turns.Count == known[0].Turns.Count).Select(static clue => clue.Word)]);
    }

    private async Task ReadAsync(ScopeView view, LoadInteractions load, CancellationToken cancellationToken)
    {
        var count = view.Count;
        while (_read < count)
        {
            var next = Math.Min(count, _read + ReadBatch);
            var loaded = new Dictionary<long, StoredInteraction>();
            await TextLoading.LoadAsync(Enumerable.Range(_read, next - _read).Select(view.SequenceOf), loaded, load, cancellationToken).ConfigureAwait(false);
            for (; _read < next; _read++)
            {
                Add(loaded[view.SequenceOf(_read)].Interaction, _read);
            }
        }
    }

    private void Add(Interaction interaction, int turn)
    {
        if (interaction.Role is not SpeakerRole.Person)
        {
            return;
        }

        if (!_turns.TryGetValue(interaction.Speaker, out var words))
        {
            _turns[interaction.Speaker] = words = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        }

        foreach (var word in ClueWords.Of(InteractionAnalyzer.ShownText(interaction)).Distinct(StringComparer.Ordinal))
        {
            if (!words.TryGetValue(word, out var turns))
            {
                words[word] = turns = [];
            }

            turns.Add(turn);
        }
    }
}

/// <summary>The rarest word of a question.</summary>
/// <param name="Word">The word; null when none is known.</param>
/// <param name="Turns">The messages that hold it, in log order.</param>
/// <param name="Ties">Words that are as rare, and come later in ordinal order.</param>
internal sealed record Clue(string? Word, IReadOnlyList<int> Turns, IReadOnlyList<string> Ties)
{
    /// <summary>No word is known.</summary>
    public static Clue None { get; } = new(null, [], []);
}
