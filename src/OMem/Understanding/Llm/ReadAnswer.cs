using System.ComponentModel;
using System.Text.Json.Serialization;

namespace OMem.Understanding.Llm;

/// <summary>What the model is asked for. Nothing of it is believed before <see cref="AnswerCheck"/> has seen it.</summary>
internal sealed record ReadAnswer
{
    [Description("what the messages are about")]
    public IReadOnlyList<ReadTopic?>? Topics { get; init; }

    [Description("what people are like")]
    public IReadOnlyList<ReadAttribute?>? Attributes { get; init; }

    [Description("what happened or will happen")]
    public IReadOnlyList<ReadFact?>? Facts { get; init; }

    [Description("the account: one for every message")]
    public IReadOnlyList<ReadMessage?>? Read { get; init; }

    /// <summary>Items that did not have the right shape.</summary>
    [JsonIgnore]
    public int Misshapen { get; init; }
}

internal sealed record ReadMessage
{
    [Description("n of the message")]
    public int? Message { get; init; }

    [Description("how many entries are about it")]
    public int? Items { get; init; }
}

internal sealed record ReadTopic
{
    [Description("n of the message")]
    public int? Message { get; init; }

    public string? Label { get; init; }

    public string? Words { get; init; }
}

internal sealed record ReadAttribute
{
    [Description("n of the message")]
    public int? Message { get; init; }

    [Description("copied exactly from the message")]
    public string? Words { get; init; }

    public string? Subject { get; init; }

    public string? Aspect { get; init; }

    public string? Value { get; init; }

    public string? Text { get; init; }

    [Description("positive or negative")]
    public string? Polarity { get; init; }

    [Description("present, ended or future")]
    public string? Tense { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? When { get; init; }

    public string? Corrects { get; init; }
}

internal sealed record ReadFact
{
    [Description("n of the message")]
    public int? Message { get; init; }

    [Description("copied exactly from the message")]
    public string? Words { get; init; }

    public string? Subject { get; init; }

    public string? Text { get; init; }

    [Description("positive or negative")]
    public string? Polarity { get; init; }

    [Description("past or future")]
    public string? Tense { get; init; }

    public string? From { get; init; }

    public string? To { get; init; }

    public string? When { get; init; }
}
