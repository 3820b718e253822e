using OMem.Cli.Import;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Import;

public sealed class JsonLinesImporterTests
{
    private const string Line = """{"id":"a","speaker":"Ana","text":"hi","occurredAt":"2024-05-01T18:30:00+02:00"}""";

    [Fact]
    public async Task Lines_OneThatIsTooLong_EndsThereAfterTheOnesBefore()
    {
        var reader = System.IO.Pipelines.PipeReader.Create(new MemoryStream(System.Text.Encoding.UTF8.GetBytes("short\n" + new string('x', 500_000) + "\nafter\n")));

        var lines = await Utf8LineReader.ReadAsync(reader, mostBytes: 100_000, CancellationToken.None).Select(line => (line.Number, line.Line?.Length)).ToListAsync();

        lines.ShouldBe([(1L, 5), (2L, null)]);
    }

    [Fact]
    public async Task Read_AllFields_KeepsThem()
    {
        var read = await Imports.OneAsync("""
            {"id":"a","speaker":"Bot","role":"assistant","text":"hi","occurredAt":"2024-05-01T18:30:00+02:00","session":"s1","metadata":{"b":"2","a":"1"}}
            """);

        read.Id.ShouldBe("a");
        read.Speaker.ShouldBe("Bot");
        read.Role.ShouldBe(SpeakerRole.Assistant);
        read.Text.ShouldBe("hi");
        read.OccurredAt.ShouldBe(new DateTimeOffset(2024, 5, 1, 18, 30, 0, TimeSpan.FromHours(2)));
        read.OccurredAt.Offset.ShouldBe(TimeSpan.FromHours(2));
        read.Session.ShouldBe("s1");
        read.Metadata.ShouldBe(new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Read_MinimalFields_UsesDefaults()
    {
        var read = await Imports.OneAsync(Line);

        read.Role.ShouldBe(SpeakerRole.Person);
        read.Session.ShouldBeNull();
        read.Metadata.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("person", SpeakerRole.Person)]
    [InlineData("user", SpeakerRole.Person)]
    [InlineData("assistant", SpeakerRole.Assistant)]
    [InlineData("tool", SpeakerRole.Tool)]
    [InlineData("system", SpeakerRole.System)]
    public async Task Read_Role_IsUnderstood(string role, SpeakerRole expected) =>
        (await Imports.OneAsync(Line.Replace("\"id\"", $"\"role\":\"{role}\",\"id\"", StringComparison.Ordinal))).Role.ShouldBe(expected);

    [Fact]
    public async Task Read_MetadataOfOtherKinds_KeepsTheirJson()
    {
        var read = await Imports.OneAsync(Line.Replace("\"id\"", """ "metadata":{"n":1.50,"b":true,"l":["x", 2],"z":null},"id" """, StringComparison.Ordinal));

        read.Metadata.ShouldBe(new Dictionary<string, string> { ["n"] = "1.50", ["b"] = "true", ["l"] = "[\"x\", 2]" }, ignoreOrder: true);
    }

    [Fact]
    public async Task Read_BlankLinesCarriageReturnsAndByteOrderMark_ArePassedOver()
    {
        var read = await Imports.ReadAsync("\uFEFF" + Line + "\r\n\r\n  \t\n" + Line.Replace("\"a\"", "\"b\"", StringComparison.Ordinal));

        read.Select(item => item.Interaction!.Id).ShouldBe(["a", "b"]);
        read[1].Place.ShouldBe("line 4");
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("\n\n", 0)]
    public async Task Read_NothingThere_GivesNothing(string text, int expected) => (await Imports.ReadAsync(text)).Count.ShouldBe(expected);

    [Theory]
    [InlineData("""{"speaker":"Ana","occurredAt":"2024-05-01"}""", "line 1: 'text' is missing")]
    [InlineData("""{"text":"x","occurredAt":"2024-05-01"}""", "line 1: 'speaker' is missing")]
    [InlineData("""{"speaker":"Ana","text":"x"}""", "line 1: 'occurredAt' is missing")]
    [InlineData("""{"speaker":"Ana","text":7,"occurredAt":"2024-05-01"}""", "line 1: 'text' is not a string")]
    [InlineData("""{"speaker":"Ana","text":"x","occurredAt":"yesterday"}""", "line 1: 'occurredAt' is not an ISO 8601 time such as 2024-05-01T18:30:00+02:00")]
    [InlineData("""{"speaker":"Ana","text":"x","occurredAt":"2024-05-01","role":"king"}""", "line 1: 'role' is not one of person, user, assistant, tool, system, document, feed")]
    [InlineData("""{"speaker":"Ana","text":"x","occurredAt":"2024-05-01","metadata":[]}""", "line 1: 'metadata' is not an object")]
    [InlineData("""{"speaker":"Ana","text":"x","occuredAt":"2024-05-01"}""", "line 1: unknown field 'occuredAt'; further data goes under 'metadata'")]
    [InlineData("""{"speaker":"Ana","text":"\ud800","occurredAt":"2024-05-01"}""", "line 1: 'text' holds half of a surrogate pair")]
    [InlineData("17", "line 1: not a JSON object")]
    [InlineData("\"speaker\"", "line 1: not a JSON object")]
    public async Task Read_BadEntry_NamesLineAndField(string line, string expected) => (await Imports.FaultAsync(line)).ShouldBe(expected);

    [Theory]
    [InlineData("{\"id\":\"a\",")]
    [InlineData("{\"id\":\"a\" \"x\"}")]
    [InlineData("hello")]
    [InlineData("{\"id\":\"a\",\"id\":\"b\",\"speaker\":\"Ana\",\"text\":\"x\",\"occurredAt\":\"2024-05-01\"}")]
    public async Task Read_BadJsonInTheMiddle_NamesItsLineAndGoesOn(string bad)
    {
        var read = await Imports.ReadAsync($"{Line}\n{bad}\n{Line}\n");

        read.Count.ShouldBe(3);
        read[0].Interaction.ShouldNotBeNull();
        read[1].Place.ShouldBe("line 2");
        read[1].Fault.ShouldNotBeNull().ShouldStartWith("not valid JSON");
        read[2].Interaction.ShouldNotBeNull();
    }

    [Fact]
    public async Task Read_BadUtf8_NamesItsLine()
    {
        using var host = new TestHost();
        var path = host.Path("bad.jsonl");
        await File.WriteAllBytesAsync(path, [.. "{\"speaker\":\"A\",\"text\":\""u8, 0xC3, 0x28, .. "\",\"occurredAt\":\"2024-05-01\"}\n"u8]);

        var read = await Files.ReadAsync(host, path);

        read.ShouldHaveSingleItem().Place.ShouldBe("line 1");
        read[0].Fault.ShouldNotBeNull();
    }

    [Fact]
    public async Task Read_LineLongerThanTheBuffer_IsRead()
    {
        var text = new string('x', 300_000) + "é😀";

        var read = await Imports.OneAsync($$"""{"speaker":"Ana","text":"{{text}}","occurredAt":"2024-05-01"}""");

        read.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("attribute")]
    [InlineData("fact")]
    [InlineData("cluster")]
    [InlineData("topic")]
    [InlineData("ledger")]
    public async Task Read_DerivedLineOfAnExport_IsPassedOver(string type) =>
        (await Imports.ReadAsync($$"""{"type":"{{type}}","id":"x"}""")).ShouldBeEmpty();

    [Fact]
    public async Task Read_UnknownType_IsAFault() =>
        (await Imports.FaultAsync("""{"type":"dream","id":"x"}""")).ShouldBe("line 1: 'type' is not one an export writes");

    [Fact]
    public async Task Read_SessionOption_FillsOnlyWhatIsMissing()
    {
        var options = new Cli.Import.ImportOptions(Session: "given");

        (await Imports.OneAsync(Line, options)).Session.ShouldBe("given");
        (await Imports.OneAsync(Line.Replace("\"id\"", "\"session\":\"own\",\"id\"", StringComparison.Ordinal), options)).Session.ShouldBe("own");
    }
}
