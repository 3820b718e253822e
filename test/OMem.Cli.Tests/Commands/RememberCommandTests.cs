using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class RememberCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Remember_File_StoresAndUnderstands()
    {
        _host.Write("tea.jsonl", Chats.Tea);

        (await _host.OmemAsync("remember", "tea.jsonl")).ShouldBe(0);

        _host.Out.ToString().ShouldBe("Stored 4 new, 0 were there already, 0 skipped.\n");
        _host.Error.ToString().ShouldBeEmpty();
        (await _host.OmemJsonAsync("status")).GetProperty("pending").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Remember_Again_StoresNothingTwice()
    {
        await _host.RememberTeaAsync();
        await _host.OmemAsync("remember", "tea.jsonl");

        _host.Out.ToString().ShouldBe("Stored 0 new, 4 were there already, 0 skipped.\n");
        (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(4);
    }

    [Fact]
    public async Task Remember_WithoutIds_CanBeRepeated()
    {
        _host.Input = Chats.Tea.Replace("\"id\"", "\"session\"", StringComparison.Ordinal).Replace(",\"session\":\"s1\"", "", StringComparison.Ordinal)
            .Replace(",\"session\":\"s2\"", "", StringComparison.Ordinal);
        (await _host.OmemAsync("remember", "-")).ShouldBe(0, _host.Error.ToString());
        (await _host.OmemAsync("remember", "-")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("Stored 0 new, 4 were there already");
    }

    [Fact]
    public async Task Remember_StandardInputAsJson_ReportsCounts()
    {
        _host.Input = Chats.Tea;

        var output = await _host.OmemJsonAsync("remember", "-");

        output.GetProperty("stored").GetInt64().ShouldBe(4);
        output.GetProperty("understood").GetInt64().ShouldBe(4);
        output.GetProperty("logSequence").GetInt64().ShouldBe(4);
        output.GetProperty("skipped").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Remember_BadLineInTheMiddle_StoresWhatIsBeforeAndNamesTheLine()
    {
        _host.Write("big.jsonl", Chats.Lines(300) + "{\"id\":\"broken\n" + Chats.Lines(300, from: 300));

        (await _host.OmemAsync("remember", "big.jsonl", "--no-wait")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("error: big.jsonl, line 301: not valid JSON");
        _host.Error.ToString().ShouldContain("The 300 messages before it are stored, nothing after it is.");
        _host.Out.ToString().ShouldStartWith("Stored 300 new");
        (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(300);
    }

    [Fact]
    public async Task Remember_MendedAndRunAgain_StoresTheRest()
    {
        _host.Write("big.jsonl", Chats.Lines(300) + "{\"id\":\"broken\n" + Chats.Lines(300, from: 300));
        await _host.OmemAsync("remember", "big.jsonl", "--no-wait");
        _host.Write("big.jsonl", Chats.Lines(600));

        (await _host.OmemAsync("remember", "big.jsonl", "--no-wait")).ShouldBe(0);

        _host.Out.ToString().ShouldBe("Stored 300 new, 300 were there already, 0 skipped. 600 wait to be understood.\n");
    }

    [Fact]
    public async Task Remember_SkipInvalid_ReportsAndGoesOn()
    {
        _host.Write("big.jsonl", Chats.Lines(2) + "{\"id\":\"broken\n{\"speaker\":\"Ana\",\"occurredAt\":\"2024-05-01\"}\n" + Chats.Lines(2, from: 2));

        (await _host.OmemAsync("remember", "big.jsonl", "--skip-invalid")).ShouldBe(0);

        _host.Error.ToString().ShouldContain("skipped line 3: not valid JSON");
        _host.Error.ToString().ShouldContain("skipped line 4: 'text' is missing");
        _host.Out.ToString().ShouldStartWith("Stored 4 new, 0 were there already, 2 skipped.");
    }

    [Theory]
    [InlineData("", "text is empty")]
    [InlineData("x\\u0000y", "text")]
    public async Task Remember_EntryTheMemoryRefuses_NamesItsLine(string text, string expected)
    {
        _host.Write("one.jsonl", Chats.Lines(2) + $$"""{"id":"e","speaker":"Ana","text":"{{text}}","occurredAt":"2024-05-01"}""" + "\n" + Chats.Lines(1, from: 2));

        var code = await _host.OmemAsync("remember", "one.jsonl");

        if (code != 0)
        {
            code.ShouldBe(2);
            _host.Error.ToString().ShouldContain("error: one.jsonl, line 3: " + expected);
            (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(2);
        }
        else
        {
            text.ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task Remember_SameIdOtherContent_NamesLineAndId()
    {
        await _host.RememberTeaAsync();
        _host.Write("other.jsonl", Chats.Lines(1) + """{"id":"m3","speaker":"Ana","text":"Other words.","occurredAt":"2024-05-01"}""" + "\n");

        (await _host.OmemAsync("remember", "other.jsonl")).ShouldBe(2);

        _host.Error.ToString().ShouldContain("other.jsonl, line 2: the id 'm3' is already stored with other content.");
        (await _host.OmemJsonAsync("stats")).GetProperty("interactions").GetInt64().ShouldBe(5);
    }

    [Fact]
    public async Task Remember_NoWait_IsSearchableAndUnderstoodByFlush()
    {
        _host.Write("tea.jsonl", Chats.Tea);
        await _host.OmemAsync("remember", "tea.jsonl", "--no-wait");
        _host.Out.ToString().ShouldContain("4 wait to be understood");

        (await _host.OmemJsonAsync("recall", "jasmine tea")).GetProperty("items")[0].GetProperty("id").GetString().ShouldBe("m3");

        (await _host.OmemAsync("flush")).ShouldBe(0);
        _host.Out.ToString().ShouldBe("Understood 4 of 4 messages.\n");
        (await _host.OmemJsonAsync("status")).GetProperty("pending").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task Remember_ChatMessages_KeepsRoles()
    {
        _host.Write("chat.json", """[{"role":"user","content":"I live in Lisbon."},{"role":"assistant","content":"Noted."}]""");

        (await _host.OmemAsync("remember", "chat.json", "--started-at", "2024-05-01", "--session", "c")).ShouldBe(0, _host.Error.ToString());

        await _host.OmemAsync("export");
        _host.Out.ToString().ShouldContain("\"speaker\":\"assistant\",\"role\":\"assistant\",\"text\":\"Noted.\",\"occurredAt\":\"2024-05-01T00:01:00+00:00\",\"session\":\"c\"");
    }

    [Fact]
    public async Task Remember_Locomo_NeedsAChoiceAmongSeveral()
    {
        const string Conversation = """{"sample_id":"X","conversation":{"speaker_a":"Ana","speaker_b":"Ben","session_1_date_time":"1:56 pm on 8 May, 2023","session_1":[{"speaker":"Ana","dia_id":"D1:1","text":"Hello"}]},"qa":[]}""";
        _host.Write("two.json", $"[{Conversation},{Conversation.Replace("\"X\"", "\"Y\"", StringComparison.Ordinal)}]");
        _host.Write("one.json", Conversation);

        (await _host.OmemAsync("remember", "two.json")).ShouldBe(2);
        _host.Error.ToString().ShouldContain("2 conversations (X, Y)");

        (await _host.OmemAsync("remember", "two.json", "--conversation", "Y")).ShouldBe(0, _host.Error.ToString());
        _host.Out.ToString().ShouldStartWith("Stored 1 new");

        (await _host.OmemAsync("remember", "two.json", "--conversation", "all")).ShouldBe(0);
        _host.Out.ToString().ShouldStartWith("Stored 1 new, 1 were there already");

        (await _host.OmemAsync("remember", "one.json", "--conversation", "Z")).ShouldBe(2);
        _host.Error.ToString().ShouldContain("There is no conversation 'Z'");
    }

    [Theory]
    [InlineData("nowhere.jsonl", "There is no file 'nowhere.jsonl'.")]
    [InlineData("folder/nowhere.jsonl", "There is no file 'folder/nowhere.jsonl'.")]
    public async Task Remember_NoSuchFile_IsBadInputAndMakesNoStore(string file, string expected)
    {
        (await _host.OmemAsync("remember", file)).ShouldBe(2);

        _host.Error.ToString().ShouldContain(expected);
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Remember_EmptyInput_StoresNothing()
    {
        (await _host.OmemAsync("remember", "-")).ShouldBe(0);

        _host.Out.ToString().ShouldBe("Stored 0 new, 0 were there already, 0 skipped.\n");
    }

    [Fact]
    public async Task Remember_HugeAndOddTexts_AreKept()
    {
        var texts = new[] { new string('x', 1_000_000), "שלום ‏עולם", "👩‍👩‍👧‍👦", "'; DROP TABLE log; --", "NEAR(\"a\" \"b\") OR *", "%s %n {0} [red]" };
        var lines = texts.Select((text, i) => System.Text.Json.JsonSerializer.Serialize(
            new { id = $"t{i}", speaker = "Ana", text, occurredAt = i % 2 == 0 ? "0001-01-01T00:00:00Z" : "9999-12-31T23:59:59Z" }));
        _host.Write("odd.jsonl", string.Join('\n', lines));

        (await _host.OmemAsync("remember", "odd.jsonl")).ShouldBe(0, _host.Error.ToString());

        await _host.OmemAsync("export");
        var exported = _host.Out.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => System.Text.Json.JsonDocument.Parse(line).RootElement.GetProperty("text").GetString());
        exported.ShouldBe(texts);
    }

    [Fact]
    public async Task Remember_StoreThatIsNoStore_FailsAndChangesNothing()
    {
        _host.Write("store/memory.omem", "this is not a database, it is a letter to a friend that is long enough to be read as a header");
        _host.Write("tea.jsonl", Chats.Tea);

        (await _host.OmemAsync("remember", "tea.jsonl")).ShouldBe(1);

        _host.Error.ToString().ShouldStartWith("error: ");
        File.ReadAllText(_host.Path("store/memory.omem")).ShouldStartWith("this is not a database");
    }
}
