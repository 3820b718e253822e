using CsCheck;
using OMem.Sqlite.Tests.Conformance;
using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Isolation;

public sealed class SqliteFilterFuzzTests : FilterFuzz<SqliteHarness>;

public sealed class InMemoryFilterFuzzTests : FilterFuzz<InMemoryHarness>;

/// <summary>Any filter gives what plain code picks out of everything, or is refused by name: no text in a filter is read as grammar.</summary>
public abstract class FilterFuzz<THarness> : IAsyncLifetime
    where THarness : StoreHarness, new()
{
    private const int Cases = 400;

    private static readonly Gen<DateTimeOffset?> Moments = Gen.Frequency(
        (8, Gen.Const((DateTimeOffset?)null)), (5, Gen.Int[-1, 27].Select(static day => (DateTimeOffset?)FilterWorld.Instant(day))),
        (1, Pick.One<DateTimeOffset?>(DateTimeOffset.MinValue, DateTimeOffset.MaxValue)));

    private FilterWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await FilterWorld.OfAsync(new THarness());

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return _world.DisposeAsync();
    }

    [Fact]
    public async Task History_AnyFilter_IsWhatPlainCodePicks()
    {
        var ids = _world.Ledger.Select(static entry => (string?)entry.ItemId).Distinct().ToArray();
        var queries =
            from item in Gen.Frequency((2, Gen.Const((string?)null)), (2, Gen.Int[0, ids.Length - 1].Select(i => ids[i])), (1, HostileNames.Filters))
            from subject in HostileNames.Filters
            from kind in Gen.Frequency((3, Gen.Const((string?)null)), (2, Pick.One<string?>("attribute", "fact", "topic", "cluster", "scope")), (1, HostileNames.Filters))
            from operations in Gen.Frequency((6, Gen.Const<LedgerOperation[]>([])), (3, Gen.Enum<LedgerOperation>().Array[1, 4]), (1, Gen.Int[-1, 70].Select(static i => (LedgerOperation)i).Array[1, 2]))
            from asOf in Moments
            from after in Gen.Frequency((6, Gen.Const(0L)), (4, Gen.Long[-2, 80]), (1, Pick.One(long.MinValue, long.MaxValue)))
            from limit in Gen.Nullable(Gen.Frequency((8, Gen.Int[0, 20]), (1, Pick.One(-1, int.MinValue, int.MaxValue))))
            select new HistoryQuery { ItemId = item, Subject = subject, ItemKind = kind, Operations = operations, AsOf = asOf, After = after, Limit = limit };

        await EachAsync(queries, async query =>
        {
            var fault = FilterReference.Fault(query);
            var found = await AskedAsync(() => _world.Memory.GetHistoryAsync(query).ToListAsync().AsTask(), fault);
            if (fault is null)
            {
                found!.Select(static entry => entry.Sequence).ShouldBe(FilterReference.Of(_world.Ledger, query).Select(static entry => entry.Sequence));
            }

            FilterWorld.ShowsNothingHidden(found);
        });
    }

    [Fact]
    public async Task Persona_AnyFilter_IsWhatPlainCodePicks() => await EachAsync(
        from subject in HostileNames.Filters
        from superseded in Gen.Bool
        from asOf in Moments
        from validAt in Moments
        select new PersonaQuery { Subject = subject, IncludeSuperseded = superseded, AsOf = asOf, ValidAt = validAt },
        async query =>
        {
            var fault = HostileNames.IsBroken(query.Subject) ? "Subject" : null;
            var found = await AskedAsync(() => _world.Memory.GetPersonaAsync(query), fault);
            if (fault is null)
            {
                var all = await _world.Memory.GetPersonaAsync(query with { Subject = null });
                FilterReference.Text(found!).ShouldBe(FilterReference.Text(FilterReference.Of(all, query.Subject)));
            }

            FilterWorld.ShowsNothingHidden(found);
        });

    [Fact]
    public async Task Quarantine_AnyFilter_IsWhatPlainCodePicks()
    {
        var all = await _world.Memory.GetQuarantineAsync();
        await EachAsync(
            from subject in HostileNames.Filters
            from limit in Gen.Nullable(Gen.Int[0, 20])
            select new QuarantineQuery { Subject = subject, Limit = limit },
            async query =>
            {
                var fault = HostileNames.IsBroken(query.Subject) ? "Subject" : query.Limit is 0 ? "Limit" : null;
                var found = await AskedAsync(() => _world.Memory.GetQuarantineAsync(query), fault);
                if (fault is null)
                {
                    found!.Select(static held => held.Item.Id).ShouldBe(
                        all.Where(held => query.Subject is null || string.Equals(held.Item.Subject, query.Subject, StringComparison.Ordinal)).Select(static held => held.Item.Id).Take(query.Limit ?? int.MaxValue));
                }

                FilterWorld.ShowsNothingHidden(found);
            });
    }

    [Fact]
    public async Task TopicsAndEpisodes_AnyText_AreOfTheMemoryAndInTheSameOrder() => await EachAsync(
        from text in HostileNames.Texts
        from limit in Gen.Int[1, 40]
        select (Text: text, Limit: limit),
        async query =>
        {
            var all = await _world.Memory.GetTopicsAsync(new TopicQuery { Limit = 100_000 });
            var near = await _world.Memory.GetTopicsAsync(new TopicQuery { Near = query.Text, Limit = 100_000 });
            near.Select(static topic => topic.Id).Except(all.Select(static topic => topic.Id), StringComparer.Ordinal).ShouldBeEmpty();
            (await _world.Memory.GetTopicsAsync(new TopicQuery { Near = query.Text, Limit = query.Limit })).Select(static topic => topic.Id)
                .ShouldBe(near.Take(query.Limit).Select(static topic => topic.Id));

            var episodes = await _world.Memory.GetEpisodesAsync(new EpisodeQuery { Text = query.Text, Limit = query.Limit });
            var clues = (await _world.Memory.RecallAsync(new RecallQuery(query.Text))).Analysis.Clues.Where(static clue => clue.Frequency > 0)
                .DistinctBy(static clue => clue.Term, StringComparer.Ordinal).OrderBy(static clue => clue.Frequency).ThenBy(static clue => clue.Term, StringComparer.Ordinal);
            episodes.Select(static episode => (episode.Clue, episode.Interactions.Count)).ShouldBe(clues.Take(query.Limit).Select(static clue => (clue.Term, clue.Frequency)));
            episodes.SelectMany(static episode => episode.Interactions).ShouldAllBe(sequence => _world.Log.ContainsKey(sequence));
            FilterWorld.ShowsNothingHidden((near, episodes), query.Text);
        });

    [Fact]
    public async Task Recall_AnyFilter_IsWhatPlainCodePicks() => await EachAsync(
        from text in HostileNames.Texts
        from speaker in HostileNames.Filters
        from session in HostileNames.Filters
        from moments in Moments.Array[4]
        from kinds in Gen.Frequency((6, Gen.Const<RecallItemKind[]>([])), (3, Gen.Enum<RecallItemKind>().Array[1, 2]), (1, Gen.Int[-1, 3].Select(static i => (RecallItemKind)i).Array[1, 2]))
        from superseded in Gen.Bool
        from isAhead in Gen.Int[0, 7]
        select new RecallQuery(text)
        {
            Speaker = speaker, Session = session, From = isAhead == 0 || !(moments[0] >= moments[1]) ? moments[0] : null, To = moments[1], AsOf = moments[2], ValidAt = moments[3],
            Kinds = kinds, IncludeSuperseded = superseded, MaxItems = 10_000, TokenBudget = 1_000_000,
        },
        async query =>
        {
            var fault = FilterReference.Fault(query);
            var found = await AskedAsync(() => _world.Memory.RecallAsync(query), fault);
            if (fault is null)
            {
                // A filter by time also brings back messages about the past: one that lets everything through keeps that.
                DateTimeOffset? from = query.From is null && query.To is null ? null : DateTimeOffset.MinValue;
                var all = await _world.Memory.RecallAsync(query with { Speaker = null, Session = null, From = from, To = null, Kinds = [] });
                found!.Items.Select(static item => item.Id).Order(StringComparer.Ordinal)
                    .ShouldBe(all.Items.Where(item => FilterReference.Passes(_world, item, query)).Select(static item => item.Id).Order(StringComparer.Ordinal));
                found.Items.SelectMany(static item => item.Citations).ShouldAllBe(citation => FilterReference.Passes(citation, query));
                found.Analysis.ShouldBeEquivalentTo(all.Analysis);
            }

            FilterWorld.ShowsNothingHidden(found, query.Text);
        });

    private static async Task<T?> AskedAsync<T>(Func<Task<T>> ask, string? fault)
        where T : class
    {
        try
        {
            var found = await ask();
            fault.ShouldBeNull();
            return found;
        }
        catch (InvalidQueryException refusal)
        {
            refusal.Field.ShouldBe(fault);
            return null;
        }
    }

    private async Task EachAsync<T>(Gen<T> queries, Func<T, Task> check)
    {
        await queries.SampleAsync(check, iter: Cases, threads: 1);
        await _world.IsSoundAsync();
    }
}
