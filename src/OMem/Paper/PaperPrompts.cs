using OMem.Prompts;

namespace OMem.Paper;

/// <summary>The prompts of the published method, in our own words.</summary>
/// <param name="Understand">Step 1.</param>
/// <param name="Route">Add, Ignore or Update.</param>
/// <param name="Merge">Attributes of one component.</param>
internal sealed record PaperPrompts(PromptFile Understand, PromptFile Route, PromptFile Merge)
{
    /// <summary>The name of the answer's prompt.</summary>
    public const string Answer = "paper-answer";

    /// <summary>The domain's own prompts, else the shipped ones.</summary>
    public static PaperPrompts Load(MemoryDomain domain) =>
        new(PromptFile.Load("paper-understand", domain), PromptFile.Load("paper-route", domain), PromptFile.Load("paper-merge", domain));
}
