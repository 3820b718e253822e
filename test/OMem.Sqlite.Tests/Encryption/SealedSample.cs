using System.Collections;
using System.Reflection;
using System.Text;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>A scope with every field filled; every text in it starts with one canary, and every vector and term holds it.</summary>
internal static class SealedSample
{
    public const string Canary = "KANARIENVOGEL";

    public static readonly MemoryScope Scope = new(Word("tenant"), Word("user"), Word("agent"));

    public static readonly DateTimeOffset Noon = new(2024, 5, 17, 12, 0, 0, TimeSpan.FromHours(2));

    /// <summary>Kinds, models and names of properties are no content; they stay in the clear.</summary>
    public static readonly string[] Clear = ["attribute", "model", "policy"];

    public static string Word(string name) => $"{Canary}-{name}";

    public static IndexData Index(string name) => new(Encoding.UTF8.GetBytes(Word(name) + "-terms"), Encoding.UTF8.GetBytes(Word(name) + "-vector"), "model", 3);

    public static AppendRow Row(int number)
    {
        var name = $"m{number}";
        return new AppendRow(
            new Interaction
            {
                Id = Word(name), Speaker = Word("speaker"), Role = SpeakerRole.Document, Trust = SourceTrust.Low, Text = Word(name + " says"), Session = Word("session"), OccurredAt = Noon,
                Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [Word("key")] = Word("value") },
            },
            Encoding.UTF8.GetBytes(Word(name)), Noon, Index(name));
    }

    public static Evidence[] Evidence() => [new Evidence(1, Word("m1"), 2, 3)];

    public static StoredItem Item(int number) => new(
        new PersonaItem
        {
            Id = Word($"i{number}"), Kind = PersonaItemKind.Fact, Subject = Word("subject"), Aspect = Word("aspect"), Value = Word("value"), Text = Word($"i{number} text"), Polarity = Polarity.Negative,
            Exclusive = true, Approximate = true, Confidence = 0.5, ValidFrom = Noon, ValidTo = Noon, RecordedAt = Noon, LastStatedAt = Noon, SupersededAt = Noon, SupersededBy = Word("i9"),
            ClusterId = Word("c1"), Reader = Word("reader"), Held = true, Evidence = Evidence(),
        },
        Index($"i{number}"));

    public static StoredTopic Topic(int number) => new(
        new Topic { Id = Word($"t{number}"), Label = Word($"t{number} label"), Aliases = [Word("alias")], Interactions = [1], FirstAt = Noon, LastAt = Noon }, Index($"t{number}"));

    public static AttributeCluster Cluster(int number) => new(Word($"c{number}"), Word("subject"), Word("label"), Word($"c{number} summary"), [Word("i1")]);

    public static LedgerEntry Entry(int number) => new()
    {
        Sequence = number, RecordedAt = Noon, Actor = Word("actor"), Operation = LedgerOperation.Update, ItemId = Word($"i{number}"), ItemKind = "attribute", Subject = Word("subject"),
        Aspect = Word("aspect"), Before = Word("before"), After = Word("after"), SupersededId = Word("i0"), Similarity = 0.5, Evidence = Evidence(), Reason = Word($"reason {number}"), Revert = Word("revert"),
    };

    public static DerivedCommit Commit() => new()
    {
        ExpectedVersion = 0, Items = [Item(1), Item(2)], Topics = [Topic(1), Topic(2)], Clusters = [Cluster(1), Cluster(2)], Ledger = [Entry(1), Entry(2)], Hidden = [2],
    };

    public static async Task FillAsync(IMemoryStore store)
    {
        await store.AppendAsync(Scope, [Row(1), Row(2), Row(3)]);
        await store.CommitAsync(Scope, Commit());
        await store.ClaimAsync(new ClaimRequest(Scope, "worker", 1, Noon, Noon.AddMinutes(1)));
        await store.FailAsync(Scope, "worker", [new OutboxAttempt(1, Word("error"), Noon)]);
        await store.AddUsageAsync(Scope, [new StageUsage(ModelStage.Read, "model", 1, 1, 1, 1)]);
        await store.SetPropertyAsync(Scope, "policy", Word("policy"));
        await store.SetPropertyAsync(null, "policy", Word("store policy"));
    }

    /// <summary>Everything that is read back.</summary>
    public static async Task<object[]> ReadAsync(IMemoryStore store) =>
    [
        await store.ListScopesAsync(),
        await store.ReadLogAsync(Scope, 0).ToListAsync(),
        await store.ReadIndexAsync(Scope, 0).ToListAsync(),
        await store.GetInteractionsAsync(Scope, [1, 2, 3]),
        await store.ReadDerivedAsync(Scope),
        await store.ReadLedgerAsync(Scope, new HistoryQuery()).ToListAsync(),
        await store.ReadLedgerAsync(Scope, new HistoryQuery { ItemId = Word("i1"), Subject = Word("subject") }).ToListAsync(),
        await store.GetOutboxStatusAsync(Scope),
        await store.GetOutboxStatusAsync(null),
        await store.ReadUsageAsync(Scope),
        await store.ReadPropertiesAsync(Scope),
        await store.ReadPropertiesAsync(null),
    ];

    /// <summary>The properties of a record that are text, or lists of it, and do not hold the canary.</summary>
    public static IEnumerable<string> WithoutCanary(object record) => record.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(property => property.GetValue(record) switch
        {
            null => property.PropertyType == typeof(string) || property.PropertyType.IsAssignableTo(typeof(IEnumerable)),
            string text => !text.StartsWith(Canary, StringComparison.Ordinal) && !Clear.Contains(text, StringComparer.Ordinal),
            IEnumerable list => !list.Cast<object>().Any(),
            _ => false,
        })
        .Select(property => $"{record.GetType().Name}.{property.Name}");
}
