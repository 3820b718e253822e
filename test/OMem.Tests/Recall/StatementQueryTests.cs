using OMem.Recall;

namespace OMem.Tests.Recall;

public sealed class StatementQueryTests
{
    private const string Statement = "I am so worn out after all that wordaa and wordba";

    private static readonly RecallPipeline Pipeline = new(RecallWeights.Default);

    [Fact]
    public void Rank_StatementWithVectors_TakesTheStatementProfile()
    {
        var log = new RandomLog(31, 60);
        using var ranking = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery(Statement), QueryVectors.Create(log.Vector(), log.Vector()));
        ranking.Profile.Name.ShouldBe("statement");
    }

    [Fact]
    public void Rank_StatementWithoutVectors_TakesTheProfileOfTheScope()
    {
        var log = new RandomLog(31, 60);
        using var byWords = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery(Statement), null);
        byWords.Profile.Name.ShouldBe("conversation");
        var missing = new RandomLog(31, 60, new RandomLogOptions { MissingVectors = 1 });
        using var noVectors = Pipeline.Rank(missing.View, DerivedView.Empty, new RecallQuery(Statement), QueryVectors.Create(log.Vector(), log.Vector()));
        noVectors.Profile.Name.ShouldBe("conversation");
    }

    [Fact]
    public void ToRow_FeatureTheProfileDoesNotList_IsZero()
    {
        var log = new RandomLog(32, 60);
        using var ranking = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery(log.Sentence(5) + "?"), null);
        var rows = Enumerable.Range(0, 60).Select(ranking.Features.ToRow).ToList();
        foreach (var definition in FeatureCatalog.All.Where(definition => !ranking.Profile.Uses(definition.Feature)))
        {
            rows.ShouldAllBe(row => row[(int)definition.Feature] == 0f);
        }

        ranking.Features.ToMatrix().ShouldBe(rows.SelectMany(row => row));
        rows.ShouldContain(row => row[(int)Feature.Words] != 0f);
    }

    [Fact]
    public async Task Recall_Vectors_SimilarityRaisesTheSignal()
    {
        var log = new RandomLog(33, 80);
        var path = new RecallPath(Pipeline, 0.5, OMem.Trust.SourceRules.Default);
        var near = log.Vectors[40]!;
        var far = near.Select(x => -x).ToArray();
        var query = new RecallQuery(log.Turns[40].Text.Split(' ')[0] + "?");
        var close = await path.RecallAsync(log.View, DerivedView.Empty, query, QueryVectors.Create(near, near), RecallFixture.LoadFrom(log), default);
        var away = await path.RecallAsync(log.View, DerivedView.Empty, query, QueryVectors.Create(far, far), RecallFixture.LoadFrom(log), default);
        close.Signal.Probability.ShouldBeGreaterThan(away.Signal.Probability);
    }
}
