using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>The user's own directories, after the XDG base directory rules on Unix and the profile folders on Windows.</summary>
internal static class UserDirectories
{
    /// <summary>Where the user's settings file lives; null when there is no home.</summary>
    public static string? Config(CliHost host) => In(host, "XDG_CONFIG_HOME", "APPDATA", ".config");

    /// <summary>Where memory lives when nobody says otherwise; null when there is no home.</summary>
    public static string? Data(CliHost host) => In(host, "XDG_DATA_HOME", "LOCALAPPDATA", Path.Combine(".local", "share"));

    private static string? In(CliHost host, string unixVariable, string windowsVariable, string underHome)
    {
        var root = host.Environment(OperatingSystem.IsWindows() ? windowsVariable : unixVariable);
        if (string.IsNullOrEmpty(root) || !Path.IsPathFullyQualified(root))
        {
            var home = host.Environment(OperatingSystem.IsWindows() ? "USERPROFILE" : "HOME");
            root = string.IsNullOrEmpty(home) ? null : Path.Combine(home, underHome);
        }

        return root is null ? null : Path.Combine(root, "omem");
    }
}
