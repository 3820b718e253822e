using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using OMem.Models;

namespace OMem.Understanding.Llm;

/// <summary>JSON of the reading call, in and out.</summary>
internal static class ReadFormat
{
    /// <summary>Answers as they come in.</summary>
    public static JsonSerializerOptions Answers { get; } = new(ReadJson.Default.Options) { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    /// <summary>Input as it goes out: text stays text, so that it costs no more tokens than it must. It is no part of a web page.</summary>
    public static JsonTypeInfo<ReadInput> Input { get; } = (JsonTypeInfo<ReadInput>)new JsonSerializerOptions(ReadJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    }.GetTypeInfo(typeof(ReadInput));

    /// <summary>Item by item, what has the right shape; null when the element is no such object at all.</summary>
    public static ReadAnswer? Salvage(JsonElement element)
    {
        var misshapen = 0;
        var topics = AnswerList.Salvage(element, "topics", (JsonTypeInfo<ReadTopic>)Answers.GetTypeInfo(typeof(ReadTopic)), ref misshapen);
        var attributes = AnswerList.Salvage(element, "attributes", (JsonTypeInfo<ReadAttribute>)Answers.GetTypeInfo(typeof(ReadAttribute)), ref misshapen);
        var facts = AnswerList.Salvage(element, "facts", (JsonTypeInfo<ReadFact>)Answers.GetTypeInfo(typeof(ReadFact)), ref misshapen);
        var read = AnswerList.Salvage(element, "read", (JsonTypeInfo<ReadMessage>)Answers.GetTypeInfo(typeof(ReadMessage)), ref misshapen);
        return topics is null && attributes is null && facts is null
            ? null
            : new ReadAnswer { Topics = topics, Attributes = attributes, Facts = facts, Read = read, Misshapen = misshapen };
    }
}
