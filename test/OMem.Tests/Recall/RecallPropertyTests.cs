using System.Globalization;
using OMem.Interactions;
using OMem.Recall;

namespace OMem.Tests.Recall;

/// <summary>What has to hold for every query on every log.</summary>
public sealed class RecallPropertyTests
{
    private static readonly RecallPath Path = new(new RecallPipeline(RecallWeights.Default), 0.5, OMem.Trust.SourceRules.Default);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Recall_AnyBudgetAndLimit_KeepsThem(int seed)
    {
        var log = new RandomLog(seed, 120);
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var query = new RecallQuery(log.Sentence(1 + random.Next(5)))
            {
                TokenBudget = 1 + random.Next(200),
                MaxItems = 1 + random.Next(30),
                Neighbours = random.Next(4),
                IncludeTrace = random.Next(2) == 0,
            };
            var result = await RecallAsync(log, query);
            result.Tokens.ShouldBeLessThanOrEqualTo(query.TokenBudget);
            result.Items.Count.ShouldBeLessThanOrEqualTo(query.MaxItems);
            result.Items.Select(item => item.Id).Distinct(StringComparer.Ordinal).Count().ShouldBe(result.Items.Count);
            var ranked = result.Items.Where(item => !item.IsNeighbour).ToList();
            ranked.Select(item => item.Score).ShouldBeInOrder(SortDirection.Descending);
            ShouldHaveCutOnlyForRoom(result, query);
        }
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public async Task Recall_Filters_ReturnOnlyWhatTheyAllow(int seed)
    {
        var log = new RandomLog(seed, 150);
        var middle = log.Turns[75].OccurredAt;
        foreach (var query in new RecallQuery[]
                 {
                     new(log.Sentence(6)) { Speaker = "Mira" },
                     new(log.Sentence(6)) { Session = "s3" },
                     new(log.Sentence(6)) { From = middle },
                     new(log.Sentence(6)) { To = middle },
                     new(log.Sentence(6)) { From = log.Turns[20].OccurredAt, To = middle, Speaker = "Jonas" },
                     new(log.Sentence(6)) { AsOf = RandomLog.RecordedAt(50) },
                     new(log.Sentence(6)) { Speaker = "Nobody" },
                     new(log.Sentence(6)) { Session = "no such session" },
                     new(log.Sentence(6)) { From = middle, To = middle },
                 })
        {
            foreach (var neighbours in new[] { 0, 2 })
            {
                var result = await RecallAsync(log, query with { Neighbours = neighbours, TokenBudget = 4000, MaxItems = 60 });
                foreach (var citation in result.Items.Select(item => item.Citations[0]))
                {
                    citation.Speaker.ShouldBe(query.Speaker ?? citation.Speaker);
                    citation.Session.ShouldBe(query.Session ?? citation.Session);
                    citation.OccurredAt.ShouldBeGreaterThanOrEqualTo(query.From ?? citation.OccurredAt);
                    citation.OccurredAt.ShouldBeLessThan(query.To ?? DateTimeOffset.MaxValue);
                    (query.AsOf is null || citation.Sequence <= 51).ShouldBeTrue();
                }
            }
        }
    }

    [Theory]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Recall_AsOf_IsWhatARecallThenReturned(int seed)
    {
        var log = new RandomLog(seed, 120);
        for (var count = 1; count <= 120; count += 17)
        {
            var then = new ScopeIndex(RandomLog.Model, 24);
            then.Append(log.Entries().Take(count));
            var query = new RecallQuery("When did Mira " + log.Sentence(4)) { IncludeTrace = true };
            var before = await Path.RecallAsync(then.View, DerivedView.Empty, query, null, RecallFixture.LoadFrom(log), default);
            var asOf = await RecallAsync(log, query with { AsOf = RandomLog.RecordedAt(count - 1) });
            Describe(asOf).ShouldBe(Describe(before));
        }
    }

    [Fact]
    public async Task Recall_EqualScores_EarlierFirst()
    {
        var log = new RecallFixture();
        for (var i = 0; i < 30; i++)
        {
            log.Say(i % 2 == 0 ? "A" : "B", $"the same words here x{i}", $"s{i}");
        }

        var items = (await log.RecallAsync(new RecallQuery("same words") { MaxItems = 12 })).Items;
        items.Select(item => item.Citations[0].Sequence).ShouldBe(Enumerable.Range(1, 12).Select(i => (long)i));
    }

    public static TheoryData<string> HostileQueries =>
    [
        "", " ", "\0", "'; DROP TABLE interactions; --", "\"a\" NEAR/5 b* OR NOT c", "%_%", "\ud800", "a\udc00b", "\u202Eabc", "😀😀",
        "שלום עולם", "日本語の質問", "in May", "31 February 2023", "on 29 February", "in 0001", "9999", "when", "İIıi", "e\u0301", "\uFFFF\uFFFE",
        "when when when", "May May May May 2023 2023",
    ];

    [Theory]
    [MemberData(nameof(HostileQueries))]
    public async Task Recall_HostileText_Works(string text)
    {
        var log = new RandomLog(9, 60);
        var result = await RecallAsync(log, new RecallQuery(text) { IncludeTrace = true, Neighbours = 1 });
        Describe(await RecallAsync(log, new RecallQuery(text) { IncludeTrace = true, Neighbours = 1 })).ShouldBe(Describe(result));
    }

    [Fact]
    public async Task Recall_HugeText_IsBounded()
    {
        var log = new RandomLog(9, 60);
        var result = await RecallAsync(log, new RecallQuery(string.Concat(Enumerable.Repeat("wordaa wordba different" + " ", 50_000))));
        result.Analysis.Clues.Count.ShouldBeLessThanOrEqualTo(QueryAnalyzer.MaxClues);
        var many = string.Join(' ', Enumerable.Range(0, 3000).Select(i => $"unseen{i}")) + " " + log.Sentence(5);
        (await RecallAsync(log, new RecallQuery(many))).Analysis.Clues.Count.ShouldBe(QueryAnalyzer.MaxClues);
    }

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("ar-SA")]
    [InlineData("de-DE")]
    public async Task Recall_OtherCulture_IsTheSame(string culture)
    {
        var log = new RandomLog(10, 80);
        var query = new RecallQuery("When did MIRA visit " + log.Sentence(3) + " in MAY 2023?") { IncludeTrace = true };
        var expected = Describe(await RecallAsync(log, query));
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Describe(await RecallAsync(new RandomLog(10, 80), query)).ShouldBe(expected);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Rank_SideBySide_IsTheSameAsInline()
    {
        var log = new RandomLog(11, 150, new RandomLogOptions { MissingVectors = 0.2 });
        var (inline, parallel) = (new RecallPipeline(RecallWeights.Default), new RecallPipeline(RecallWeights.Default, parallelTurns: 1));
        for (var i = 0; i < 20; i++)
        {
            var query = new RecallQuery(log.Sentence(5));
            var vectors = QueryVectors.Create(log.Vector(), log.Vector());
            using var a = inline.Rank(log.View, DerivedView.Empty, query, vectors);
            using var b = parallel.Rank(log.View, DerivedView.Empty, query, vectors);
            b.Scores.ToArray().ShouldBe(a.Scores.ToArray());
            b.Channels.ShouldBe(a.Channels);
        }
    }

    [Fact]
    public void Top_AnyCount_IsTheSortedPrefix()
    {
        var log = new RandomLog(12, 150);
        using var ranking = new RecallPipeline(RecallWeights.Default).Rank(log.View, DerivedView.Empty, new RecallQuery(log.Sentence(2)), null);
        var scores = ranking.Scores.ToArray();
        var sorted = Enumerable.Range(0, 150).OrderByDescending(turn => scores[turn]).ThenBy(turn => turn).ToList();
        foreach (var count in new[] { 0, 1, 7, 149, 150, 500 })
        {
            ranking.Top(count).Select(ranked => ranked.Turn).ShouldBe(sorted.Take(count));
        }
    }

    private static Task<RecallResult> RecallAsync(RandomLog log, RecallQuery query) =>
        Path.RecallAsync(log.View, DerivedView.Empty, query, null, RecallFixture.LoadFrom(log), default);

    /// <summary>What was cut for lack of room does not fit beside what was kept; what was cut by the limit met a full result.</summary>
    private static void ShouldHaveCutOnlyForRoom(RecallResult result, RecallQuery query)
    {
        var kept = result.Items.Where(item => !item.IsNeighbour).ToList();
        foreach (var candidate in result.Trace?.Candidates ?? [])
        {
            if (candidate.Decision == TraceDecision.BelowLimit)
            {
                kept.Count.ShouldBe(query.MaxItems);
            }
            else if (candidate.Decision == TraceDecision.OverBudget)
            {
                var tokens = int.Parse(candidate.Reason.Split(' ')[1], CultureInfo.InvariantCulture);
                (kept.Sum(item => item.Tokens) + tokens).ShouldBeGreaterThan(query.TokenBudget);
            }
        }
    }

    private static string Describe(RecallResult result) => string.Join('\n', [
        result.Context,
        FormattableString.Invariant($"{result.Signal.Probability:R} {result.Signal.IsKnown} {result.Signal.Reason}"),
        .. result.Items.Select(item => string.Create(CultureInfo.InvariantCulture, $"{item.Id} {item.Score:R} {item.Why}")),
        .. (result.Trace?.Candidates ?? []).Select(candidate => string.Create(
            CultureInfo.InvariantCulture, $"{candidate.Id} {candidate.Score:R} {candidate.Decision} {candidate.Reason} {string.Join(',', candidate.Contributions.Select(part => FormattableString.Invariant($"{part.Feature}={part.Value:R}")))}")),
    ]);
}
