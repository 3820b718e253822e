using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sentinel.Memory;

namespace Sentinel.Replay.Experiment;

/// <summary>Reads the committed file of an experiment and refuses what it cannot mean.</summary>
public static class ExperimentFile
{
    /// <summary>What an arm without an agent is called.</summary>
    internal const string Hold = "hold";

    private static readonly string[] Kinds = ["planted", "null", "real", "anonymised"];
    private static readonly string[] Personas = ["own", "other", "oracle"];
    private static readonly string[] Rankings = ["relevance", "shuffled", "recency", "finmem-paper", "finmem-code"];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ExperimentException">It is not there, is no JSON, or contradicts itself.</exception>
    public static ExperimentConfig Read(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            return Parse(File.ReadAllText(path));
        }
        catch (IOException fault)
        {
            throw new ExperimentException($"The configuration cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Reads JSON.</summary>
    /// <exception cref="ExperimentException">It is no JSON of an experiment, or contradicts itself.</exception>
    public static ExperimentConfig Parse(string json)
    {
        try
        {
            var config = JsonSerializer.Deserialize(json, ExperimentJson.Default.ExperimentConfig) ?? throw new ExperimentException("The configuration is empty.");
            var faults = Faults(config).ToArray();
            return faults.Length is 0 ? config : throw new ExperimentException($"The configuration is not valid: {string.Join("; ", faults)}.");
        }
        catch (JsonException fault)
        {
            throw new ExperimentException($"The configuration is no JSON of an experiment: {fault.Message}", fault);
        }
    }

    /// <summary>A hash of everything in it: results belong to one configuration.</summary>
    public static string Hash(ExperimentConfig config) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(config, ExperimentJson.Default.ExperimentConfig)))[..16];

    /// <summary>The memories of an arm; null for no agent.</summary>
    internal static MemoryArm? MemoryOf(ArmConfig arm)
    {
        if (arm.Memory is Hold)
        {
            return null;
        }

        var memory = MemoryArm.None;
        foreach (var part in arm.Memory.Split('+'))
        {
            memory |= Enum.TryParse<MemoryArm>(part, ignoreCase: true, out var known) ? known : throw new ExperimentException($"'{part}' is no memory.");
        }

        return memory;
    }

    private static IEnumerable<string> Faults(ExperimentConfig config)
    {
        if (config.Users < 2 || config.DriftEvery < 1 || config.Symbols.Count is 0 || config.BarHours is < 1 or > 24 || 24 % config.BarHours is not 0)
        {
            yield return "it needs 2 users, a symbol, and bars of 1, 2, 3, 4, 6, 8, 12 or 24 hours";
        }

        if (config.HistoryBars < 50 || config.Bars < 50 || config.Equity <= 0 || config.PersonaDays < 1 || config.Bootstrap is not { Resamples: > 0, MeanBlockDays: >= 1, SharpeBlockDays: >= 1 })
        {
            yield return "history and experiment need 50 bars each, equity above 0, a day between readings of the persona, resamples and blocks of a day or more";
        }

        foreach (var arm in config.Arms.Where(arm => !Personas.Contains(arm.Persona, StringComparer.Ordinal) || !Rankings.Contains(arm.Ranking, StringComparer.Ordinal)))
        {
            yield return $"arm {arm.Name} has an unknown persona or ranking";
        }

        foreach (var arm in config.Arms)
        {
            _ = MemoryOf(arm);
        }

        var names = config.Arms.Select(arm => arm.Name).ToArray();
        foreach (var name in config.Worlds.SelectMany(world => world.Arms).Concat(config.Comparisons.SelectMany(family => family.Arms.Append(family.Base))).Distinct(StringComparer.Ordinal))
        {
            if (names.Count(known => string.Equals(known, name, StringComparison.Ordinal)) is not 1)
            {
                yield return $"arm {name} has to be defined once";
            }
        }

        foreach (var world in config.Worlds.Where(world => !Kinds.Contains(world.Kind, StringComparer.Ordinal)))
        {
            yield return $"world {world.Name} is of no known kind";
        }

        foreach (var endpoint in config.Endpoints.Where(endpoint => EndpointCatalog.Find(endpoint) is null))
        {
            yield return $"endpoint {endpoint} is not known";
        }
    }
}

/// <summary>An experiment cannot be run as asked.</summary>
public sealed class ExperimentException : Exception
{
    /// <summary>Creates one.</summary>
    public ExperimentException()
    {
    }

    /// <summary>Creates one with the reason.</summary>
    public ExperimentException(string message)
        : base(message)
    {
    }

    /// <summary>Creates one with the reason and its cause.</summary>
    public ExperimentException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}

[JsonSerializable(typeof(ExperimentConfig))]
[JsonSerializable(typeof(RunRecord))]
[JsonSerializable(typeof(RunHeader))]
[JsonSerializable(typeof(ExperimentResults))]
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals)]
internal sealed partial class ExperimentJson : JsonSerializerContext;
