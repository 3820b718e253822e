using System.Numerics.Tensors;
using OMem.Embeddings.Tests.Fakes;
using OMem.Embeddings.Tests.Reference;

namespace OMem.Embeddings.Tests.Bundled;

public sealed class FocusTests(BundledModel bundled) : IClassFixture<BundledModel>
{
    private const string Question = "When did Caroline go to the adoption meeting?";
    private static readonly Range[] ContentWords = [Words("adoption"), Words("meeting")];

    private OnnxEmbeddingGenerator Generator => bundled.Generator;

    [Fact]
    public void Embed_Focus_WholeIsTheTextsOwnVector()
    {
        var whole = Generator.Embed(Question, ContentWords)!.Whole;

        // The rows of a run are quantised together, so the last digits differ.
        Cosine(whole, Generator.Embed(Question)).ShouldBeGreaterThan(0.999f);
    }

    [Fact]
    public void Embed_FocusOnEverything_IsTheWhole()
    {
        var both = Generator.Embed(Question, [Range.All])!;

        both.Focus.ToArray().ShouldBe(both.Whole.ToArray());
    }

    [Fact]
    public void Embed_Focus_IsNearerToItsWordsThanTheWhole()
    {
        var both = Generator.Embed(Question, ContentWords)!;
        var words = Generator.Embed("adoption meeting");

        Cosine(both.Focus, words).ShouldBeGreaterThan(Cosine(both.Whole, words));
    }

    [Fact]
    public void Embed_OtherFocus_IsAnotherVectorAlsoFromTheCache()
    {
        var first = Generator.Embed(Question, [Words("Caroline")])!.Focus.ToArray();
        var second = Generator.Embed(Question, [Words("meeting")])!.Focus.ToArray();

        second.ShouldNotBe(first);
        Generator.Embed(Question, [Words("Caroline")])!.Focus.ToArray().ShouldBe(first);
    }

    [Fact]
    public void Embed_FocusTwice_GivesTheSameBits()
    {
        using var other = BundledEmbeddingModel.CreateGenerator(new OnnxEmbeddingOptions { CacheCapacity = 0 });
        foreach (var text in ReferenceRow.All.Select(static row => row.Text).Where(static text => text.Length > 3))
        {
            var once = Generator.Embed(text, [1..3]);
            var again = other.Embed(text, [1..3]);

            again?.Focus.ToArray().ShouldBe(once!.Focus.ToArray());
            (again is null).ShouldBe(once is null);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("wo war das Café?")]
    [InlineData("\U0001F642 smile")]
    public void Embed_TextWhosePlacesMayShift_IsNull(string text) => Generator.Embed(text, [0..text.Length]).ShouldBeNull();

    [Fact]
    public void Embed_TextTooLongForOneRun_IsNull() =>
        Generator.Embed(string.Join(' ', Enumerable.Repeat("word", 400)), [0..4]).ShouldBeNull();

    [Fact]
    public void Embed_FocusOnNothing_IsNull()
    {
        Generator.Embed(Question, []).ShouldBeNull();
        Generator.Embed(Question, [3..3]).ShouldBeNull();
    }

    [Fact]
    public void Embed_FocusOutsideTheText_IsRefused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Generator.Embed(Question, [0..1_000]));

    [Fact]
    public void Embed_ModelThatCannot_IsNull()
    {
        using var generator = new OnnxEmbeddingGenerator("m", new CharacterTokenizer(), new CountingModel(), new OnnxEmbeddingOptions());

        generator.Embed("abc", [0..1]).ShouldBeNull();
        generator.GetService(typeof(IFocusEmbedder)).ShouldBe(generator);
    }

    private static Range Words(string words)
    {
        var start = Question.IndexOf(words, StringComparison.Ordinal);
        return start..(start + words.Length);
    }

    private static float Cosine(ReadOnlyMemory<float> left, ReadOnlyMemory<float> right) => TensorPrimitives.CosineSimilarity(left.Span, right.Span);
}
