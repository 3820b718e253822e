using System.ComponentModel;

namespace OMem.Understanding.Paper;

/// <summary>What the model is asked for of one message. Lists may be empty.</summary>
internal sealed record PaperReadAnswer
{
    [Description("a short noun phrase, or empty")]
    public string? Topic { get; init; }

    [Description("positive, negative or mixed")]
    public string? Attitude { get; init; }

    public string? Reason { get; init; }

    [Description("what happened to the speaker")]
    public IReadOnlyList<string?>? Facts { get; init; }

    [Description("what the speaker is like")]
    public IReadOnlyList<string?>? Attributes { get; init; }
}

/// <summary>The message as the model gets it.</summary>
/// <param name="Speaker">Who spoke.</param>
/// <param name="At">When, with the day of the week.</param>
/// <param name="Text">What was said, as far as it is sent.</param>
/// <param name="Image">Description of an image, if there is one.</param>
internal sealed record PaperReadInput(string Speaker, string At, string Text, string? Image);
