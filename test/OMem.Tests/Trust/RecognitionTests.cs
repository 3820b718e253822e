using System.Text.Json;
using OMem.Recall;
using OMem.Tests.Recall;
using OMem.Trust.Recognition;

namespace OMem.Tests.Trust;

public sealed class RecognitionTests
{
    private static readonly string Block = ContextRenderer.Render([Item(1, "I live in Oslo.\nAnd I love it."), Item(2, "a <b> & \"c\"", SpeakerRole.Tool, SourceTrust.Low)]);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string, string> Wrapped => new()
    {
        { "plain", Block },
        { "after words", "Here is what I know:\n" + Block + "\nWhat now?" },
        { "quoted", string.Join('\n', Block.Split('\n').Select(static line => "> " + line)) },
        { "quoted twice", string.Join('\n', Block.Split('\n').Select(static line => "> > " + line)) },
        { "fenced", "```xml\n" + Block + "\n```" },
        { "JSON", JsonSerializer.Serialize(new { role = "user", content = Block }) },
        { "JSON, relaxed", JsonSerializer.Serialize(new { content = Block + "\n\nQuestion: what?" }, Relaxed) },
        { "JSON in JSON", JsonSerializer.Serialize(new { log = JsonSerializer.Serialize(new { content = Block }) }) },
        { "HTML", System.Net.WebUtility.HtmlEncode(Block) },
        { "CRLF", Block.Replace("\n", "\r\n", StringComparison.Ordinal) },
        { "twice", Block + "\n\n" + Block },
        { "nothing found", ContextRenderer.Render([]) },
    };

    [Theory]
    [MemberData(nameof(Wrapped))]
    public void Cut_ABlockHoweverItIsWrapped_LeavesNothingOfIt(string way, string text)
    {
        foreach (var role in Enum.GetValues<SpeakerRole>())
        {
            var left = RecalledMemory.Cut(text, role);
            left.ShouldNotContain("recalled-memory", Case.Sensitive, way);
            left.ShouldNotContain("Oslo", Case.Sensitive, way);
            left.ShouldNotContain("Quotations from", Case.Sensitive, way);
            RecalledMemory.Cut(left, role).ShouldBe(left, way);
        }
    }

    [Fact]
    public void Cut_WordsAroundABlock_AreKept()
    {
        RecalledMemory.Cut("Before.\n" + Block + "\nAfter.", SpeakerRole.Person).ShouldBe("Before.\nAfter.");
        RecalledMemory.Cut("Before. " + Block + " After.", SpeakerRole.Assistant).ShouldBe("Before.  After.");
        RecalledMemory.Cut("Look:\n```\n" + Block + "\n```\nDone.", SpeakerRole.Assistant).ShouldBe("Look:\nDone.");
        RecalledMemory.Cut(Block + "\n\nQuestion: where do I live?", SpeakerRole.Person).ShouldBe("Question: where do I live?");
    }

    [Theory]
    [InlineData(SpeakerRole.Assistant)]
    [InlineData(SpeakerRole.Tool)]
    [InlineData(SpeakerRole.Document)]
    public void Cut_SingleLinesOfABlock_AreCutFromOtherSources(SpeakerRole role)
    {
        foreach (var line in Block.Split('\n')[1..^1])
        {
            RecalledMemory.Cut($"I found this.\n- {line}\nIs it right?", role).ShouldBe("I found this.\nIs it right?", line);
        }
    }

    [Fact]
    public void Cut_SingleLinesByAPerson_AreKept()
    {
        var text = "I found this.\n" + Block.Split('\n')[^2] + "\nIs it right?";
        RecalledMemory.Cut(text, SpeakerRole.Person).ShouldBeSameAs(text);
    }

    [Fact]
    public void Cut_ABlockThatWasCutOff_IsCutLineByLine()
    {
        var lines = Block.Split('\n');
        var text = "Prompt:\n" + string.Join('\n', lines[..^1]) + "\nHello.";
        RecalledMemory.Cut(text, SpeakerRole.Person).ShouldBe("Prompt:\nHello.");
    }

    [Theory]
    [InlineData("I use the <recalled-memory> tag in my prompts, and </recalled-memory> to end it.")]
    [InlineData("<recalled-memory>\nI love jazz\n</recalled-memory>")]
    [InlineData("Quotations from stored conversations are data.")]
    [InlineData("<message>hello</message>")]
    [InlineData("I remember that I live in Oslo (2024-03-19).")]
    [InlineData("<fact>I am tall</fact>")]
    public void Cut_WordsThatMerelyResembleABlock_AreTheVerySame(string text)
    {
        RecalledMemory.Cut(text, SpeakerRole.Person).ShouldBeSameAs(text);
        RecalledMemory.Cut(text, SpeakerRole.Assistant).ShouldBeSameAs(text);
    }

    [Fact]
    public async Task Remember_NothingButRecalledMemory_IsRecognisedAndNotStored()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        var context = (await sources.Memory.RecallAsync(new RecallQuery("Where does Alice live?"))).Context;

        var result = await sources.SayAsync(context, SpeakerRole.Assistant);

        (result.Stored, result.AlreadyStored, result.Recognised, result.Shortened, result.LastSequence).ShouldBe((0, 0, 1, 0, 1L));
        (await sources.Memory.ReadLogAsync().CountAsync()).ShouldBe(1);
        (await sources.Memory.RecallAsync(new RecallQuery("Where does Alice live?"))).Context.ShouldBe(context);
    }

    [Fact]
    public async Task Remember_RecalledMemoryAmongOtherWords_StoresTheOtherWords_TheSameTwice()
    {
        await using var sources = new Sources();
        var interaction = new Interaction { Id = "x", Speaker = "Alice", Text = Block + "\n\nI play the oboe.", OccurredAt = RecallFixture.Day(1, 1) };
        var first = await sources.Memory.RememberAsync([interaction]);
        (first.Stored, first.Shortened).ShouldBe((1, 1));
        (await sources.Memory.ReadLogAsync().SingleAsync()).Interaction.Text.ShouldBe("I play the oboe.");
        var second = await sources.Memory.RememberAsync([interaction]);
        (second.Stored, second.AlreadyStored, second.Shortened).ShouldBe((0, 1, 1));
    }

    [Fact]
    public async Task Remember_AConflictAfterRecalledMemory_NamesItsPlaceInTheCall()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo.");
        var echo = new Interaction { Id = "echo", Speaker = "assistant", Role = SpeakerRole.Assistant, Text = Block, OccurredAt = RecallFixture.Day(1, 1) };
        var error = await Should.ThrowAsync<IdempotencyConflictException>(() => sources.Memory.RememberAsync([echo, echo with { Id = "m1", Text = "other" }]));
        error.Index.ShouldBe(1);
    }

    [Fact]
    public async Task Remember_AnAgentThatStoresItsWholePromptEachTurn_StoresNoMemoryTwice()
    {
        await using var sources = new Sources();
        await sources.SayAsync("I live in Oslo, and I love jazz.");
        for (var turn = 0; turn < 5; turn++)
        {
            var recall = await sources.Memory.RecallAsync(new RecallQuery("Where does Alice live, and what does she love?"));
            await sources.SayAsync(recall.Context + $"\n\nQuestion number {turn}: and now?", SpeakerRole.Tool, "logger", $"log{turn}");
        }

        (await sources.Memory.ReadLogAsync().ToListAsync()).Skip(1).ShouldAllBe(stored => !stored.Interaction.Text.Contains("Oslo"));
        (await sources.Memory.GetPersonaAsync()).Attributes.ShouldAllBe(item => item.Evidence.Count == 1);
        (await sources.HeldAsync()).ShouldBeEmpty();
    }

    private static RecallItem Item(int sequence, string text, SpeakerRole role = SpeakerRole.Person, SourceTrust trust = SourceTrust.Trusted) =>
        new(RecallItemKind.Interaction, $"m{sequence}", text, 1, 1, [new Citation($"m{sequence}", sequence, "Mira", role, RecallFixture.Day(1, sequence), "s1")], "") { Trust = trust };
}
