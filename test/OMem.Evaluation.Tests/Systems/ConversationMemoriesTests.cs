using OMem.Recall;

namespace OMem.Evaluation.Tests;

public sealed class ConversationMemoriesTests
{
    private static readonly EvaluationConversation Conversation = new(
        "c",
        [.. Enumerable.Range(0, 150).Select(i => new Interaction
        {
            Id = $"t{i}",
            Speaker = i % 2 == 0 ? "Ann" : "Bob",
            Text = i % 3 == 0 ? "I love jazz and I live in Oslo." : $"Yesterday I visited the museum number {i}.",
            OccurredAt = new DateTimeOffset(2024, 1, 1, 9, 0, 0, TimeSpan.Zero).AddHours(i),
            Session = $"s{i / 10}",
        })],
        []);

    [Fact]
    public async Task Get_Conversation_IndexesAndUnderstandsIt()
    {
        using var model = new WordHashEmbeddings();

        var memory = await Memories(model).GetAsync(Conversation, default);

        memory.View.Count.ShouldBe(150);
        memory.Understood.Items.ShouldNotBeEmpty();
        memory.Understood.Topics.ShouldNotBeEmpty();
        memory.Derived.Items.Count.ShouldBe(memory.Understood.Items.Count);
        memory.Understood.Items.SelectMany(i => i.Item.Evidence).ShouldAllBe(e => e.Sequence >= 1 && e.Sequence <= 150);
    }

    [Fact]
    public async Task Get_Twice_IndexesOnce()
    {
        using var model = new WordHashEmbeddings();
        var memories = Memories(model);

        (await memories.GetAsync(Conversation, default)).ShouldBeSameAs(await memories.GetAsync(Conversation, default));
    }

    [Fact]
    public async Task Get_SameConversation_GivesTheSameItems()
    {
        using var model = new WordHashEmbeddings();

        var first = await Memories(model).GetAsync(Conversation, default);
        var second = await Memories(model).GetAsync(Conversation, default);

        second.Understood.Items.Select(i => (i.Item.Id, i.Item.Text, i.Item.Evidence.Count))
            .ShouldBe(first.Understood.Items.Select(i => (i.Item.Id, i.Item.Text, i.Item.Evidence.Count)));
    }

    [Fact]
    public async Task Rank_WithoutModel_UsesWordsAlone()
    {
        var memories = new ConversationMemories(null, null, string.Empty);
        var memory = await memories.GetAsync(Conversation, default);

        using var ranking = await memories.RankAsync(memory, new RecallPipeline(RecallWeights.Default), "museum number 7", default);

        ranking.Features.IsBegun(Feature.Encoder).ShouldBeFalse();
        var words = ranking.Features.Measured(Feature.Words).ToArray();
        words.IndexOf(words.Max()).ShouldBe(7);
    }

    private static ConversationMemories Memories(WordHashEmbeddings model) => new(model, new VectorCache(model, "m", null, "h"), "m");
}
