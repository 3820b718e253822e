using System.IO.Compression;
using System.Text;
using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Import;

/// <summary>What is wrong is said with its place.</summary>
public sealed class ForeignFaultsTests
{
    private const string Conversation = """{"mapping":{"a":{"message":{"author":{"role":"user"},"content":{"parts":["hi"]},"create_time":1714557600},"parent":null}},"current_node":"a","id":"c"}""";

    [Theory]
    [InlineData("""[{"mapping":[]}]""", "conversation 1: 'mapping' is missing: not a conversation of a ChatGPT export")]
    [InlineData("""[{"mapping":{"a":{"message":{"author":{"role":"user"},"content":{"parts":["hi"]},"create_time":"soon"}}},"current_node":"a"}]""", "conversation 1, message a: 'create_time' is not an ISO 8601 time such as 2024-05-01T18:30:00+02:00")]
    [InlineData("""[{"mapping":{"a":{"message":{"author":{"role":"user"},"content":{"parts":["hi"]}}}},"current_node":"a"}]""", "conversation 1, message a: the message has no time; give --started-at, or a time in 'created_at' or 'metadata.occurredAt'")]
    [InlineData("""[{"uuid":"c","chat_messages":[{"sender":"alien","text":"hi"}]}]""", "conversation 1, message 1: 'sender' is not one of person, user, assistant, tool, system, document, feed")]
    [InlineData("""[{"uuid":"c","chat_messages":[7]}]""", "conversation 1, message 1: a message is not a JSON object")]
    [InlineData("""[{"uuid":"c","chat_messages":7}]""", "conversation 1: 'chat_messages' is not an array")]
    [InlineData("""{"results":[{"id":"a","hash":"b"}]}""", "results[0]: 'memory' is missing")]
    [InlineData("""{"edges":[{"uuid":"e","name":"N"}]}""", "edges[0]: 'fact' is missing")]
    [InlineData("""{"agents":[7]}""", "line 1: agents[0] is not a JSON object")]
    [InlineData("text,speaker,time\nhi,Ana\n", "line 2: it has 2 fields, the header has 3")]
    [InlineData("text,speaker,time\nhi,Ana,yesterday\n", "line 2: the time is not an ISO 8601 time such as 2024-05-01T18:30:00+02:00, nor a Unix time")]
    [InlineData("text,speaker,time\n\"hi,Ana,2024-01-01\n", "line 2: a quote is not closed")]
    [InlineData("text,speaker,time\n\"hi\"x,Ana,2024-01-01\n", "line 2: something stands after a closing quote")]
    [InlineData("text,speaker,speaker\nhi,Ana,Ben\n", "the table: the header names a column twice")]
    public async Task Read_BadEntry_NamesPlaceAndFault(string text, string fault) =>
        (await Imports.ReadAsync(text)).Where(item => item.Fault is not null).Select(item => $"{item.Place}: {item.Fault}").ShouldBe([fault]);

    [Theory]
    [InlineData("chatgpt-conversations.json")]
    [InlineData("claude-conversations.json")]
    [InlineData("mem0-memories.json")]
    [InlineData("letta-messages.json")]
    public async Task Read_CutOffAnywhere_EndsWithAFaultAndNoMore(string name)
    {
        var text = ImportSamples.Text(name).TrimEnd();
        for (var length = text.Length / 4; length < text.Length; length += text.Length / 23)
        {
            var items = await Imports.ReadAsync(text[..length], Enum.Parse<ImportFormat>(name.Split('-')[0], ignoreCase: true));

            items[^1].Fault.ShouldNotBeNull().ShouldStartWith("not valid JSON");
            items.Count(item => item.Fault is not null).ShouldBe(1);
        }
    }

    [Fact]
    public async Task Read_ChainOfParentsThatRunsIntoItself_Ends()
    {
        var text = """{"mapping":{"a":{"message":null,"parent":"b"},"b":{"message":null,"parent":"a"}},"current_node":"a"}""";

        (await Imports.ReadAsync(text)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_ByteOrderMark_IsPassedOver() =>
        (await Imports.ReadAsync("\uFEFF[" + Conversation + "]")).ShouldHaveSingleItem().Interaction.ShouldNotBeNull().Text.ShouldBe("hi");

    [Fact]
    public async Task Read_OneConversationAlone_IsRead() =>
        (await Imports.ReadAsync(Conversation)).ShouldHaveSingleItem().Interaction.ShouldNotBeNull().Session.ShouldBe("c");

    [Fact]
    public async Task Zip_OfPieces_ReadsEachInOrder()
    {
        using var host = new TestHost();
        var path = Zip(host, ("export/conversations-001.json", "[" + Conversation.Replace("\"a\"", "\"b\"", StringComparison.Ordinal) + "]"),
            ("export/conversations-000.json", "[" + Conversation + "]"), ("export/user.json", "{}"), ("__MACOSX/export/conversations-002.json", "junk"));

        var items = await Files.ReadAsync(host, path);

        items.Select(item => (item.Place, item.Interaction?.Id)).ShouldBe(
            [("export/conversations-000.json, conversation 1, message a", "chatgpt-a"), ("export/conversations-001.json, conversation 1, message b", "chatgpt-b")]);
    }

    [Fact]
    public async Task Folder_OfAnUnpackedExport_ReadsItsConversations()
    {
        using var host = new TestHost();
        host.Write("export/conversations.json", "[" + Conversation + "]");
        host.Write("export/user.json", "{}");
        host.Write("export/conversations-notes.json", "junk");

        var items = await Files.ReadAsync(host, host.Path("export"));

        items.ShouldHaveSingleItem().Place.ShouldBe("conversations.json, conversation 1, message a");
    }

    [Fact]
    public async Task Zip_WithoutConversations_IsRefused()
    {
        using var host = new TestHost();
        var path = Zip(host, ("user.json", "{}"));

        (await Should.ThrowAsync<UsageException>(() => Files.ReadAsync(host, path))).Message.ShouldContain("without a conversations.json");
    }

    [Fact]
    public async Task Zip_CutOff_IsRefused()
    {
        using var host = new TestHost();
        var path = Zip(host, ("conversations.json", "[" + Conversation + "]"));
        var bytes = await File.ReadAllBytesAsync(path);
        await File.WriteAllBytesAsync(path, bytes[..(bytes.Length - 30)]);

        (await Should.ThrowAsync<UsageException>(() => Files.ReadAsync(host, path))).Message.ShouldContain("damaged or cut off zip archive");
    }

    [Theory]
    [InlineData("PK\u0003\u0004rest", "zip archive")]
    [InlineData("GIF\0\0", "no text")]
    public async Task Input_NoText_IsRefused(string text, string fault) =>
        (await Should.ThrowAsync<UsageException>(() => Imports.ReadAsync(text))).Message.ShouldContain(fault);

    private static string Zip(TestHost host, params (string Name, string Text)[] files)
    {
        var path = host.Path("export.zip");
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (name, text) in files)
        {
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }

        return path;
    }
}
