using OMem.Cli.Hosting;
using OMem.Cli.Settings;

namespace OMem.Cli.Demo;

/// <summary>Where the demo's memory lives: a place of its own that is removed afterwards, or the directory given by <c>--data</c>.</summary>
internal sealed class DemoPlace : IAsyncDisposable
{
    private readonly string? _temporary;

    private DemoPlace(CliSettings settings, string? temporary)
    {
        Settings = settings;
        _temporary = temporary;
    }

    /// <summary>The settings the demo runs with.</summary>
    public CliSettings Settings { get; }

    /// <summary>What to try next.</summary>
    public string Hint => _temporary is null
        ? $"\nThe memory is kept. Ask it: omem recall \"who is Wren?\" --data '{Settings.Data.Value}' --tenant {Settings.Tenant!.Value} --user {Settings.User!.Value}\n"
        : "\nKeep it to play with: omem demo --data ./demo, then omem recall \"who is Wren?\" --data ./demo --tenant demo --user ines\n";

    /// <summary>Chooses the place. Only <c>--data</c> on the command line counts: a demo must not slip into somebody's real memory.</summary>
    public static DemoPlace Open(CommandContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var settings = context.Settings with
        {
            Tenant = Given(context.Settings.Tenant, "--tenant") ?? new Setting(DemoSample.Tenant, "demo"),
            User = Given(context.Settings.User, "--user") ?? new Setting(DemoSample.User, "demo"),
            Agent = Given(context.Settings.Agent, "--agent"),
            Llm = context.Settings.Llm.IsGivenByOption ? context.Settings.Llm : LlmSettings.None,
        };
        if (context.DataIsGiven)
        {
            Directory.CreateDirectory(settings.Data.Value);
            return new DemoPlace(settings, null);
        }

        var temporary = Directory.CreateTempSubdirectory("omem-demo-").FullName;
        return new DemoPlace(settings with { Data = new Setting(temporary, "demo") }, temporary);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        if (_temporary is not null)
        {
            Directory.Delete(_temporary, recursive: true);
        }

        return ValueTask.CompletedTask;
    }

    private static Setting? Given(Setting? setting, string option) =>
        setting is not null && string.Equals(setting.Origin, option, StringComparison.Ordinal) ? setting : null;
}
