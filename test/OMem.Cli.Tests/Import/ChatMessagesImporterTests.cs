using OMem.Cli.Import;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Import;

public sealed class ChatMessagesImporterTests
{
    private static readonly DateTimeOffset Start = new(2024, 5, 1, 18, 0, 0, TimeSpan.FromHours(1));
    private static readonly ImportOptions At = new(StartedAt: Start);

    [Fact]
    public async Task Read_Array_GivesMessagesAMinuteApart()
    {
        var read = await Imports.ReadAsync("""
            [
              {"role":"system","content":"Be kind."},
              {"role":"user","content":"I moved to Oslo."},
              {"role":"assistant","content":"How is it?"}
            ]
            """, options: At);

        read.Select(item => item.Interaction!.Role).ShouldBe([SpeakerRole.System, SpeakerRole.Person, SpeakerRole.Assistant]);
        read.Select(item => item.Interaction!.Speaker).ShouldBe(["system", "user", "assistant"]);
        read.Select(item => item.Interaction!.OccurredAt).ShouldBe([Start, Start.AddMinutes(1), Start.AddMinutes(2)]);
        read.Select(item => item.Interaction!.Id).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task Read_Lines_GivesTheSameAsTheArray()
    {
        const string One = """{"role":"user","content":"I moved to Oslo."}""";
        const string Two = """{"role":"assistant","content":"How is it?"}""";

        var lines = await Imports.ReadAsync($"{One}\n{Two}\n", options: At);
        var array = await Imports.ReadAsync($"[{One},{Two}]", options: At);

        lines.Select(item => item.Interaction).ShouldBe(array.Select(item => item.Interaction), new ById());
        lines[1].Place.ShouldBe("line 2");
        array[1].Place.ShouldBe("message 2");
    }

    [Fact]
    public async Task Read_ObjectWithMessages_UsesItsIdAsSession()
    {
        var read = await Imports.ReadAsync("""
            {
              "id": "chat-7",
              "messages": [ {"role":"user","content":"hi","name":"Ana"} ]
            }
            """, options: At);

        read.ShouldHaveSingleItem().Interaction!.Session.ShouldBe("chat-7");
        read[0].Interaction!.Speaker.ShouldBe("Ana");
    }

    [Fact]
    public async Task Read_LinesOfConversations_KeepTheirSessions()
    {
        var read = await Imports.ReadAsync("""
            {"id":"one","messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}
            {"id":"two","messages":[{"role":"user","content":"c"}]}
            """, options: At);

        read.Select(item => item.Interaction!.Session).ShouldBe(["one", "one", "two"]);
        read[2].Interaction!.OccurredAt.ShouldBe(Start.AddMinutes(2));
    }

    [Fact]
    public async Task Read_ContentParts_JoinsTheirText()
    {
        var read = await Imports.OneAsync("""
            [{"role":"user","content":[{"type":"text","text":"Look:"},{"type":"image_url","image_url":{"url":"x"}},{"type":"input_text","text":"my cat"}]}]
            """, At);

        read.Text.ShouldBe("Look:\nmy cat");
    }

    [Theory]
    [InlineData("""[{"role":"assistant","content":null,"tool_calls":[]}]""")]
    [InlineData("""[{"role":"assistant","tool_calls":[]}]""")]
    [InlineData("""[{"role":"user","content":"  "}]""")]
    [InlineData("""[{"role":"user","content":[]}]""")]
    [InlineData("[]")]
    public async Task Read_NothingSaid_GivesNothing(string json) => (await Imports.ReadAsync(json, ImportFormat.Messages, At)).ShouldBeEmpty();

    [Theory]
    [InlineData("""{"role":"user","content":"a","created_at":1714588200}""")]
    [InlineData("""{"role":"user","content":"a","timestamp":"2024-05-01T18:30:00Z"}""")]
    [InlineData("""{"role":"user","content":"a","metadata":{"occurredAt":"2024-05-01T18:30:00Z"}}""")]
    public async Task Read_OwnTime_NeedsNoStart(string message)
    {
        var read = await Imports.ReadAsync($"[{message},{{\"role\":\"user\",\"content\":\"b\"}}]", options: new ImportOptions(Step: TimeSpan.FromSeconds(5)));

        var first = new DateTimeOffset(2024, 5, 1, 18, 30, 0, TimeSpan.Zero);
        read.Select(item => item.Interaction!.OccurredAt).ShouldBe([first, first.AddSeconds(5)]);
    }

    [Fact]
    public async Task Read_NoTimeAtAll_SaysWhatToGive()
    {
        var fault = await Imports.FaultAsync("""[{"role":"user","content":"a"}]""");

        fault.ShouldStartWith("message 1: the message has no time; give --started-at");
    }

    [Theory]
    [InlineData("""[{"role":"king","content":"a"}]""", "message 1: 'role' is not one of")]
    [InlineData("""[{"content":"a"},{"role":"user","content":"b"}]""", "message 1: 'role' is missing")]
    [InlineData("""[{"role":"user","content":7}]""", "message 1: 'content' is neither a string nor an array")]
    [InlineData("""[{"role":"user","content":[7]}]""", "message 1: a part of 'content' is neither")]
    [InlineData("[7]", "message 1: not a JSON object")]
    public async Task Read_BadMessage_NamesIt(string json, string expected)
    {
        var item = (await Imports.ReadAsync(json, ImportFormat.Messages, At))[0];

        $"{item.Place}: {item.Fault}".ShouldStartWith(expected);
    }

    [Fact]
    public async Task Read_ArrayCutInTheMiddle_KeepsWhatCameBeforeAndEnds()
    {
        var read = await Imports.ReadAsync("""
            [{"role":"user","content":"a"},
            {"role":"user","content":"b
            """, ImportFormat.Messages, At);

        read.Count.ShouldBeGreaterThanOrEqualTo(1);
        read[^1].IsFinal.ShouldBeTrue();
        read[^1].Fault.ShouldNotBeNull().ShouldStartWith("not valid JSON");
    }

    private sealed class ById : IEqualityComparer<Interaction?>
    {
        public bool Equals(Interaction? x, Interaction? y) => x?.Id == y?.Id && x?.Text == y?.Text && x?.OccurredAt == y?.OccurredAt;

        public int GetHashCode(Interaction? obj) => obj?.Id.GetHashCode(StringComparison.Ordinal) ?? 0;
    }
}
