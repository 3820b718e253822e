using OMem.Cli.Hosting;
using OMem.Cli.Import;
using OMem.Cli.Output;

namespace OMem.Cli.Commands;

/// <summary><c>omem remember --estimate</c>: what the models would cost, before anything is spent.</summary>
internal static class RememberEstimate
{
    /// <summary>Reads the whole input and says the cost.</summary>
    public static async Task<int> RunAsync(
        CommandContext context, RememberOptions options, ImportSource source, IMemory memory, CancellationToken cancellationToken)
    {
        var policy = await memory.GetSensitiveDataPolicyAsync(cancellationToken);
        var interactions = new List<Interaction>();
        await foreach (var item in source.ReadAsync(options.Import(context), cancellationToken))
        {
            if (item.Interaction is { } interaction)
            {
                Add(interactions, interaction, policy);
            }
            else if (item.LeftOut is null && (!options.SkipInvalid(context) || item.IsFinal))
            {
                ErrorReport.WriteMessage(context.Host, context.NoColor, $"{source.Name}, {item.Place}: {item.Fault}.");
                return ExitCodes.BadInput;
            }
        }

        var estimate = await memory.EstimateAsync(interactions, cancellationToken);
        Write(context, estimate);
        return ExitCodes.Done;
    }

    /// <summary>What the policy refuses will not be stored, and costs nothing.</summary>
    private static void Add(List<Interaction> interactions, Interaction interaction, SensitiveDataPolicy policy)
    {
        try
        {
            interactions.Add(SensitiveEntry.WithSafeId(interaction, policy));
        }
        catch (SensitiveDataException)
        {
            // Remembering it says so.
        }
    }

    private static void Write(CommandContext context, UnderstandingEstimate estimate)
    {
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, estimate, OutputJson.Readable.UnderstandingEstimate);
            return;
        }

        var messages = $"{PairTable.Count(estimate.Interactions)} new messages";
        if (estimate.Stages.Count == 0)
        {
            context.Host.Out.Write($"{messages}; no model is called for them: understanding costs nothing.\n");
            return;
        }

        context.Host.Out.Write($"{messages} would take about {UsageText.Describe(estimate.Calls, 0, estimate.PromptTokens, estimate.CompletionTokens)}{Range(estimate.Least, estimate.Most)}:\n");
        foreach (var stage in estimate.Stages)
        {
            context.Host.Out.Write(
                $"  {UsageText.Stage(stage.Stage)} with {SafeText.Line(stage.Model)}: {UsageText.Describe(stage.Calls, 0, stage.PromptTokens, stage.CompletionTokens)}"
                + $"{Range(stage.Least, stage.Most)}; {Basis(stage.Basis)}\n");
        }

        context.Host.Out.Write("Prompts are counted at four characters a token; answers are assumed; calls that have to be repeated come on top.\n");
    }

    private static string Range(StageCost least, StageCost most) => least == most
        ? ""
        : $" (from {PairTable.Count(least.Calls)} to {PairTable.Count(most.Calls)} calls, {PairTable.Count(least.PromptTokens)} to {PairTable.Count(most.PromptTokens)} prompt tokens)";

    private static string Basis(EstimateBasis basis) => basis switch
    {
        EstimateBasis.Planned => "planned as it would be sent",
        EstimateBasis.Recorded => "from what this memory's messages have cost so far",
        _ => "assumed from conversations it was measured on, up to what is allowed",
    };
}
