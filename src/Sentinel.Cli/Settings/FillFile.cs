using Sentinel.Persona;

namespace Sentinel.Cli.Settings;

/// <summary>Reads a file of fills, with faults as one message.</summary>
internal static class FillFile
{
    private const int Shown = 10;

    /// <summary>Reads it.</summary>
    /// <exception cref="UsageException">It cannot be used; names the first faults.</exception>
    public static ImportResult Read(string path, ImportOptions options)
    {
        if (!File.Exists(path))
        {
            throw new UsageException($"There is no file {path}.");
        }

        var result = ImportFills.ReadFile(path, options);
        if (!result.IsUsable)
        {
            var more = result.Faults.Count > Shown ? $"\n... and {result.Faults.Count - Shown} more" : "";
            throw new UsageException($"{path} was not taken:\n{string.Join('\n', result.Faults.Take(Shown))}{more}");
        }

        return result.Accounts.Count > 0 ? result : throw new UsageException($"{path} holds no fills.");
    }
}
