using Microsoft.Extensions.Logging;
using OMem.Asking;
using OMem.Consolidation;
using OMem.Consolidation.Clusters.Summaries;
using OMem.Consolidation.Judging;
using OMem.Consolidation.Paper;
using OMem.Models;
using OMem.Paper;
using OMem.Recall;
using OMem.Recall.Paper;
using OMem.Telemetry;
using OMem.Trust;
using OMem.Understanding;
using OMem.Understanding.Llm;
using OMem.Understanding.Paper;

namespace OMem;

/// <summary>What differs between methods: who reads, how it is consolidated, how it is recalled, what the answer's prompt says. All else is one engine.</summary>
internal sealed record MemoryStrategies(IInteractionReader Reader, IConsolidation Consolidation, IRecallPath Recall, AnswerPrompt Answer)
{
    /// <summary>The models by stage. The published method has one model: where a stage has none, the reader's.</summary>
    public static MemoryModels Models(OMemOptions options, MemoryModels? models) => options.Method is MemoryMethod.Paper && models is not null
        ? models with { Consolidator = models.Consolidator ?? models.Reader, Summarizer = models.Summarizer ?? models.Reader }
        : models ?? MemoryModels.None;

    /// <summary>The strategies of the options' method.</summary>
    public static MemoryStrategies Of(OMemOptions options, ModelCaller calls, MemoryDomain domain, IInteractionReader? reader, ILogger log, MemoryTelemetry telemetry) =>
        options.Method is MemoryMethod.Paper ? Paper(options, calls, domain, reader, log) : Own(options, calls, domain, reader, log, telemetry);

    private static MemoryStrategies Own(OMemOptions options, ModelCaller calls, MemoryDomain domain, IInteractionReader? reader, ILogger log, MemoryTelemetry telemetry)
    {
        reader ??= calls.Has(ModelStage.Read) ? new LlmInteractionReader(calls, domain, options.Models, log, telemetry) : new LocalInteractionReader();
        return new MemoryStrategies(
            reader,
            new OwnConsolidation(
                reader.Identity,
                SourceRules.Of(options),
                calls.Has(ModelStage.Consolidate) ? new Judge(calls, domain, options.Models, log, telemetry) : null,
                calls.Has(ModelStage.Summarize) ? new ClusterSummarizer(calls, domain, options.Models, log, telemetry) : null),
            new RecallPath(new RecallPipeline(RecallWeights.Default), options.KnownThreshold, SourceRules.Of(options)),
            new AnswerPrompt(domain));
    }

    private static MemoryStrategies Paper(OMemOptions options, ModelCaller calls, MemoryDomain domain, IInteractionReader? reader, ILogger log)
    {
        var prompts = PaperPrompts.Load(domain);
        reader ??= new PaperInteractionReader(calls, prompts, options.Models);
        return new MemoryStrategies(
            reader,
            new PaperConsolidation(reader.Identity, calls, prompts, options.Paper, log),
            new PaperRecall(options.Paper, SourceRules.Of(options)),
            new AnswerPrompt(domain, PaperPrompts.Answer));
    }
}
