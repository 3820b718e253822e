using System.Globalization;
using System.Text;
using OMem.Storage;
using OMem.Understanding;

namespace OMem.Tests.Consolidation;

/// <summary>A log of messages and the memory derived from it, in the batch sizes a test wants.</summary>
internal sealed class Chat
{
    public static readonly MemoryScope Scope = new("tenant", "user");
    private readonly List<StoredInteraction> _log = [];
    private readonly TextIndexer _index;

    public Chat(TextIndexer? index = null) => _index = index ?? WordsOnly;

    /// <summary>No vectors.</summary>
    public static Task<IndexData[]> WordsOnly(IReadOnlyList<string> texts, CancellationToken cancellationToken) =>
        Task.FromResult(texts.Select(_ => new IndexData(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, null, 0)).ToArray());

    public IReadOnlyList<StoredInteraction> Log => _log;

    /// <summary>Appends a message; days count from 1 January 2024, noon UTC.</summary>
    public Chat Say(string text, int? day = null, string speaker = "Alice", SpeakerRole role = SpeakerRole.Person, string? id = null)
    {
        var sequence = _log.Count + 1;
        var at = new DateTimeOffset(2024, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(day ?? sequence);
        _log.Add(new StoredInteraction(
            sequence,
            new Interaction { Id = id ?? string.Create(CultureInfo.InvariantCulture, $"m{sequence}"), Speaker = speaker, Role = role, Text = text, OccurredAt = at },
            new DateTimeOffset(2025, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(sequence)));
        return this;
    }

    public Chat SayAll(params string[] texts)
    {
        foreach (var text in texts)
        {
            Say(text);
        }

        return this;
    }

    /// <summary>What the local reader makes of the log.</summary>
    public async Task<IReadOnlyList<InteractionUnderstanding>> ReadAsync() =>
        [.. TrustedUnderstanding.Of(_log, await Readers.Local.ReadAsync(new ReadingRequest(Scope, _log, []))).Select(row => row.Understanding)];

    /// <summary>Reads and consolidates the log.</summary>
    /// <param name="batchSize">Messages a batch.</param>
    /// <param name="reload">Whether the hot state is made anew from what is stored before each batch.</param>
    /// <param name="reader">The reader; the local one by default.</param>
    /// <param name="models">What models decide; null for rules alone.</param>
    public async Task<DerivedBook> UnderstandAsync(int batchSize = 64, bool reload = false, IInteractionReader? reader = null, OMem.Consolidation.ConsolidationModels? models = null)
    {
        var book = new DerivedBook();
        var state = new OMem.Consolidation.DerivedState(book.Memory);
        for (var i = 0; i < _log.Count; i += batchSize)
        {
            var batch = _log.Skip(i).Take(batchSize).ToList();
            var before = _log.Take(i).TakeLast(ReadingWindow.Length).ToList();
            if (reload)
            {
                state = new OMem.Consolidation.DerivedState(book.Memory);
            }

            var commit = await UnderstandingPipeline.ProcessAsync(
                reader ?? Readers.Local, state, new ReadingRequest(Scope, batch, before), _index, models, CancellationToken.None);
            state.Accept(book.Apply(commit));
        }

        return book;
    }
}
