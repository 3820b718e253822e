using OMem.Cli.Hosting;
using OMem.Encryption;

namespace OMem.Cli.Settings;

/// <summary>Where the master keys of an encrypted store come from. The keys themselves are read when they are needed, and never shown.</summary>
internal sealed class KeySettings
{
    /// <summary>The variable with the key.</summary>
    public const string Variable = "OMEM_KEY";

    /// <summary>The variable with older keys, separated by blanks or commas.</summary>
    public const string PreviousVariable = "OMEM_KEY_PREVIOUS";

    /// <summary>The variable with the path of a key file.</summary>
    public const string FileVariable = "OMEM_KEY_FILE";

    /// <summary>The value of <c>--key-file</c> for no key at all.</summary>
    public const string NoFile = CliSettings.NoModel;

    private static readonly char[] Separators = [' ', ',', '\t', '\r', '\n'];

    private readonly Func<string, string?> _environment;

    private KeySettings(Setting? file, bool isInEnvironment, Func<string, string?> environment)
    {
        File = file;
        IsInEnvironment = isInEnvironment;
        _environment = environment;
    }

    /// <summary>No key.</summary>
    public static KeySettings None { get; } = new(null, false, static _ => null);

    /// <summary>The key file; null when there is none.</summary>
    public Setting? File { get; }

    /// <summary>Whether the key itself stands in the environment.</summary>
    public bool IsInEnvironment { get; }

    /// <summary>Whether a key was given.</summary>
    public bool IsGiven => File is not null || IsInEnvironment;

    /// <summary>Where it comes from, in words.</summary>
    public string Origin => File is { } file ? $"{file.Value} ({file.Origin})" : IsInEnvironment ? Variable : "nowhere";

    /// <summary>Takes the first source that gives one: option, environment, file.</summary>
    /// <exception cref="UsageException">The environment gives two.</exception>
    public static KeySettings Resolve(Setting? file, Func<string, string?> environment)
    {
        var isInEnvironment = !string.IsNullOrEmpty(environment(Variable));
        return file switch
        {
            { Value: NoFile } => None,
            { Origin: FileVariable } when isInEnvironment => throw new UsageException($"Both {Variable} and {FileVariable} are set; give one of them."),
            { Origin: "--key-file" } => new KeySettings(file, false, environment),
            _ when isInEnvironment => new KeySettings(null, true, environment),
            null => None,
            _ => new KeySettings(file, false, environment),
        };
    }

    /// <summary>Reads the keys; the caller disposes of them.</summary>
    /// <exception cref="EncryptionException">One cannot be used; says where it comes from.</exception>
    public MasterKeys Read()
    {
        string[] previous = [.. (_environment(PreviousVariable) ?? "").Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
        return File is { } file
            ? KeyFile.Read(file.Value, previous)
            : MasterKeys.Parse([_environment(Variable) ?? "", .. previous], previous.Length == 0 ? Variable : $"{Variable} and {PreviousVariable}");
    }
}
