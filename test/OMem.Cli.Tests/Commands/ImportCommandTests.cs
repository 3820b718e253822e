using System.Text;
using System.Text.Json;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class ImportCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Import_ChatGptSample_StoresReportsAndUnderstands()
    {
        (await _host.OmemAsync("import", ImportSamples.Path("chatgpt-conversations.json"))).ShouldBe(0, _host.Error.ToString());

        _host.Out.ToString().ShouldBe("""
            Read chatgpt: 3 messages in 1 session, 1 May 2024 to 1 May 2024.
            Speakers: user 2, ChatGPT 1.
            Left out: 1 hidden in the conversation, 1 no text (an image or a file), 1 on a branch that was edited or regenerated away, 1 tool call, 1 tool output.
            Stored 3 new, 0 were there already.

            """.ReplaceLineEndings("\n"));
        (await _host.OmemJsonAsync("recall", "dog Rex")).GetProperty("items")[0].GetProperty("id").GetString().ShouldNotBeNull();
    }

    [Fact]
    public async Task Import_Twice_StoresNothingTwice()
    {
        await _host.OmemAsync("import", ImportSamples.Path("claude-conversations.json"));
        await _host.OmemAsync("export", "--full");
        var first = _host.Out.ToString();

        (await _host.OmemAsync("import", ImportSamples.Path("claude-conversations.json"))).ShouldBe(0);

        _host.Out.ToString().ShouldContain("Stored 0 new, 3 were there already.");
        await _host.OmemAsync("export", "--full");
        _host.Out.ToString().ShouldBe(first);
    }

    [Fact]
    public async Task DryRun_NoStore_SaysWhatWouldComeInAndLeavesNothingBehind()
    {
        (await _host.OmemAsync("import", ImportSamples.Path("messages.csv"), "--dry-run")).ShouldBe(0, _host.Error.ToString());

        _host.Out.ToString().ShouldContain("Would store 3 new, 0 are there already. Nothing was stored.");
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task DryRun_AsJson_ComparesWithWhatIsThere()
    {
        await _host.RememberTeaAsync();
        _host.Write("more.jsonl", Chats.Tea.Replace("a kettle", "two kettles", StringComparison.Ordinal) + Chats.Lines(2));

        (await _host.OmemAsync("import", "more.jsonl", "--dry-run", "--skip-invalid", "--json")).ShouldBe(0, _host.Error.ToString());

        using var document = JsonDocument.Parse(_host.Out.ToString());
        var output = document.RootElement;
        output.GetProperty("dryRun").GetBoolean().ShouldBeTrue();
        output.GetProperty("format").GetString().ShouldBe("jsonl");
        output.GetProperty("messages").GetInt64().ShouldBe(6);
        output.GetProperty("stored").GetInt64().ShouldBe(2);
        output.GetProperty("alreadyStored").GetInt64().ShouldBe(3);
        output.GetProperty("sessions").GetInt32().ShouldBe(3);
        output.GetProperty("skipped")[0].GetProperty("place").GetString().ShouldBe("line 3");
        output.GetProperty("skipped")[0].GetProperty("fault").GetString().ShouldBe("the id 'm3' is already stored with other content");
        (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(4);
    }

    [Fact]
    public async Task DryRun_EntryTheMemoryWouldNotTake_IsFoundBeforehand()
    {
        _host.Write("long.jsonl", Chats.Lines(2).Replace("\"speaker\":\"Ana\",\"text\":\"Note number 1", $"\"speaker\":\"{new string('x', 600)}\",\"text\":\"Note number 1", StringComparison.Ordinal));

        (await _host.OmemAsync("import", "long.jsonl", "--dry-run")).ShouldBe(2);
        var looked = _host.Error.ToString();
        (await _host.OmemAsync("import", "long.jsonl")).ShouldBe(2);

        looked.ShouldContain("error: long.jsonl, line 2: speaker has 600 characters, the most is 512.");
        looked.ShouldContain("Nothing was stored.");
        _host.Error.ToString().ShouldContain("error: long.jsonl, line 2: speaker has 600 characters, the most is 512.");
        _host.Error.ToString().ShouldContain("The 1 messages before it are stored");
    }

    [Fact]
    public async Task Import_IdTwiceWithOtherContentInOneFile_StopsThereAndSaysWhatIsStored()
    {
        _host.Write("twice.jsonl", Chats.Lines(3) + Chats.Lines(1).Replace("harbour", "station", StringComparison.Ordinal) + Chats.Lines(2, from: 7));

        (await _host.OmemAsync("import", "twice.jsonl")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("error: twice.jsonl, line 4: the id 'n0' is already stored with other content.");
        _host.Error.ToString().ShouldContain("The 3 messages before it are stored, nothing after it is.");
        (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(3);
    }

    [Theory]
    [InlineData("9999-01-01T00:00:00Z", "the time lies in the future (9999-01-01); --any-time takes it as it is")]
    [InlineData("1970-01-01T00:00:00Z", "the time lies before 1980 (1970-01-01), probably it is missing; --any-time takes it as it is")]
    public async Task Import_TimeThatCannotBe_IsAFaultUnlessAskedFor(string time, string fault)
    {
        _host.Write("chat.jsonl", Chats.Lines(1) + $$"""{"id":"x","speaker":"Ana","text":"When?","occurredAt":"{{time}}"}""" + "\n");

        (await _host.OmemAsync("import", "chat.jsonl")).ShouldBe(2);
        _host.Error.ToString().ShouldContain($"chat.jsonl, line 2: {fault}.");

        (await _host.OmemAsync("import", "chat.jsonl", "--skip-invalid")).ShouldBe(0);
        _host.Error.ToString().ShouldBe($"skipped line 2: {fault}\n");

        (await _host.OmemAsync("import", "chat.jsonl", "--any-time")).ShouldBe(0);
        _host.Out.ToString().ShouldContain("Stored 1 new, 1 were there already.");
    }

    [Fact]
    public async Task Import_ClockGoingBackwards_IsKeptAndCounted()
    {
        var lines = Chats.Tea.Split('\n');
        _host.Write("back.jsonl", string.Join('\n', lines[2], lines[0], lines[1], ""));

        (await _host.OmemAsync("import", "back.jsonl")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("1 message earlier than the one before in the same session: kept in the order of the input.");
    }

    [Fact]
    public async Task Import_FullExport_RestoresElsewhereByteForByte()
    {
        await _host.RememberTeaAsync();
        (await _host.OmemAsync("export", "--full", "-o", "all.jsonl")).ShouldBe(0, _host.Error.ToString());

        (await _host.OmemAsAsync("copy", "import", "all.jsonl")).ShouldBe(0, _host.Error.ToString());
        _host.Out.ToString().ShouldStartWith("Restored 4 messages, ");
        (await _host.OmemAsAsync("copy", "export", "--full", "-o", "again.jsonl")).ShouldBe(0);

        File.ReadAllBytes(_host.Path("again.jsonl")).ShouldBe(File.ReadAllBytes(_host.Path("all.jsonl")));
        File.ReadAllText(_host.Path("all.jsonl")).ShouldStartWith("{\"type\":\"omem-export\",\"version\":1,\"interactions\":4,\"waiting\":0,");
        (await _host.OmemAsAsync("copy", "import", "all.jsonl")).ShouldBe(0);
        _host.Out.ToString().ShouldStartWith("The memory holds exactly this already: 4 messages");
    }

    [Fact]
    public async Task Export_FullToStandardOutput_IsWhatTheFileHas()
    {
        await _host.RememberTeaAsync();
        await _host.OmemAsync("export", "--full", "-o", "all.jsonl");

        await _host.OmemAsync("export", "--full");

        Encoding.UTF8.GetBytes(_host.Out.ToString()).ShouldBe(File.ReadAllBytes(_host.Path("all.jsonl")));
    }

    [Fact]
    public async Task Import_FullExportIntoAMemoryThatHoldsMore_IsRefusedButItsMessagesCanBeAdded()
    {
        await _host.RememberTeaAsync();
        await _host.OmemAsync("export", "--full", "-o", "all.jsonl");
        _host.Write("other.jsonl", Chats.Lines(1));
        await _host.OmemAsAsync("other", "remember", "other.jsonl");

        (await _host.OmemAsAsync("other", "import", "all.jsonl")).ShouldBe(2);
        _host.Error.ToString().ShouldContain("is not empty");
        _host.Error.ToString().ShouldContain("--messages-only");

        (await _host.OmemAsAsync("other", "import", "all.jsonl", "--messages-only")).ShouldBe(0, _host.Error.ToString());
        _host.Out.ToString().ShouldContain("Stored 4 new");
        (await _host.OmemAsAsync("third", "remember", "all.jsonl")).ShouldBe(0, _host.Error.ToString());
        _host.Out.ToString().ShouldStartWith("Stored 4 new");
    }

    [Fact]
    public async Task Import_DamagedExport_NamesTheLineAndStoresNothing()
    {
        await _host.RememberTeaAsync();
        await _host.OmemAsync("export", "--full", "-o", "all.jsonl");
        var text = File.ReadAllText(_host.Path("all.jsonl"));
        foreach (var (name, damaged, fault) in ((string, string, string)[])
        [
            ("cut.jsonl", text[..(text.Length / 2)], "it is cut off: the file ends within it"),
            ("version.jsonl", text.Replace("\"version\":1", "\"version\":9", StringComparison.Ordinal), "line 1: the export is of version 9; this program reads versions up to 2"),
            ("changed.jsonl", text.Replace("Lisbon", "London", StringComparison.Ordinal), "the export was changed after it was written"),
        ])
        {
            _host.Write(name, damaged);

            (await _host.OmemAsAsync("copy", "import", name)).ShouldBe(2, name);

            _host.Error.ToString().ShouldContain($"error: {name}, line ");
            _host.Error.ToString().ShouldContain(fault);
            _host.Error.ToString().ShouldContain("Nothing was stored.");
        }

        (await _host.OmemAsAsync("copy", "import", "all.jsonl", "--dry-run")).ShouldBe(0);
        _host.Out.ToString().ShouldEndWith("Nothing was stored.\n");
        (await _host.OmemAsAsync("copy", "export")).ShouldBe(0);
        _host.Out.ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Export_FullWithOtherSwitches_IsRefused()
    {
        (await _host.OmemAsync("export", "--full", "--derived")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("--full holds everything already");
    }

    [Fact]
    public async Task Import_Speaker_NamesThePerson()
    {
        await _host.OmemAsync("import", ImportSamples.Path("claude-conversations.json"), "--speaker", "Pia");

        _host.Out.ToString().ShouldContain("Speakers: Pia 2, Claude 1.");
    }
}
