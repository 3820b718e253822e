using System.Globalization;

namespace OMem.LoopbackModel;

/// <summary>Reads the arguments of the console.</summary>
public static class LoopbackArguments
{
    /// <summary>What it prints for <c>--help</c>.</summary>
    public const string Help = """
        A model server on 127.0.0.1 with scripted answers and injected faults. It proves the machinery, not quality.

          --port N             the port (default 0: a free one, printed)
          --latency MS         how long every answer takes
          --key KEY            the key requests must bear
          --model NAME         a model it knows; may be repeated (default: every name)
          --context TOKENS     the size of the context window
          --no-schema          refuse JSON schemas, as a model without structured output
          --fail SHARE         the share of requests that fail in random ways, 0-1
          --seed N             other faults (default 1)
          --fault NAME         draw from these faults only; may be repeated
          --retry-after VALUE  what 429 and 503 answer: seconds or an HTTP date (default 1)
        """;

    /// <summary>The options that the arguments say.</summary>
    /// <exception cref="FormatException">An argument is not known or has no valid value.</exception>
    public static LoopbackOptions Parse(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var options = new LoopbackOptions();
        var models = new List<string>();
        var faults = new List<LoopbackFault>();
        var (share, seed) = (0.0, 1);
        for (var i = 0; i < args.Count; i++)
        {
            if (args[i] is "--no-schema")
            {
                options = options with { StructuredOutput = false };
                continue;
            }

            var value = i + 1 < args.Count ? args[++i] : throw new FormatException($"'{args[i]}' is not known or has no value; see --help.");
            switch (args[i - 1])
            {
                case "--port": options = options with { Port = Number(value, 65_535) }; break;
                case "--latency": options = options with { Latency = TimeSpan.FromMilliseconds(Number(value, 3_600_000)) }; break;
                case "--key": options = options with { ApiKey = value }; break;
                case "--model": models.Add(value); break;
                case "--context": options = options with { ContextTokens = Number(value, int.MaxValue) }; break;
                case "--fail": share = Share(value); break;
                case "--seed": seed = Number(value, int.MaxValue); break;
                case "--fault": faults.Add(Fault(value)); break;
                case "--retry-after": options = options with { RetryAfter = value }; break;
                default: throw new FormatException($"'{args[i - 1]}' is not known; see --help.");
            }
        }

        return options with { Models = models, Faults = share > 0 ? FaultPlans.Random(share, seed, [.. faults]) : FaultPlans.None };
    }

    private static int Number(string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? number : throw new FormatException($"'{value}' is not a whole number up to {most.ToString(CultureInfo.InvariantCulture)}.");

    private static double Share(string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share : throw new FormatException($"'{value}' is not a share from 0 to 1.");

    private static LoopbackFault Fault(string value) =>
        Enum.TryParse<LoopbackFault>(value, ignoreCase: true, out var fault) && Enum.IsDefined(fault)
            ? fault : throw new FormatException($"There is no fault '{value}'; there are {string.Join(", ", Enum.GetNames<LoopbackFault>())}.");
}
