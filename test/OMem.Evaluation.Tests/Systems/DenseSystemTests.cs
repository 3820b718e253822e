namespace OMem.Evaluation.Tests;

public sealed class DenseSystemTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static readonly EvaluationConversation Conversation = new(
        "c",
        [Turn("1", "rain falls on the roof"), Turn("2", "the violin needs new strings"), Turn("3", "rain falls on the roof")],
        []);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rank_NearestVector_ComesFirstAndTiesKeepLogOrder()
    {
        using var model = new WordHashEmbeddings();
        var system = new DenseSystem(model, new VectorCache(model, "m", null, "hash"));
        await using var index = await system.IndexAsync(Conversation, default);

        (await index.RankAsync("violin strings", default))[0].Id.ShouldBe("2");
        (await index.RankAsync("rain on a roof", default)).Select(r => r.Id).ShouldBe(["1", "3", "2"]);
    }

    [Fact]
    public async Task Get_SecondRun_ReadsVectorsFromDisk()
    {
        using var model = new WordHashEmbeddings();
        var texts = Conversation.Interactions.Select(TurnText.ForVector).ToList();
        var first = new VectorCache(model, "m", _folder.Path, "hash");
        var vectors = await first.GetAsync(texts, default);
        await first.SaveAsync(default);

        var second = new VectorCache(model, "m", _folder.Path, "hash");
        var again = await second.GetAsync(texts, default);

        first.Embedded.ShouldBe(2);
        second.Embedded.ShouldBe(0);
        again.ShouldBe(vectors);
    }

    [Fact]
    public async Task Get_OtherModel_DoesNotReuseVectors()
    {
        using var model = new WordHashEmbeddings();
        var first = new VectorCache(model, "m", _folder.Path, "hash");
        await first.GetAsync(["a text"], default);
        await first.SaveAsync(default);

        var second = new VectorCache(model, "m2", _folder.Path, "hash");
        await second.GetAsync(["a text"], default);

        second.Embedded.ShouldBe(1);
    }

    [Fact]
    public async Task Get_CutCacheFile_CountsAsEmpty()
    {
        using var model = new WordHashEmbeddings();
        var first = new VectorCache(model, "m", _folder.Path, "hash");
        await first.GetAsync(["a text"], default);
        await first.SaveAsync(default);
        var file = Directory.EnumerateFiles(_folder.Path).ShouldHaveSingleItem();
        var content = await File.ReadAllBytesAsync(file);
        await File.WriteAllBytesAsync(file, content[..^3]);

        var second = new VectorCache(model, "m", _folder.Path, "hash");
        await second.GetAsync(["a text"], default);

        second.Embedded.ShouldBe(1);
    }

    [Fact]
    public async Task Save_NothingNew_WritesNoFile()
    {
        using var model = new WordHashEmbeddings();

        await new VectorCache(model, "m", _folder.Path, "hash").SaveAsync(default);

        Directory.EnumerateFileSystemEntries(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Of_AnyVector_HasLengthOneOrZero()
    {
        UnitVector.Of([3, 4]).ShouldBe([0.6f, 0.8f]);
        UnitVector.Of([0, 0]).ShouldBe([0f, 0f]);
    }

    private static Interaction Turn(string id, string text) =>
        new() { Id = id, Speaker = "Ann", Text = text, OccurredAt = DateTimeOffset.UnixEpoch };
}
