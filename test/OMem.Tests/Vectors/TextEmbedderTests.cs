using Microsoft.Extensions.AI;
using OMem.Embeddings;
using OMem.Recall;
using OMem.Vectors;

namespace OMem.Tests.Vectors;

public sealed class TextEmbedderTests
{
    private static readonly EmbeddingTexts Question = new("pottery", "What pottery?", [5..12]);

    [Fact]
    public async Task EmbedAsync_GeneratorWithoutFocus_EmbedsTwoTexts()
    {
        using var generator = new LengthGenerator();

        await new TextEmbedder(generator).EmbedAsync(Question, default);

        generator.Texts.ShouldBe(["pottery", "What pottery?"]);
    }

    [Fact]
    public async Task EmbedAsync_GeneratorWithFocus_AsksItOnce()
    {
        using var generator = new LengthGenerator { Focus = new FixedFocus(new FocusEmbedding(new float[] { 3, 4 }, new float[] { 0, 2 })) };

        var vectors = await new TextEmbedder(generator).EmbedAsync(Question, default);

        generator.Texts.ShouldBeEmpty();
        vectors.Whole.ShouldNotBeSameAs(vectors.Content);
    }

    [Fact]
    public async Task EmbedAsync_FocusThatCannotTell_EmbedsTwoTexts()
    {
        using var generator = new LengthGenerator { Focus = new FixedFocus(null) };

        await new TextEmbedder(generator).EmbedAsync(Question, default);

        generator.Texts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task EmbedAsync_NothingInFocus_EmbedsTwoTexts()
    {
        using var generator = new LengthGenerator { Focus = new FixedFocus(new FocusEmbedding(new float[] { 3, 4 }, new float[] { 0, 2 })) };

        await new TextEmbedder(generator).EmbedAsync(new EmbeddingTexts("what is that", "what is that", []), default);

        generator.Texts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task EmbedAsync_Texts_GivesUnitVectors()
    {
        using var generator = new LengthGenerator();

        var vectors = await new TextEmbedder(generator).EmbedAsync(["abc"], default);

        vectors[0].Sum(static value => value * value).ShouldBe(1f, 1e-6f);
    }

    [Fact]
    public void Create_GeneratorWithoutModelId_IsRefused()
    {
        using var generator = new LengthGenerator { Model = null };

        Should.Throw<InvalidOperationException>(() => new TextEmbedder(generator)).Message.ShouldContain("name its model");
    }

    /// <summary>The vector of a text is (1, its length).</summary>
    private sealed class LengthGenerator : IEmbeddingGenerator<string, Embedding<float>>
    {
        public string? Model { get; init; } = "length";

        public IFocusEmbedder? Focus { get; init; }

        public List<string> Texts { get; } = [];

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Texts.AddRange(values);
            return Task.FromResult<GeneratedEmbeddings<Embedding<float>>>([.. Texts.Select(static text => new Embedding<float>(new float[] { 1, text.Length }))]);
        }

        public object? GetService(Type serviceType, object? serviceKey = null) =>
            serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("test", null, Model, 2)
            : serviceType == typeof(IFocusEmbedder) ? Focus
            : null;

        public void Dispose()
        {
        }
    }

    private sealed class FixedFocus(FocusEmbedding? answer) : IFocusEmbedder
    {
        public FocusEmbedding? Embed(string text, IReadOnlyList<Range> focus) => answer;
    }
}
