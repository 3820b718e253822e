namespace OMem.Evaluation;

/// <summary>How far an evaluation is.</summary>
/// <param name="Stage">What is being done: <c>read</c>, <c>index</c>, <c>ask</c>, <c>learn</c> or <c>report</c>.</param>
/// <param name="System">Which system, if one is at work.</param>
/// <param name="Conversation">Which conversation, if one is at work.</param>
/// <param name="Done">Steps done of the whole run.</param>
/// <param name="Total">Steps of the whole run; 0 while it is not known.</param>
public sealed record EvaluationProgress(string Stage, string? System, string? Conversation, int Done, int Total);
