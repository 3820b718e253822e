using OMem.ChatClients;
using OMem.Cli.Hosting;

namespace OMem.Cli.Doctor;

/// <summary>Checks the settings of the language models. Asks no model: that costs money, and <c>omem llm check</c> does it.</summary>
internal static class LlmSettingsCheck
{
    private const string Name = "language model";

    /// <summary>The check.</summary>
    public static DoctorCheck Run(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            using var models = context.Settings.Llm.CreateModels(context.Host.Time);
            return models.Models.Count == 0
                ? new DoctorCheck(Name, CheckState.Ok, "none: OMem works without one")
                : new DoctorCheck(Name, CheckState.Ok, string.Join("; ", models.Models.GroupBy(Place, StringComparer.Ordinal).Select(Describe)) + " ('omem llm check' asks)");
        }
        catch (UsageException fault)
        {
            return new DoctorCheck(Name, CheckState.Fail, fault.Message.ReplaceLineEndings(" "), "'omem llm show' says where each setting comes from.");
        }
    }

    private static string Place(ResolvedModel model) =>
        $"{model.Model} at {model.Endpoint.AbsoluteUri}, key {(model.HasKey ? "set" : "not set")} ({model.KeyVariable})";

    private static string Describe(IGrouping<string, ResolvedModel> models) =>
        $"{string.Join(", ", models.Select(model => model.Role.ToString().ToLowerInvariant()))}: {models.Key}";
}
