using OMem.Consolidation.Clusters;
using OMem.Consolidation.Rulings;
using OMem.Storage;
using OMem.Trust;
using OMem.Working;

namespace OMem.Consolidation;

/// <summary>The derived memory of one scope as consolidation works on it: items, topics and clusters with their look-ups.</summary>
/// <remarks>
/// For one writer at a time. It runs ahead of the store from a processed batch until <see cref="Accept"/>; when the commit
/// fails it must be thrown away and made anew from <see cref="IMemoryStore.ReadDerivedAsync"/>. Made anew, it decides as before.
/// </remarks>
internal sealed class DerivedState
{
    private readonly Dictionary<string, ItemEntry> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ItemEntry>> _attributes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _aspects = new(StringComparer.Ordinal);

    /// <summary>Creates it from what the store holds.</summary>
    public DerivedState(DerivedMemory memory, StandingRulings? rulings = null, HeldSources? sources = null)
    {
        Sources = sources ?? new HeldSources();
        Version = memory.Version;
        Hidden = memory.Hidden.ToHashSet();
        Rulings = rulings ?? StandingRulings.None;
        foreach (var stored in memory.Items.OrderBy(stored => FirstSequence(stored.Item)).ThenBy(stored => FirstStart(stored.Item)).ThenBy(stored => stored.Item.Id, StringComparer.Ordinal))
        {
            Index(ItemEntry.Of(stored));
        }

        Topics = new TopicTable(memory.Topics);
        Clusters = new ClusterTable(this, memory.Clusters);
    }

    /// <summary>An empty memory.</summary>
    public static DerivedState Empty => new(new DerivedMemory(0, [], [], []));

    /// <summary>The store's version it was read at, or last accepted.</summary>
    public long Version { get; private set; }

    /// <summary>The scope's epoch when it was read.</summary>
    public long Epoch { get; set; }

    /// <summary>Whether it holds changes whose commit has not been accepted.</summary>
    public bool IsAhead { get; internal set; }

    /// <summary>What people decided, which no reading overrules.</summary>
    public StandingRulings Rulings { get; }

    /// <summary>Log positions that are forgotten.</summary>
    public IReadOnlySet<long> Hidden { get; }

    /// <summary>Topics.</summary>
    public TopicTable Topics { get; }

    /// <summary>Attribute clusters.</summary>
    public ClusterTable Clusters { get; }

    /// <summary>Look-up of attributes by subject and aspect, and of facts by subject.</summary>
    public Postings<ItemEntry> Items { get; } = new();

    /// <summary>Every item, superseded ones too, by id.</summary>
    public IReadOnlyList<ItemEntry> All => [.. _items.Values.OrderBy(static entry => entry.Item.Id, StringComparer.Ordinal)];

    /// <summary>The same look-up of what is held back: it is in no other.</summary>
    public Postings<ItemEntry> Held { get; } = new();

    /// <summary>Whether anything was ever held back.</summary>
    public bool HasHeld { get; private set; }

    /// <summary>How sources are treated.</summary>
    public SourceRules Rules { get; init; } = SourceRules.Default;

    /// <summary>Who said what is held back.</summary>
    public HeldSources Sources { get; }

    /// <summary>Number of items, superseded ones too.</summary>
    public int Count => _items.Count;

    /// <summary>Says that the changes since the last call are committed.</summary>
    /// <param name="version">The version the store gave them.</param>
    public void Accept(long version)
    {
        Version = version;
        IsAhead = false;
    }

    /// <summary>The group an attribute is looked up in.</summary>
    public static string AttributeGroup(string subject, string aspect) => $"a\n{subject}\n{aspect}";

    /// <summary>The group a fact is looked up in.</summary>
    public static string FactGroup(string subject) => $"f\n{subject}";

    /// <summary>The group an item is looked up in.</summary>
    public static string GroupOf(PersonaItem item) =>
        item.Kind is PersonaItemKind.Fact ? FactGroup(item.Subject) : AttributeGroup(item.Subject, item.Aspect ?? string.Empty);

    /// <summary>The entry with an id.</summary>
    public ItemEntry Get(string id) => _items[id];

    /// <summary>Whether an id is taken.</summary>
    public bool Contains(string id) => _items.ContainsKey(id);

    /// <summary>The attributes of a subject, superseded ones too, in order of arrival.</summary>
    public IReadOnlyList<ItemEntry> AttributesOf(string subject) => _attributes.TryGetValue(subject, out var entries) ? entries : [];

    /// <summary>Whom attributes are about, in ordinal order.</summary>
    public IEnumerable<string> AttributeSubjects => _attributes.Keys.Order(StringComparer.Ordinal);

    /// <summary>The aspects a subject has attributes of, in order of arrival.</summary>
    public IReadOnlyList<string> AspectsOf(string subject) => _aspects.TryGetValue(subject, out var aspects) ? aspects : [];

    /// <summary>Adds an entry to the look-ups.</summary>
    public void Index(ItemEntry entry)
    {
        _items.Add(entry.Item.Id, entry);
        if (entry.Item.Held)
        {
            HasHeld = true;
            Held.Add(GroupOf(entry.Item), entry.Key, entry);
            return;
        }

        Subjects.Add(entry.Item.Subject);
        if (entry.Item.Kind is PersonaItemKind.Fact)
        {
            Items.Add(FactGroup(entry.Item.Subject), entry.Key, entry);
            return;
        }

        var group = AttributeGroup(entry.Item.Subject, entry.Item.Aspect ?? string.Empty);
        if (Items.Group(group).Count == 0)
        {
            AddTo(_aspects, entry.Item.Subject, entry.Item.Aspect ?? string.Empty);
        }

        Items.Add(group, entry.Key, entry);
        AddTo(_attributes, entry.Item.Subject, entry);
    }

    /// <summary>Whom items are about.</summary>
    public SubjectNames Subjects { get; } = new();

    private static void AddTo<T>(Dictionary<string, List<T>> lists, string subject, T entry)
    {
        if (!lists.TryGetValue(subject, out var list))
        {
            lists[subject] = list = [];
        }

        list.Add(entry);
    }

    private static long FirstSequence(PersonaItem item) => item.Evidence.Count == 0 ? 0 : item.Evidence[0].Sequence;

    private static int FirstStart(PersonaItem item) => item.Evidence.Count == 0 ? 0 : item.Evidence[0].Start;
}
