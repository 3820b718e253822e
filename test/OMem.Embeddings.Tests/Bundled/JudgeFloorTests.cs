using OMem.Consolidation;
using OMem.Consolidation.Judging;

namespace OMem.Embeddings.Tests.Bundled;

/// <summary>
/// Which of the pairs are near enough for a model to be asked, with the bundled embedding model: the table of <c>docs/concepts/consolidation.md</c>.
/// </summary>
public sealed class JudgeFloorTests(BundledModel bundled) : IClassFixture<BundledModel>
{
    [Fact]
    public void Restated_AreAllAskedAbout() => Near(JudgePairs.Restated).ShouldBe(20);

    [Fact]
    public void Changed_AreNearlyAllAskedAbout() => Near(JudgePairs.Changed).ShouldBe(19);

    [Fact]
    public void Other_AreAskedAboutInLessThanHalf() => Near(JudgePairs.Other).ShouldBe(8);

    [Fact]
    public void Unrelated_AreNotAskedAbout() => Near(JudgePairs.Unrelated).ShouldBe(0);

    private int Near((string? KnownValue, string Known, string? NewValue, string New)[] pairs) => pairs.Count(pair =>
    {
        var overlap = Key(pair.KnownValue, pair.Known).Overlap(Key(pair.NewValue, pair.New));
        var mayChange = ChangeWords.AreIn(pair.New) || pair.Known.Contains(" plans to ", StringComparison.Ordinal);
        return Neighbourhood.IsNear(overlap, Cosine(pair.Known, pair.New), mayChange);
    });

    private static ValueKey Key(string? value, string sentence) => value is null ? ValueKey.OfSentence(sentence, "Dana") : ValueKey.Of(value);

    private double Cosine(string left, string right) =>
        System.Numerics.Tensors.TensorPrimitives.Dot(bundled.Generator.Embed(left).Span, bundled.Generator.Embed(right).Span);
}
