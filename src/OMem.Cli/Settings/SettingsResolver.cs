using System.CommandLine;
using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>Takes each setting from the first source that gives it: option, environment, nearest settings file, the user's settings file.</summary>
internal sealed class SettingsResolver
{
    private readonly CliHost _host;
    private readonly ParseResult _parsed;
    private readonly IReadOnlyList<ConfigFile> _files;
    private readonly bool _fileIsGiven;

    private SettingsResolver(CliHost host, ParseResult parsed, GlobalOptions options)
    {
        _host = host;
        _parsed = parsed;
        var given = parsed.GetValue(options.Config) ?? NullIfEmpty(host.Environment("OMEM_CONFIG"));
        _fileIsGiven = given is not null;
        _files = ConfigLocator.Find(host, given);
    }

    /// <summary>Resolves all settings.</summary>
    /// <exception cref="UsageException">A settings file is missing or not valid.</exception>
    public static CliSettings Resolve(CliHost host, ParseResult parsed, GlobalOptions options)
    {
        var resolver = new SettingsResolver(host, parsed, options);
        var settings = new CliSettings
        {
            Tenant = resolver.Text(options.Tenant, "OMEM_TENANT", "tenant"),
            User = resolver.Text(options.User, "OMEM_USER", "user"),
            Agent = resolver.Text(options.Agent, "OMEM_AGENT", "agent"),
            EmbeddingModel = resolver.Directory(options.EmbeddingModel, "OMEM_EMBEDDING_MODEL", "embeddingModel"),
            Keys = KeySettings.Resolve(resolver.Directory(options.KeyFile, KeySettings.FileVariable, "keyFile"), host.Environment),
            Method = Method(resolver.Text(options.Method, "OMEM_METHOD", "method")),
            Llm = new LlmResolver(options.Llm, host, resolver.Text, (_, setting) => resolver.Path(setting)?.Value).Resolve(resolver.IsFoundFile),
        };
        var data = resolver.Directory(options.Data, "OMEM_DATA", "data")
            ?? (UserDirectories.Data(host) is { } own ? new Setting(own, "default") : null);
        return data is null ? settings : settings with { Data = data };
    }

    private static MemoryMethod Method(Setting? setting) => setting?.Value.ToUpperInvariant() switch
    {
        null or "OMEM" => MemoryMethod.OMem,
        "PAPER" => MemoryMethod.Paper,
        _ => throw new UsageException($"The method given by {setting.Origin} is '{setting.Value}'; there are omem and paper."),
    };

    private Setting? Text(Option<string?>? option, string variable, string key)
    {
        if (option is not null && _parsed.GetValue(option) is { } flag)
        {
            return new Setting(flag, option.Name);
        }

        if (NullIfEmpty(_host.Environment(variable)) is { } value)
        {
            return new Setting(value, variable);
        }

        var file = _files.FirstOrDefault(candidate => candidate[key] is not null);
        return file is null ? null : new Setting(file[key]!, file.FullPath);
    }

    private Setting? Directory(Option<string?> option, string variable, string key)
    {
        var setting = Text(option, variable, key);
        return (key is "embeddingModel" or "keyFile") && setting?.Value is CliSettings.NoModel ? setting : Path(setting);
    }

    private Setting? Path(Setting? setting)
    {
        if (setting is null)
        {
            return null;
        }

        if (setting.Value.Length == 0 || setting.Value.Contains('\0', StringComparison.Ordinal))
        {
            throw new UsageException($"The directory given by {setting.Origin} is not a path.");
        }

        var file = _files.FirstOrDefault(candidate => string.Equals(candidate.FullPath, setting.Origin, StringComparison.Ordinal));
        return setting with { Value = System.IO.Path.GetFullPath(setting.Value, file?.Directory ?? _host.WorkingDirectory) };
    }

    /// <summary>Whether a setting comes from a file that nobody named and that is not the user's own.</summary>
    private bool IsFoundFile(string origin) => !_fileIsGiven
        && _files.Any(file => string.Equals(file.FullPath, origin, StringComparison.Ordinal))
        && !string.Equals(System.IO.Path.GetDirectoryName(origin), UserDirectories.Config(_host), StringComparison.Ordinal);

    private static string? NullIfEmpty(string? value) => string.IsNullOrEmpty(value) ? null : value;
}
