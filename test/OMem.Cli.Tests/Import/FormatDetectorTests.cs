using System.IO.Pipelines;
using System.Text;
using OMem.Cli.Hosting;
using OMem.Cli.Import;

namespace OMem.Cli.Tests.Import;

public sealed class FormatDetectorTests
{
    [Theory]
    [InlineData("""{"id":"a","speaker":"x","text":"t","occurredAt":"2024-01-01"}""", "Jsonl", "Lines")]
    [InlineData("\n\n  {\"speaker\":\"x\",\"text\":\"t\"}\n", "Jsonl", "Lines")]
    [InlineData("{\"speaker\":\"x\",\n", "Jsonl", "Lines")]
    [InlineData("nonsense", "Jsonl", "Lines")]
    [InlineData("", "Jsonl", "Lines")]
    [InlineData("""[{"role":"user","content":"x"}]""", "Messages", "Array")]
    [InlineData("[\n  {\n \"content\": [{\"type\":\"text\"}],\n \"role\": \"user\"\n }\n]", "Messages", "Array")]
    [InlineData("""{"role":"user","content":"x"}""", "Messages", "Lines")]
    [InlineData("""{"messages":[]}""", "Messages", "Lines")]
    [InlineData("{\n\"messages\":[]}", "Messages", "Object")]
    [InlineData("""[{"qa":[],"conversation":{}}]""", "Locomo", "Array")]
    [InlineData("{\n\"sample_id\":\"1\", \"conversation\":{\"session_1\":[]}}", "Locomo", "Object")]
    public async Task Detect_Layout_IsTold(string text, string format, string shape) =>
        (await DetectAsync(text)).ShouldBe(new DetectedFormat(Enum.Parse<ImportFormat>(format), Enum.Parse<ImportShape>(shape)));

    [Fact]
    public async Task Detect_WantedFormat_Wins() =>
        (await DetectAsync("""{"role":"user","content":"x"}""", ImportFormat.Jsonl)).Format.ShouldBe(ImportFormat.Jsonl);

    [Fact]
    public async Task Detect_FirstLineLongerThanWhatIsLookedAt_IsALine() =>
        (await DetectAsync("{\"speaker\":\"x\",\"text\":\"" + new string('y', 200_000))).Shape.ShouldBe(ImportShape.Lines);

    [Fact]
    public async Task Detect_ForeignArray_IsRefused() =>
        (await Should.ThrowAsync<UsageException>(() => DetectAsync("""[{"a":1}]"""))).Message.ShouldContain("neither JSON Lines nor chat messages");

    [Fact]
    public async Task Detect_Utf16_SaysWhatToDo()
    {
        var reader = PipeReader.Create(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{}")]));

        var fault = await Should.ThrowAsync<UsageException>(() => FormatDetector.DetectAsync(reader, ImportFormat.Auto, CancellationToken.None));

        fault.Message.ShouldBe("The input is UTF-16; save it as UTF-8.");
    }

    private static Task<DetectedFormat> DetectAsync(string text, ImportFormat wanted = ImportFormat.Auto) =>
        FormatDetector.DetectAsync(PipeReader.Create(new MemoryStream(Encoding.UTF8.GetBytes(text))), wanted, CancellationToken.None);
}
