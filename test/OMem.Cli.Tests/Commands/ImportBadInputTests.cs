using System.Text;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

/// <summary>Files that cannot be read: one message with file and place, exit code 2, and nothing stored beyond what it says.</summary>
public sealed class ImportBadInputTests : IDisposable
{
    private readonly TestHost _host = new();

    public static TheoryData<string, byte[], string> Inputs => new()
    {
        { "utf-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Chats.Tea)], "The input is UTF-16; save it as UTF-8." },
        { "utf-16 big endian", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Chats.Tea)], "The input is UTF-16; save it as UTF-8." },
        { "utf-16 without a mark", Encoding.Unicode.GetBytes(Chats.Tea), "The input is no text: it holds zero bytes." },
        { "gzip", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0], "The input is no text: it holds zero bytes." },
        { "zip", [.. "PK\u0003\u0004"u8, .. new byte[40]], "is a damaged or cut off zip archive." },
        { "prose", Encoding.UTF8.GetBytes("Dear diary"), "line 1: not valid JSON" },
        { "array of something else", Encoding.UTF8.GetBytes("""[{"a":1}]"""), "nor any other layout that is known; see 'omem import --help', or say --format." },
        { "object of something else", Encoding.UTF8.GetBytes("""{"a":1}"""), "line 1: unknown field 'a'; further data goes under 'metadata'." },
        { "nested too deep", Encoding.UTF8.GetBytes($$"""{"messages":{{new string('[', 100)}}"""), "not valid JSON" },
        { "same field twice", Encoding.UTF8.GetBytes("""{"id":"a","id":"b","speaker":"Ana","text":"hi","occurredAt":"2024-01-01"}"""), "line 1: not valid JSON" },
        { "half a surrogate pair", Encoding.UTF8.GetBytes("""{"id":"a","speaker":"Ana","text":"\ud83e","occurredAt":"2024-01-01"}"""), "line 1: 'text' holds half of a surrogate pair." },
        { "bytes that are not UTF-8", [.. Encoding.UTF8.GetBytes("""{"id":"a","speaker":"Ana","text":" """), 0xC3, 0x28, .. "\",\"occurredAt\":\"2024-01-01\"}"u8], "line 1: " },
        { "table that is not UTF-8", [.. "text,speaker,time\nna"u8, 0xEF, 0x76, .. "e,Ana,2024-01-01\n"u8], "the table: the text is not UTF-8; save it as UTF-8." },
    };

    public void Dispose() => _host.Dispose();

    [Theory]
    [MemberData(nameof(Inputs))]
    public async Task Import_FileThatCannotBeRead_SaysWhyAndStoresNothing(string name, byte[] bytes, string fault)
    {
        await File.WriteAllBytesAsync(_host.Path("input"), bytes);

        (await _host.OmemAsync("import", "input")).ShouldBe(2, name);

        _host.Error.ToString().ShouldContain(fault);
        (await _host.OmemAsync("import", "input", "--dry-run")).ShouldBe(2, name);
        _host.Error.ToString().ShouldContain(fault);
        _host.Write("tea.jsonl", Chats.Tea);
        (await _host.OmemAsync("import", "tea.jsonl")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Stored 4 new, 0 were there already");
        (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(4);
    }

    [Fact]
    public async Task Import_MissingFileOrFolder_SaysSo()
    {
        (await _host.OmemAsync("import", "nowhere.json")).ShouldBe(2);
        _host.Error.ToString().ShouldBe("error: There is no file 'nowhere.json'.\n");
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Import_ByteOrderMarkAndWindowsLineEnds_AreRead()
    {
        await File.WriteAllBytesAsync(_host.Path("input"), [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Chats.Tea.ReplaceLineEndings("\r\n"))]);

        (await _host.OmemAsync("import", "input")).ShouldBe(0, _host.Error.ToString());

        _host.Out.ToString().ShouldContain("Stored 4 new");
    }

    [Fact]
    public async Task Import_ConversationWithOneBadMessage_StoresWhatStandsBeforeIt()
    {
        var text = ImportSamples.Text("claude-conversations.json").Replace("\"created_at\": \"2025-02-01T08:02:00.000000Z\"", "\"created_at\": \"then\"", StringComparison.Ordinal);
        _host.Write("claude.json", text);

        (await _host.OmemAsync("import", "claude.json")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("error: claude.json, conversation 1, message 4: 'created_at' is not an ISO 8601 time");
        _host.Error.ToString().ShouldContain("The 2 messages before it are stored, nothing after it is.");
        (await _host.OmemAsync("import", "claude.json", "--skip-invalid")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Stored 0 new, 2 were there already, 1 skipped.");
    }
}
