using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Reads chat messages: JSON Lines, one array, or one object with <c>messages</c>.</summary>
internal static class ChatMessagesImporter
{
    private static readonly JsonSerializerOptions Options = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <summary>Reads one message, or one object with <c>messages</c>, a line.</summary>
    public static IAsyncEnumerable<ImportedItem> ReadLinesAsync(PipeReader reader, ImportOptions options, CancellationToken cancellationToken) =>
        JsonLinesImporter.ReadAsync(reader, new ChatMessageReader(options).Read, cancellationToken);

    /// <summary>Reads the messages of one JSON array as a stream.</summary>
    public static async IAsyncEnumerable<ImportedItem> ReadArrayAsync(
        PipeReader reader, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var messages = new ChatMessageReader(options);
        await using var entries = JsonSerializer
            .DeserializeAsyncEnumerable<JsonElement>(reader, Options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        for (long number = 1; ; number++)
        {
            List<ImportedItem> items;
            try
            {
                if (!await entries.MoveNextAsync())
                {
                    yield break;
                }

                items = Read(messages, entries.Current, $"message {number}");
            }
            catch (JsonException fault)
            {
                items = [new ImportedItem(Place(fault, number), null, JsonFault.Describe(fault)) { IsFinal = true }];
            }

            foreach (var item in items)
            {
                yield return item;
                if (item.IsFinal)
                {
                    yield break;
                }
            }
        }
    }

    /// <summary>Reads one object with <c>messages</c>.</summary>
    public static async IAsyncEnumerable<ImportedItem> ReadObjectAsync(
        PipeReader reader, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var messages = new ChatMessageReader(options);
        List<ImportedItem> items;
        try
        {
            using var document = await JsonDocument.ParseAsync(reader.AsStream(), JsonFields.Strict, cancellationToken);
            items = Read(messages, document.RootElement, "the conversation");
        }
        catch (JsonException fault)
        {
            items = [new ImportedItem(Place(fault, 1), null, JsonFault.Describe(fault)) { IsFinal = true }];
        }

        foreach (var item in items)
        {
            yield return item;
        }
    }

    private static List<ImportedItem> Read(ChatMessageReader messages, JsonElement entry, string place)
    {
        try
        {
            return [.. messages.Read(entry).Select(interaction => new ImportedItem(place, interaction, null))];
        }
        catch (FormatException fault)
        {
            return [new ImportedItem(place, null, fault.Message)];
        }
    }

    private static string Place(JsonException fault, long number) =>
        fault.LineNumber is { } line ? $"line {line + 1}" : $"message {number}";
}
