using OMem.ChatClients;
using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>The language models of the settings. There are none unless somebody names one.</summary>
/// <param name="Models">The settings by role.</param>
/// <param name="Origins">Where each setting was given, by its key in the settings file: <c>llm.endpoint</c>, <c>llm.roles.reader.model</c>.</param>
/// <param name="Environment">Reads a variable, for keys.</param>
internal sealed record LlmSettings(ChatModelsSettings Models, IReadOnlyDictionary<string, string> Origins, Func<string, string?> Environment)
{
    /// <summary>No model.</summary>
    public static LlmSettings None { get; } = new(new ChatModelsSettings(), new Dictionary<string, string>(StringComparer.Ordinal), _ => null);

    /// <summary>Whether the model was named on the command line, for this run.</summary>
    public bool IsGivenByOption => Origins.Values.Any(origin => origin.StartsWith("--llm-", StringComparison.Ordinal));

    /// <summary>Makes the clients; none when no model is named. The caller disposes them after the engine.</summary>
    /// <exception cref="UsageException">A setting is not valid; names every fault.</exception>
    public ChatModels CreateModels(TimeProvider time)
    {
        try
        {
            return ChatModels.Create(Models, Environment, time);
        }
        catch (InvalidModelSettingsException fault)
        {
            throw new UsageException(string.Join('\n', fault.Faults), fault);
        }
    }
}
