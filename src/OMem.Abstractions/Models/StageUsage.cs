namespace OMem;

/// <summary>What a stage has cost with one model.</summary>
/// <param name="Stage">The stage.</param>
/// <param name="Model">The model's id as the client names it, or <c>unknown</c>.</param>
/// <param name="Calls">Calls that were answered, usable or not.</param>
/// <param name="FailedCalls">Calls that ended in an error, and answers that could not be used.</param>
/// <param name="PromptTokens">Tokens of the prompts: as the endpoint counts them, or estimated where it does not say.</param>
/// <param name="CompletionTokens">Tokens of the answers, likewise.</param>
public sealed record StageUsage(ModelStage Stage, string Model, long Calls, long FailedCalls, long PromptTokens, long CompletionTokens);
