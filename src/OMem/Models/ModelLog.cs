using Microsoft.Extensions.Logging;

namespace OMem.Models;

/// <summary>Log messages of model calls: plain ones carry counts, the ...Sensitive twins carry prompts and answers and are at Trace.</summary>
internal static partial class ModelLog
{
    [LoggerMessage(20, LogLevel.Debug, "The model {Model} answered for {Stage}: {PromptTokens} prompt tokens, {CompletionTokens} completion tokens.")]
    public static partial void ModelAnswered(this ILogger logger, string model, ModelStage stage, long promptTokens, long completionTokens);

    [LoggerMessage(21, LogLevel.Trace, "Prompt: {Prompt} Answer: {Answer}")]
    public static partial void ModelAnsweredSensitive(this ILogger logger, string prompt, string answer);

    [LoggerMessage(22, LogLevel.Debug, "A call of {Model} for {Stage} failed: {Fault}, {Message}")]
    public static partial void ModelFailed(this ILogger logger, string model, ModelStage stage, ModelFault fault, string message);

    [LoggerMessage(23, LogLevel.Information, "The model {Model} does not support answers by {Form}; the next simpler form is used from now on.")]
    public static partial void ModelFormUnsupported(this ILogger logger, string model, AnswerForm form);
}
