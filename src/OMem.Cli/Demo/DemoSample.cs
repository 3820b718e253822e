using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Json.Serialization;
using OMem.Cli.Import;

namespace OMem.Cli.Demo;

/// <summary>The conversation the demo remembers: a year of messages between two invented friends, written for this project.</summary>
internal static class DemoSample
{
    /// <summary>The tenant the demo uses unless another is given.</summary>
    public const string Tenant = "demo";

    /// <summary>The user the demo uses unless another is given.</summary>
    public const string User = "ines";

    /// <summary>The messages, in the order they were written.</summary>
    public static async Task<IReadOnlyList<Interaction>> ReadConversationAsync(CancellationToken cancellationToken)
    {
        await using var stream = Open("demo/conversation.jsonl");
        var reader = PipeReader.Create(stream);
        var interactions = new List<Interaction>();
        await foreach (var item in JsonLinesImporter.ReadAsync(reader, new ImportOptions(), cancellationToken))
        {
            interactions.Add(item.Interaction ?? throw new InvalidDataException($"The sample's {item.Place}: {item.Fault}"));
        }

        return interactions;
    }

    /// <summary>The questions.</summary>
    public static DemoQuestions ReadQuestions()
    {
        using var stream = Open("demo/questions.json");
        return JsonSerializer.Deserialize(stream, DemoJson.Default.DemoQuestions)!;
    }

    private static Stream Open(string name) =>
        typeof(DemoSample).Assembly.GetManifestResourceStream(name) ?? throw new InvalidDataException($"The sample '{name}' is not in the program.");
}

/// <summary>What the demo asks.</summary>
/// <param name="Questions">Questions with the ids of the messages that answer them.</param>
/// <param name="Unanswerable">Questions the conversation says nothing about.</param>
/// <param name="Changed">A preference that changed.</param>
internal sealed record DemoQuestions(IReadOnlyList<DemoQuestion> Questions, IReadOnlyList<DemoQuestion> Unanswerable, DemoChange Changed);

/// <summary>One question.</summary>
/// <param name="Text">What is asked.</param>
/// <param name="Answers">Ids of the messages that answer it, any one of them is enough; null when none does.</param>
internal sealed record DemoQuestion(string Text, IReadOnlyList<string>? Answers = null);

/// <summary>A preference that changed: whose, and the word that tells it.</summary>
internal sealed record DemoChange(string Subject, string About);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoQuestions))]
internal sealed partial class DemoJson : JsonSerializerContext;
