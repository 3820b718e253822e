using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using OMem.Cli.Hosting;
using OMem.Cli.Settings;
using OMem.Evaluation;

namespace OMem.Cli.Commands;

/// <summary><c>omem eval tune</c>: learns the recall weights of one profile from questions with evidence.</summary>
internal static class EvalTuneCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CliHost host, GlobalOptions globals)
    {
        Option<string> dataset = new("--dataset") { Required = true, HelpName = "NAME", Description = "The set to learn from: locomo (profile conversation) or beam (profile assistant)." };
        Option<string> data = new("--data", "-d") { Required = true, HelpName = "PATH", Description = "Its file or folder." };
        var output = OptionFactory.Text("--out", "FILE", "Write the whole weights file with the learned profile in it.");
        var basis = OptionFactory.Text("--base", "FILE", "The weights file to start from; the built-in one by default.");
        dataset.AcceptOnlyFromAmong("locomo", "beam");
        var command = new Command("tune", "Learn the weights of recall by conditional logit. Tune on one set, report on another.") { dataset, data, output, basis };
        command.Runs(host, globals, async (context, cancellationToken) =>
        {
            using var embeddings = EvaluationRun.Embeddings(context);
            var options = new TuningOptions
            {
                Retrieval = new RetrievalOptions { Dataset = context.Get(dataset)!, DataPath = Full(context, context.Get(data))!, Embeddings = embeddings },
                WeightsFile = Full(context, context.Get(output)),
                BaseWeights = Full(context, context.Get(basis)),
            };
            var result = await EvaluationRun.RunAsync(context, "learning", progress => WeightTuner.RunAsync(options, progress, cancellationToken));
            host.Out.Write(context.Json ? Json(result) : Lines(result));
            return ExitCodes.Done;
        });
        return command;
    }

    private static string? Full(CommandContext context, string? path) => path is null ? null : Path.GetFullPath(path, context.Host.WorkingDirectory);

    private static string Lines(TuningResult result) => string.Concat(
        result.Weights.Select(weight => string.Create(CultureInfo.InvariantCulture, $"{weight.Key,-32} {weight.Value,8:0.00}\n"))
            .Prepend($"profile {result.Profile}, learned from {result.Questions.ToString(CultureInfo.InvariantCulture)} questions\n"));

    private static string Json(TuningResult result)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("profile", result.Profile);
            writer.WriteNumber("questions", result.Questions);
            writer.WriteStartObject("weights");
            foreach (var (feature, weight) in result.Weights)
            {
                writer.WriteNumber(feature, weight);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }
}
