using CsCheck;
using OMem.Storage;

namespace OMem.Tests.Portability;

/// <summary>Random whole scopes, with everything a record can hold.</summary>
internal static class Scopes
{
    private static readonly IndexData NoIndex = new(ReadOnlyMemory<byte>.Empty, ReadOnlyMemory<byte>.Empty, null, 0);

    private static readonly Gen<string> Word = OneOf("tea", "Łódź", "日本", "a\"b\\c", "line\nbreak", "emoji 🫖", "<b>&amp;</b>", "\u0001\u2028", "Ana", "naïve");

    private static readonly Gen<string> Name = OneOf("Ana", "Ben", "日本", "O'Neil \"x\"", "🫖");

    private static readonly Gen<DateTimeOffset> Time =
        from ticks in Gen.OneOf(Gen.Long[DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks], Gen.Long[636_000_000_000_000_000, 640_000_000_000_000_000])
        from minutes in Gen.Int[-14 * 60, 14 * 60]
        let utc = new DateTimeOffset(Math.Clamp(ticks, TimeSpan.FromHours(14).Ticks, DateTime.MaxValue.Ticks - TimeSpan.FromHours(14).Ticks), TimeSpan.Zero)
        select utc.ToOffset(TimeSpan.FromMinutes(minutes));

    private static readonly Gen<DateTimeOffset?> TimeOrNone = Gen.Nullable(Time);

    private static readonly Gen<string?> TextOrNone = Gen.Null(Word);

    private static readonly Gen<AttributeCluster> Cluster =
        from texts in Word.Array[3]
        from members in Word.Array[0, 3]
        select new AttributeCluster("x", texts[0], texts[1], texts[2], members);

    /// <summary>A scope of some interactions, with derived memory that rests on them.</summary>
    public static Gen<ScopeRestore> Any { get; } =
        from count in Gen.Int[1, 12]
        from log in Log(count)
        from items in Gen.Select(Gen.Int[0, 6], Item(count).Array[6]).Select((most, all) => all.Take(most))
        from topics in Topic(count).Array[0, 4]
        from clusters in Cluster.Array[0, 3]
        from ledger in Entry(count).Array[0, 8]
        from waiting in Gen.Bool.Array[count]
        from hidden in Gen.Frequency((1, Gen.Bool.Array[count]), (1, Gen.Const(false).Array[count]))
        from steps in Gen.Frequency((1, Gen.Long[1, 3].Array[count]), (1, Gen.Const(1L).Array[count]))
        from erasedAtEnd in Gen.Frequency((1, Gen.Long[1, 3]), (2, Gen.Const(0L)))
        select WithGaps(steps, erasedAtEnd, new ScopeRestore
        {
            Log = log,
            Items = [.. items.Select((item, i) => new StoredItem(item with { Id = $"i{i}" }, NoIndex))],
            Topics = [.. topics.Select((topic, i) => new StoredTopic(topic with { Id = $"t{i}" }, NoIndex))],
            Clusters = [.. clusters.Select((cluster, i) => cluster with { Id = $"c{i}" })],
            Ledger = ledger,
            Waiting = Where(waiting),
            Hidden = Where(hidden),
        });

    private static IReadOnlyList<long> Where(bool[] flags) => [.. flags.Select((flag, i) => flag ? i + 1L : 0).Where(sequence => sequence > 0)];

    /// <summary>The same scope after interactions between its own were erased.</summary>
    private static ScopeRestore WithGaps(long[] steps, long erasedAtEnd, ScopeRestore whole)
    {
        long[] positions = [.. steps.Select((_, i) => steps.Take(i + 1).Sum())];
        return whole with
        {
            Positions = positions,
            LogEnd = erasedAtEnd > 0 ? positions[^1] + erasedAtEnd : null,
            Items = [.. whole.Items.Select(stored => stored with { Item = stored.Item with { Evidence = [.. stored.Item.Evidence.Select(evidence => evidence with { Sequence = At(evidence.Sequence) })] } })],
            Topics = [.. whole.Topics.Select(stored => stored with { Topic = stored.Topic with { Interactions = [.. stored.Topic.Interactions.Select(At)] } })],
            Waiting = [.. whole.Waiting.Select(At)],
            Hidden = [.. whole.Hidden.Select(At)],
        };

        long At(long sequence) => positions[(int)sequence - 1];
    }

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<AppendRow[]> Log(int count) =>
        (from speaker in Name
         from role in Gen.Enum<SpeakerRole>()
         from trust in Gen.Nullable(Gen.Enum<SourceTrust>())
         from text in Word
         from occurredAt in Time
         from recordedAt in Time
         from session in Gen.Null(Name)
         from keys in Name.Array[0, 3]
         from value in Word
         select (Interaction: new Interaction
         {
             Id = "x",
             Speaker = speaker,
             Role = role,
             Trust = trust,
             Text = text + "!",
             OccurredAt = occurredAt,
             Session = session,
             Metadata = keys.Distinct(StringComparer.Ordinal).ToDictionary(key => key, _ => value, StringComparer.Ordinal),
         }, RecordedAt: recordedAt)).Array[count].Select(rows => rows
            .Select((row, i) => new AppendRow(row.Interaction with { Id = $"m{i + 1} é" }, new byte[] { 1, (byte)i }, row.RecordedAt, NoIndex)).ToArray());

    private static Gen<Evidence[]> Evidence(int count) =>
        (from sequence in Gen.Long[1, count]
         from start in Gen.Int[0, 5]
         from length in Gen.Int[0, 5]
         select new Evidence(sequence, $"m{sequence} é", start, length)).Array[0, 3];

    private static Gen<PersonaItem> Item(int count) =>
        from kind in Gen.Enum<PersonaItemKind>()
        from texts in Word.Array[3]
        from optional in TextOrNone.Array[4]
        from flags in Gen.Bool.Array[4]
        from times in TimeOrNone.Array[4]
        from recordedAt in Time
        from confidence in Gen.Double[0, 1]
        from evidence in Evidence(count)
        select new PersonaItem
        {
            Id = "x",
            Kind = kind,
            Subject = texts[0],
            Aspect = optional[0],
            Value = texts[1],
            Text = texts[2],
            Polarity = flags[0] ? Polarity.Negative : Polarity.Positive,
            Exclusive = flags[1],
            Approximate = flags[2],
            Held = flags[3],
            ValidFrom = times[0],
            ValidTo = times[1],
            LastStatedAt = times[2],
            SupersededAt = times[3],
            RecordedAt = recordedAt,
            SupersededBy = optional[1],
            ClusterId = optional[2],
            Confidence = confidence,
            Evidence = evidence,
            Reader = "test@1",
        };

    private static Gen<Topic> Topic(int count) =>
        from label in Word
        from aliases in Word.Array[0, 3]
        from interactions in Gen.Long[1, count].Array[0, 4]
        from first in Time
        from last in Time
        select new Topic
        {
            Id = "x", Label = label, Aliases = aliases, Interactions = [.. interactions.Distinct().Order()], FirstAt = first, LastAt = last,
        };

    private static Gen<LedgerEntry> Entry(int count) =>
        from recordedAt in Time
        from operation in Gen.Enum<LedgerOperation>()
        from texts in Word.Array[3]
        from optional in TextOrNone.Array[6]
        from evidence in Evidence(count)
        from similarity in Gen.Nullable(Gen.Double[0, 1])
        select new LedgerEntry
        {
            RecordedAt = recordedAt,
            Actor = texts[0],
            Operation = operation,
            ItemId = texts[1],
            ItemKind = "attribute",
            Subject = optional[0],
            Aspect = optional[1],
            Before = optional[2],
            After = optional[3],
            SupersededId = optional[4],
            Revert = optional[5],
            Evidence = evidence,
            Reason = texts[2],
            Similarity = similarity,
        };
}
