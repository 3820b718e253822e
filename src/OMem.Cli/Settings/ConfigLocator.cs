using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>Finds the settings files that apply, nearest first.</summary>
internal static class ConfigLocator
{
    /// <summary>The one file given by hand; otherwise <c>omem.json</c> in the working directory or the nearest parent that has one, then the user's own.</summary>
    /// <exception cref="UsageException">A file given by hand does not exist, or a file is not valid.</exception>
    public static IReadOnlyList<ConfigFile> Find(CliHost host, string? given)
    {
        if (given is not null)
        {
            var path = Path.GetFullPath(given, host.WorkingDirectory);
            return File.Exists(path) ? [ConfigFile.Read(path)] : throw new UsageException($"There is no settings file '{given}'.");
        }

        var files = new List<ConfigFile>();
        for (var directory = new DirectoryInfo(host.WorkingDirectory); directory is not null; directory = directory.Parent)
        {
            if (TryAdd(files, directory.FullName))
            {
                break;
            }
        }

        if (UserDirectories.Config(host) is { } own)
        {
            TryAdd(files, own);
        }

        return files;
    }

    private static bool TryAdd(List<ConfigFile> files, string directory)
    {
        var path = Path.Combine(directory, ConfigFile.FileName);
        if (!File.Exists(path))
        {
            return false;
        }

        if (!files.Exists(file => string.Equals(file.FullPath, path, StringComparison.Ordinal)))
        {
            files.Add(ConfigFile.Read(path));
        }

        return true;
    }
}
