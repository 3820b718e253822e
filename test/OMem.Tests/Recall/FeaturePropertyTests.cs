using System.Numerics.Tensors;
using OMem.Recall;

namespace OMem.Tests.Recall;

/// <summary>The fast features against the slow reference on random logs.</summary>
public sealed class FeaturePropertyTests
{
    private static readonly RecallProfile All = AllFeatures("conversation");
    private static readonly RecallPipeline Pipeline = new(RecallWeights.Default.With(All).With(AllFeatures("assistant")));

    public static TheoryData<int, int> Logs => new()
    {
        { 1, 1 }, { 2, 2 }, { 3, 5 }, { 4, 17 }, { 5, 40 }, { 6, 80 }, { 7, 150 }, { 8, 150 }, { 9, 150 },
    };

    [Theory]
    [MemberData(nameof(Logs))]
    public void Rank_RandomLog_GivesTheReferenceFeatures(int seed, int turns)
    {
        var log = new RandomLog(seed, turns);
        for (var i = 0; i < 9; i++)
        {
            var question = Question(log, i);
            var bm25 = All.Bm25;
            var reference = new ReferenceFeatures(log.Turns, question);
            using var ranking = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery(question), null);
            var words = reference.Words(bm25.Turn);
            ShouldMatch(ranking, Feature.Words, words);
            ShouldMatch(ranking, Feature.Bigrams, reference.Bigrams(bm25.Bigram));
            ShouldMatch(ranking, Feature.NearWindow, reference.Window(2, 2, bm25.Window));
            ShouldMatch(ranking, Feature.WideWindow, reference.Window(4, 4, bm25.Window));
            ShouldMatch(ranking, Feature.AheadWindow, reference.Window(0, 3, bm25.Window));
            ShouldMatch(ranking, Feature.Session, reference.Sessions(bm25.Session));
            ShouldMatch(ranking, Feature.SessionRich, reference.Sessions(bm25.Session), factor: reference.Richness);
            ShouldMatch(ranking, Feature.WideWindowRich, reference.Window(4, 4, bm25.Window), factor: reference.Richness);
            ShouldMatch(ranking, Feature.WideWindowInference, reference.Window(4, 4, bm25.Window), factor: reference.Says("likely") ? 1 : 0);
            ShouldMatch(ranking, Feature.WordsWhen, words, factor: reference.Says("when") ? 1 : 0);
            ShouldMatch(ranking, Feature.ProperNamesWhere, reference.ProperNames(), factor: reference.Says("where") ? 1 : 0);
            ShouldMatch(ranking, Feature.ProperNames, reference.ProperNames());
            ShouldMatch(ranking, Feature.PastWordsDid, reference.PastWords(), factor: reference.Says("did") ? 1 : 0);
            ShouldMatch(ranking, Feature.ReasonWhy, reference.Holds("because"), factor: reference.Says("why") ? 1 : 0);
            ShouldMatch(ranking, Feature.TimeWordsHowLong, reference.TimeWords(always: true), factor: reference.Says("long") ? 1 : 0);
            ShouldMatch(ranking, Feature.OtherSpeakerYou, [.. reference.OtherSpeaker().Zip(reference.YouWords(), static (a, b) => a * b)]);
            ShouldMatch(ranking, Feature.Directive, reference.Holds("always"));
            ShouldMatch(ranking, Feature.Length, reference.Length());
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
        ShouldMatch(ranking, Feature.EncoderBest, reference.BestOfNeighbours(ReferenceFeatures.Standardize(products)), 0.08);
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

    [Theory]
    [MemberData(nameof(Logs))]
    public void Rank_WithAssistant_GivesTheReferenceFeatures(int seed, int turns)
    {
        var log = new RandomLog(seed, turns, new RandomLogOptions { Speakers = ["user", "assistant"] });
        if (!log.View.HasAssistant)
        {
            return;
        }

        var whole = log.Vector();
        var question = "What about " + log.Sentence(4) + "?";
        var reference = new ReferenceFeatures(log.Turns, question);
        using var ranking = Pipeline.Rank(log.View, DerivedView.Empty, new RecallQuery(question), QueryVectors.Create(whole, whole));
        ranking.Profile.Name.ShouldBe("assistant");
        ShouldMatch(ranking, Feature.OtherSpeaker, [.. log.Turns.Select(turn => turn.Role == SpeakerRole.Assistant ? 1.0 : 0.0)]);
        ShouldMatch(ranking, Feature.PersonWords, reference.PersonWords(ranking.Profile.Bm25.Window));
        ShouldMatch(ranking, Feature.Directive, [.. log.Turns.Zip(reference.Holds("always"), static (turn, holds) => turn.Role == SpeakerRole.Person ? holds : 0)]);
        var products = ReferenceFeatures.Standardize([.. log.Vectors.Select(vector => (double)TensorPrimitives.Dot<float>(vector!, whole))]);
        ShouldMatch(ranking, Feature.SimilarAnswer, reference.OfNextAnswer(products), 0.08);
    }

    private static RecallProfile AllFeatures(string name)
    {
        var known = RecallWeights.Default.Profile(name);
        return new RecallProfile(
            name, known.Bm25, 0f, [.. Enumerable.Range(1, FeatureCatalog.Count).Select(i => i / 10f)],
            FeatureCatalog.All.Select(definition => definition.Feature), known.Signal);
    }

    private static string Question(RandomLog log, int i) => i switch
    {
        0 => "When did Mira go " + log.Sentence(3) + "?",
        1 => "What did Jonas say about " + log.Sentence(2) + " and " + log.Sentence(2),
        2 => "zzzz unknown words",
        3 => "Mira Jonas " + log.Sentence(6),
        4 => log.Sentence(1),
        5 => "",
        6 => "Why would Mira likely " + log.Sentence(4) + ", where and how long?",
        _ => log.Sentence(i),
    };

    private static void ShouldMatch(Ranking ranking, Feature feature, double[] expected, double tolerance = 2e-4, double factor = 1)
    {
        for (var turn = 0; turn < expected.Length; turn++)
        {
            ((double)ranking.Features.Value(feature, turn)).ShouldBe(expected[turn] * factor, tolerance, $"{feature} of turn {turn}");
        }
    }
}
