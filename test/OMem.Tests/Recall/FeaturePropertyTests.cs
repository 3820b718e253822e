using System.Numerics.Tensors;
using OMem.Recall;

namespace OMem.Tests.Recall;

/// <summary>The fast features against the slow reference on random logs.</summary>
public sealed class FeaturePropertyTests
{
    private static readonly RecallPipeline Pipeline = new(RecallWeights.Default);

    public static TheoryData<int, int> Logs => new()
    {
        { 1, 1 }, { 2, 2 }, { 3, 5 }, { 4, 17 }, { 5, 40 }, { 6, 80 }, { 7, 150 }, { 8, 150 }, { 9, 150 },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void Rank_RandomLog_GivesTheReferenceFeatures(int seed, int turns)
    {
        var log = new RandomLog(seed, turns);
        for (var i = 0; i < 8; i++)
        {
            var question = Question(log, i);
            var bm25 = RecallWeights.Default.Profile("conversation").Bm25;
            var reference = new ReferenceFeatures(log.Turns, question);
            using var ranking = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery(question), null);
            var words = reference.Words(bm25.Turn);
            ShouldMatch(ranking, Feature.Words, words);
            ShouldMatch(ranking, Feature.Bigrams, reference.Bigrams(bm25.Bigram));
            ShouldMatch(ranking, Feature.NearWindow, reference.Window(2, 2, bm25.Window));
            ShouldMatch(ranking, Feature.WideWindow, reference.Window(4, 4, bm25.Window));
            ShouldMatch(ranking, Feature.AheadWindow, reference.Window(0, 3, bm25.Window));
            ShouldMatch(ranking, Feature.Session, reference.Sessions(bm25.Session));
            ShouldMatch(ranking, Feature.MatchingQuestion, reference.OfPreviousQuestion(words));
            ShouldMatch(ranking, Feature.OtherSpeaker, reference.OtherSpeaker());
            ShouldMatch(ranking, Feature.TimeWords, reference.TimeWords());
            ShouldMatch(ranking, Feature.FirstPerson, reference.FirstPerson());
            ShouldMatch(ranking, Feature.IsQuestion, reference.IsQuestion());
        }
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Rank_WithVectors_GivesTheReferenceEncoderFeatures(int seed, int turns)
    {
        var log = new RandomLog(seed, turns);
        var (content, whole) = (log.Vector(), log.Vector());
        var reference = new ReferenceFeatures(log.Turns, "");
        using var ranking = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery("?"), QueryVectors.Create(content, whole));
        var products = log.Vectors.Select(vector => (double)TensorPrimitives.Dot<float>(vector!, whole)).ToArray();
        ShouldMatch(ranking, Feature.Encoder, ReferenceFeatures.Standardize(
            [.. log.Vectors.Select(vector => (double)TensorPrimitives.Dot<float>(vector!, content))]), 0.08);
        ShouldMatch(ranking, Feature.EncoderAround, ReferenceFeatures.Standardize(reference.Smooth(products)), 0.08);
        ShouldMatch(ranking, Feature.SimilarQuestion, reference.OfPreviousQuestion(ReferenceFeatures.Standardize(products)), 0.08);
    }

    [Theory]
    [MemberData(nameof(Logs))]
    public void Rank_AnyLog_ScoresAreTheWeightedSums(int seed, int turns)
    {
        var log = new RandomLog(seed, turns, new RandomLogOptions { MissingVectors = 0.3 });
        using var ranking = Pipeline.Rank(
            log.View, DerivedView.Empty, new RecallQuery(Question(log, 3)), QueryVectors.Create(log.Vector(), log.Vector()));
        for (var turn = 0; turn < turns; turn++)
        {
            var sum = ranking.Features.ToRow(turn).Zip(ranking.Profile.Weights, static (value, weight) => (double)value * weight).Sum();
            ((double)ranking.Scores[turn]).ShouldBe(sum, 1e-3);
        }
    }

    private static string Question(RandomLog log, int i) => i switch
    {
        0 => "When did Mira go " + log.Sentence(3) + "?",
        1 => "What did Jonas say about " + log.Sentence(2) + " and " + log.Sentence(2),
        2 => "zzzz unknown words",
        3 => "Mira Jonas " + log.Sentence(6),
        4 => log.Sentence(1),
        5 => "",
        _ => log.Sentence(i),
    };

    private static void ShouldMatch(Ranking ranking, Feature feature, double[] expected, double tolerance = 2e-4)
    {
        for (var turn = 0; turn < expected.Length; turn++)
        {
            ((double)ranking.Features.Value(feature, turn)).ShouldBe(expected[turn], tolerance, $"{feature} of turn {turn}");
        }
    }
}
