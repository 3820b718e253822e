using OMem.Interactions;
using OMem.Recall;
using OMem.Storage;
using OMem.Vectors;

namespace OMem.Tests.Recall;

/// <summary>A small hand-written log with derived memory, recalled through the whole read path.</summary>
internal sealed class RecallFixture
{
    private readonly List<StoredInteraction> _log = [];
    private readonly ScopeIndex _index = new(null, 0);
    private readonly List<StoredItem> _items = [];
    private readonly List<StoredTopic> _topics = [];

    public static DateTimeOffset Day(int month, int day) => new(2024, month, day, 10, 0, 0, TimeSpan.Zero);

    public List<long> Loaded { get; } = [];

    public ScopeView View => _index.View;

    public DerivedView Derived => new DerivedIndex(new DerivedMemory(1, _items, [], _topics), null, 0).View;

    public RecallFixture Say(string speaker, string text, string session = "s1", int month = 1, int day = 1, SpeakerRole role = SpeakerRole.Person)
    {
        var sequence = _log.Count + 1;
        var interaction = new Interaction
        {
            Id = $"m{sequence}", Speaker = speaker, Role = role, Text = text, Session = session, OccurredAt = Day(month, day),
        };
        var stored = new StoredInteraction(sequence, interaction, Day(month, day).AddMinutes(sequence));
        _log.Add(stored);
        _index.Append(new IndexEntry(
            sequence, speaker, role, interaction.OccurredAt, stored.RecordedAt, session, text.Length,
            new IndexData(InteractionAnalyzer.Analyze(interaction).Encode(), default, null, 0)));
        _index.Publish();
        return this;
    }

    public RecallFixture Know(
        string id, string subject, string text, long evidence, PersonaItemKind kind = PersonaItemKind.Attribute,
        DateTimeOffset? from = null, DateTimeOffset? to = null, DateTimeOffset? recorded = null, DateTimeOffset? superseded = null)
    {
        var item = new PersonaItem
        {
            Id = id, Kind = kind, Subject = subject, Value = text, Text = text, ValidFrom = from, ValidTo = to,
            RecordedAt = recorded ?? Day(1, 1), SupersededAt = superseded, Evidence = [new Evidence(evidence, $"m{evidence}", 0, 0)], Reader = "test@1",
        };
        _items.Add(new StoredItem(item, new IndexData(InteractionAnalyzer.Analyze(text).Encode(), default, null, 0)));
        return this;
    }

    public RecallFixture Topic(string label, params long[] interactions)
    {
        var topic = new Topic { Id = label, Label = label, Interactions = interactions, FirstAt = Day(1, 1), LastAt = Day(1, 1) };
        _topics.Add(new StoredTopic(topic, new IndexData(InteractionAnalyzer.Analyze(label).Encode(), default, null, 0)));
        return this;
    }

    public Task<RecallResult> RecallAsync(string text) => RecallAsync(new RecallQuery(text));

    public Task<RecallResult> RecallAsync(RecallQuery query) =>
        new RecallPath(new RecallPipeline(RecallWeights.Default), 0.5, OMem.Trust.SourceRules.Default).RecallAsync(View, Derived, query, null, LoadAsync, default);

    public static LoadInteractions LoadFrom(RandomLog log) => (sequences, _) =>
        Task.FromResult<IReadOnlyList<StoredInteraction>>([.. sequences.Order()
            .Select(sequence => new StoredInteraction(sequence, log.Turns[(int)sequence - 1], RandomLog.RecordedAt((int)sequence - 1)))]);

    public static RecallFixture Chat() => new RecallFixture()
        .Say("Mira", "I started pottery lessons at the community workshop last week.", "s1", 1, 5)
        .Say("Jonas", "That sounds great! What did you make?", "s1", 1, 5)
        .Say("Mira", "A small blue bowl, it is a bit crooked.", "s1", 1, 5)
        .Say("Jonas", "I moved to Lisbon for the new job.", "s2", 2, 10)
        .Say("Mira", "Wow, Lisbon! Do you like the trams?", "s2", 2, 10)
        .Say("Jonas", "The trams are loud but my flat is quiet.", "s2", 2, 10)
        .Say("Mira", "My sister gave me a kiln for my birthday.", "s3", 3, 20)
        .Say("Jonas", "Then you can fire the pottery at home.", "s3", 3, 20);

    private Task<IReadOnlyList<StoredInteraction>> LoadAsync(IReadOnlyCollection<long> sequences, CancellationToken cancellationToken)
    {
        Loaded.AddRange(sequences);
        return Task.FromResult<IReadOnlyList<StoredInteraction>>([.. sequences.Select(sequence => _log[(int)sequence - 1])]);
    }
}
