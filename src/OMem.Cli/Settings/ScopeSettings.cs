using OMem.Cli.Hosting;

namespace OMem.Cli.Settings;

/// <summary>Makes the scope a command works on. There is no default: a memory of nobody in particular would mix people.</summary>
internal static class ScopeSettings
{
    /// <summary>The scope.</summary>
    /// <exception cref="UsageException">A part was not given; says the three ways to give it.</exception>
    /// <exception cref="InvalidScopeException">A part is not allowed.</exception>
    public static MemoryScope Scope(this CliSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        var missing = new List<string>();
        if (settings.Tenant is null)
        {
            missing.Add("tenant");
        }

        if (settings.User is null)
        {
            missing.Add("user");
        }

        return missing.Count == 0
            ? new MemoryScope(settings.Tenant!.Value, settings.User!.Value, settings.Agent?.Value)
            : throw new UsageException(Describe(missing));
    }

    private static string Describe(List<string> missing)
    {
        var options = string.Join(' ', missing.Select(part => $"--{part} NAME"));
        var variables = string.Join(' ', missing.Select(part => $"OMEM_{part.ToUpperInvariant()}=NAME"));
        var keys = string.Join(", ", missing.Select(part => $"\"{part}\": \"NAME\""));
        return $"""
            No {string.Join(" and no ", missing)} given; there is no default, so that no two people share a memory. Give it in one of three ways:
              option         omem ... {options}
              environment    {variables} omem ...
              settings file  {ConfigFile.FileName} with {"{"} {keys} {"}"}
            """;
    }
}
