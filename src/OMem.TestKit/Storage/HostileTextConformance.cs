namespace OMem.TestKit.Storage;

/// <summary>Any text: kept exactly, or refused with nothing changed.</summary>
public abstract class HostileTextConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    /// <summary>Well-formed texts, which have to come back exactly.</summary>
    public static TheoryData<string> WellFormed { get; } =
    [
        "👩‍👩‍👧‍👦 family 🏳️‍🌈 \U0001F9D1\U0001F3FF",
        "שלום עולם \u202Eevil\u202C مرحبا",
        "'; DROP TABLE interaction; --",
        "\" OR \"\"=\"",
        "NEAR(a b) AND NOT c* ^d -e : f",
        "?1 @p $x :y %00 \\0 \\u0000 {0} <b>&amp;</b> [red]",
        "\u0001\u0002\u001F\u007F\u0085",
        "line\r\nline\rline\n\ttab",
        "before\0after",
        "\0",
        "\uFEFFbom \uFFFE\uFFFF\uFFFD",
        "e\u0301 \u00E9 \u1E9B\u0323",
        "İıİI ß ẞ ǆ",
        " leading and trailing ",
        "\u00A0\u2003\u3000",
        "zalgo h̸̡̪̯ͨ͊̽̅̾e̵",
    ];

    /// <summary>Texts with half a surrogate pair, which no UTF-8 can hold.</summary>
    public static TheoryData<string> Lone { get; } = ["\uD83D", "\uDE00", "a\uD83Db", "\uDE00\uD83D", "tail\uD83D"];

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task Append_WellFormedText_ComesBackExactly(string text)
    {
        var interaction = Everywhere(text);
        await Store.AppendAsync(Alice, [Sample.Row(interaction)]);

        Expect.Same(new StoredInteraction(1, interaction, Sample.Noon), Assert.Single(await Store.GetInteractionsAsync(Alice, [1])));
        Assert.Equal(text, (await Store.ReadLogAsync(Alice, 0).ToListAsync())[0].Stored.Interaction.Text);
        Assert.Equal(text.Length, (await Store.ReadIndexAsync(Alice, 0).ToListAsync())[0].TextLength);
        Assert.True((await Store.AppendAsync(Alice, [Sample.Row(interaction)])).Rows[0].AlreadyStored);
    }

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task Commit_WellFormedText_ComesBackExactly(string text)
    {
        var commit = CommitOf(text);
        await Store.CommitAsync(Alice, commit);

        var derived = await Store.ReadDerivedAsync(Alice);
        Expect.Same(new DerivedMemory(1, commit.Items, commit.Clusters, commit.Topics), derived);
        Expect.Same(
            [commit.Ledger[0] with { Sequence = 1 }],
            await Store.ReadLedgerAsync(Alice, new HistoryQuery { ItemId = text, Subject = text, ItemKind = text }).ToListAsync());
    }

    [Theory]
    [MemberData(nameof(WellFormed))]
    public async Task Outbox_WellFormedOwnerAndError_ComeBackExactly(string text)
    {
        await AppendAsync(Alice, "a");
        await ClaimAsync(Alice, text, Sample.Noon);
        Assert.Null(await ClaimAsync(Alice, text + "2", Sample.Noon));

        await Store.FailAsync(Alice, text, [new OutboxAttempt(1, text, null)]);

        Assert.Equal(text, Assert.Single((await Store.GetOutboxStatusAsync(Alice)).Failures).Error);
    }

    [Theory]
    [MemberData(nameof(Lone))]
    public async Task Append_LoneSurrogate_IsKeptExactlyOrRefusedWithNothingStored(string text)
    {
        foreach (var interaction in new[]
        {
            Everywhere("fine") with { Text = text }, Everywhere("fine") with { Speaker = text }, Everywhere("fine") with { Session = text },
            Everywhere("fine") with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["k"] = text } },
            Everywhere("fine") with { Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [text] = "v" } },
        })
        {
            var before = (await Store.GetHeadAsync(Alice)).LogSequence;
            var given = interaction with { Id = $"m{before}" };
            var kept = await Expect.WorksOrIsRefusedAsync(() => Store.AppendAsync(Alice, [Sample.Row($"first{before}"), Sample.Row(given)]));

            var log = await Store.ReadLogAsync(Alice, before).ToListAsync();
            Assert.Equal(kept ? 2 : 0, log.Count);
            Assert.All(log.Skip(1), row => Assert.True(IsSame(given, row.Stored.Interaction)));
        }
    }

    [Theory]
    [MemberData(nameof(Lone))]
    public async Task Commit_LoneSurrogate_IsKeptExactlyOrRefusedWithNothingStored(string text)
    {
        var kept = await Expect.WorksOrIsRefusedAsync(() => Store.CommitAsync(Alice, CommitOf("fine") with { Topics = [Sample.Topic("t", 1), Sample.Topic(text, 1)] }));

        var derived = await Store.ReadDerivedAsync(Alice);
        Assert.Equal(kept ? (1, 1, 2, 1L) : (0, 0, 0, 0L), (derived.Items.Count, derived.Clusters.Count, derived.Topics.Count, derived.Version));
        Assert.Equal(kept ? 1 : 0, await Store.CountLedgerAsync(Alice));
        Assert.True(!kept || derived.Topics.Any(topic => string.Equals(topic.Topic.Id, text, StringComparison.Ordinal)));
    }

    private static Interaction Everywhere(string text) => new()
    {
        Id = text,
        Speaker = text,
        Text = text,
        Session = text,
        OccurredAt = Sample.Noon,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { [text] = text },
    };

    private static DerivedCommit CommitOf(string text) => new()
    {
        ExpectedVersion = 0,
        Items =
        [
            new StoredItem(
                new PersonaItem
                {
                    Id = text, Kind = PersonaItemKind.Attribute, Subject = text, Aspect = text, Value = text, Text = text, RecordedAt = Sample.Noon,
                    SupersededBy = text, ClusterId = text, Reader = text, Evidence = [new Evidence(1, text, 0, 1)],
                },
                new IndexData(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, text, 3)),
        ],
        Topics =
        [
            new StoredTopic(
                new Topic { Id = text, Label = text, Aliases = [text], Interactions = [1], FirstAt = Sample.Noon, LastAt = Sample.Noon },
                Sample.NoIndex),
        ],
        Clusters = [new AttributeCluster(text, text, text, text, [text])],
        Ledger =
        [
            new LedgerEntry
            {
                RecordedAt = Sample.Noon, Actor = text, Operation = LedgerOperation.Add, ItemId = text, ItemKind = text, Subject = text, Aspect = text,
                Before = text, After = text, SupersededId = text, Reason = text, Evidence = [new Evidence(1, text, 0, 1)],
            },
        ],
    };

    // JSON cannot hold half a pair, so this comparison does without it.
    private static bool IsSame(Interaction expected, Interaction actual) =>
        string.Equals(expected.Text, actual.Text, StringComparison.Ordinal)
        && string.Equals(expected.Speaker, actual.Speaker, StringComparison.Ordinal)
        && string.Equals(expected.Session, actual.Session, StringComparison.Ordinal)
        && expected.Metadata.All(pair => actual.Metadata.TryGetValue(pair.Key, out var value) && string.Equals(value, pair.Value, StringComparison.Ordinal));
}
