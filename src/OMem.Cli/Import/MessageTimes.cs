using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Gives entries without a time one: a step after the entry before.</summary>
/// <remarks>Not thread-safe: one instance for one import.</remarks>
internal sealed class MessageTimes(ImportOptions options)
{
    private DateTimeOffset? _last;

    /// <summary>The time, or one in its place.</summary>
    /// <exception cref="FormatException">There is none, none before it and no <c>--started-at</c>.</exception>
    public DateTimeOffset Next(DateTimeOffset? given)
    {
        _last = given ?? (_last is { } last
            ? last + (options.Step ?? ImportOptions.DefaultStep)
            : options.StartedAt ?? throw new FormatException("the message has no time; give --started-at, or a time in 'created_at' or 'metadata.occurredAt'"));
        return _last.Value;
    }

    /// <summary>The first of the fields that is there and not null.</summary>
    /// <exception cref="FormatException">It is no instant.</exception>
    public static DateTimeOffset? Given(JsonElement entry, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (entry.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null)
            {
                return JsonFields.Instant(entry, name);
            }
        }

        return null;
    }
}
