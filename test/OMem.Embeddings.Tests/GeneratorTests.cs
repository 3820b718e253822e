using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.AI;
using OMem.Embeddings.Models;
using OMem.Embeddings.Tests.Fakes;

namespace OMem.Embeddings.Tests;

public sealed class GeneratorTests
{
    [Fact]
    public async Task GenerateAsync_NoTexts_GivesNone()
    {
        using var generator = Create(new CountingModel());
        (await generator.GenerateAsync([])).ShouldBeEmpty();
    }

    [Fact]
    public async Task GenerateAsync_TextsOfManyLengths_KeepsTheirOrder()
    {
        using var generator = Create(new CountingModel(), new() { MaxDegreeOfParallelism = 3 });
        string[] texts = ["bbb", "a", "", "dddd", "cc", "a", "eee"];
        var result = await generator.GenerateAsync(texts);
        result.Select(embedding => embedding.Vector.ToArray()).ShouldBe(texts.Select(text => generator.Embed(text).ToArray()));
        result.ShouldAllBe(embedding => embedding.ModelId == "fake@1");
    }

    [Fact]
    public async Task GenerateAsync_SameTextTwice_RunsItOnce()
    {
        var model = new CountingModel();
        using var generator = Create(model, new() { CacheCapacity = 0 });
        var result = await generator.GenerateAsync(["a", "b", "a", "a"]);
        model.Runs.ShouldBe(2);
        result[3].Vector.ShouldBe(result[0].Vector);
    }

    [Fact]
    public async Task GenerateAsync_TextEmbeddedBefore_TakesItFromTheCache()
    {
        var model = new CountingModel();
        using var generator = Create(model);
        var first = generator.Embed("a");
        var again = await generator.GenerateAsync(["a", "a"]);
        model.Runs.ShouldBe(1);
        again[1].Vector.ShouldBe(first);
    }

    [Fact]
    public void Embed_MoreTextsThanTheCacheHolds_RunsTheForgottenAgain()
    {
        var model = new CountingModel();
        using var generator = Create(model, new() { CacheCapacity = 2 });
        foreach (var text in (string[])["a", "b", "a", "c", "a", "b"])
        {
            generator.Embed(text);
        }

        // a, b, c, and b again: it was the one unused for longest when c came.
        model.Runs.ShouldBe(4);
    }

    [Fact]
    public async Task GenerateAsync_NullText_NamesItsPlaceAndRunsNothing()
    {
        var model = new CountingModel();
        using var generator = Create(model);
        var fault = await Should.ThrowAsync<ArgumentException>(() => generator.GenerateAsync(["a", null!, "c"]));
        fault.Message.ShouldContain("The text at 1 is null.");
        model.Runs.ShouldBe(0);
        Should.Throw<ArgumentNullException>(() => generator.Embed(null!));
        await Should.ThrowAsync<ArgumentNullException>(() => generator.GenerateAsync(null!));
    }

    [Fact]
    public async Task GenerateAsync_OtherDimensions_IsRefused()
    {
        using var generator = Create(new CountingModel());
        (await generator.GenerateAsync(["a"], new() { Dimensions = 2 })).Count.ShouldBe(1);
        var fault = await Should.ThrowAsync<ArgumentException>(() => generator.GenerateAsync(["a"], new() { Dimensions = 3 }));
        fault.Message.ShouldContain("The model fake@1 makes vectors of 2 dimensions, not 3.");
    }

    [Fact]
    public async Task GenerateAsync_CancelledBefore_RunsNothing()
    {
        var model = new CountingModel();
        using var generator = Create(model);
        await Should.ThrowAsync<OperationCanceledException>(() => generator.GenerateAsync(["a"], cancellationToken: new(canceled: true)));
        model.Runs.ShouldBe(0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task GenerateAsync_CancelledWhileRunning_StopsBeforeTheNextText(int threads)
    {
        using var source = new CancellationTokenSource();
        var model = new CountingModel { BeforeRun = _ => source.Cancel() };
        using var generator = Create(model, new() { MaxDegreeOfParallelism = threads });
        await Should.ThrowAsync<OperationCanceledException>(
            () => generator.GenerateAsync(Enumerable.Range(0, 100).Select(i => $"{i}"), cancellationToken: source.Token));
        model.Runs.ShouldBeInRange(1, threads);
    }

    [Fact]
    public async Task GenerateAsync_ModelFails_PassesTheFaultOnAndWorksAgain()
    {
        var model = new CountingModel { BeforeRun = ids => _ = ids[0] == '!' ? throw new InvalidDataException("broken") : 0 };
        using var generator = Create(model, new() { MaxDegreeOfParallelism = 2 });
        var fault = await Should.ThrowAsync<InvalidDataException>(() => generator.GenerateAsync(["a", "b", "!", "d"]));
        fault.Message.ShouldBe("broken");
        (await generator.GenerateAsync(["a", "b", "d"])).Count.ShouldBe(3);
    }

    [Fact]
    public async Task GenerateAsync_SeveralThreads_RunAtTheSameTime()
    {
        using var both = new Barrier(2);
        var model = new CountingModel { BeforeRun = _ => both.SignalAndWait(TimeSpan.FromSeconds(60)).ShouldBeTrue() };
        using var generator = Create(model, new() { MaxDegreeOfParallelism = 2 });
        await generator.GenerateAsync(["a", "b", "c", "d"]);
        model.Runs.ShouldBe(4);
    }

    [Fact]
    public async Task GenerateAsync_ManyCallersAtOnce_GetTheirOwnVectors()
    {
        using var generator = Create(new CountingModel(), new() { MaxDegreeOfParallelism = 2, CacheCapacity = 8 });
        var calls = Enumerable.Range(0, 32).Select(call => Task.Run(async () =>
        {
            string[] texts = [.. Enumerable.Range(0, 20).Select(i => new string((char)('a' + ((call + i) % 26)), 1 + (i % 4)))];
            var result = await generator.GenerateAsync(texts);
            return texts.Zip(result, (text, embedding) => embedding.Vector.Span[0] / embedding.Vector.Span[1] - ((float)text[0] / text.Length)).Max(Math.Abs);
        }));
        (await Task.WhenAll(calls)).Max().ShouldBeLessThan(1e-3f);
    }

    [Fact]
    public void Embed_LongText_ReadsTheFirstPieceOrTheMeanOfSeveral()
    {
        using var one = Create(new CountingModel());
        one.Embed("aaaabbbbcccc").ToArray().ShouldBe(one.Embed("aaaa").ToArray());
        using var two = Create(new CountingModel(), new() { MaxChunks = 2 });
        float[][] parts = [[.. one.Embed("aaaa").Span], [.. one.Embed("bbbb").Span]];
        two.Embed("aaaabbbbcccc").ToArray().ShouldBe(UnitVector.Mean(parts));
        two.Embed("abc").ToArray().ShouldBe(one.Embed("abc").ToArray());
        two.ModelId.ShouldBe("fake@1+2chunks");
        one.ModelId.ShouldBe("fake@1");
    }

    [Fact]
    public void GetService_Metadata_NamesModelAndDimensions()
    {
        using var generator = Create(new CountingModel());
        var metadata = generator.GetService<EmbeddingGeneratorMetadata>().ShouldNotBeNull();
        metadata.DefaultModelId.ShouldBe("fake@1");
        metadata.DefaultModelDimensions.ShouldBe(2);
        metadata.ProviderName.ShouldBe("omem.onnx");
        generator.GetService<OnnxEmbeddingGenerator>().ShouldBeSameAs(generator);
        generator.GetService<string>().ShouldBeNull();
        generator.GetService(typeof(EmbeddingGeneratorMetadata), "key").ShouldBeNull();
    }

    [Fact]
    public async Task Dispose_Twice_FreesTheModelAndEndsUse()
    {
        var model = new CountingModel();
        var generator = Create(model);
        generator.Dispose();
        generator.Dispose();
        model.IsDisposed.ShouldBeTrue();
        Should.Throw<ObjectDisposedException>(() => generator.Embed("a"));
        await Should.ThrowAsync<ObjectDisposedException>(() => generator.GenerateAsync(["a"]));
    }

    [Theory]
    [InlineData(0, 0, 1)]
    [InlineData(257, 0, 1)]
    [InlineData(1, -1, 1)]
    [InlineData(1, 0, 0)]
    public void CreateGenerator_SettingOutOfRange_IsRefused(int threads, int cache, int chunks) =>
        Should.Throw<ValidationException>(() => BundledEmbeddingModel.CreateGenerator(
            new() { MaxDegreeOfParallelism = threads, CacheCapacity = cache, MaxChunks = chunks }));

    private static OnnxEmbeddingGenerator Create(CountingModel model, OnnxEmbeddingOptions? options = null) =>
        new("fake@1", new CharacterTokenizer(), model, options ?? new());
}
