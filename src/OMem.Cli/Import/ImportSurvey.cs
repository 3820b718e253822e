using System.Globalization;
using System.Runtime.CompilerServices;

namespace OMem.Cli.Import;

/// <summary>Watches what an import brings: how much, by whom, from when, what is left out and why, and which times cannot be.</summary>
/// <remarks>Not thread-safe: one instance for one import. Holds one entry a session and speaker, none a message.</remarks>
internal sealed class ImportSurvey(DateTimeOffset now, bool anyTime)
{
    /// <summary>The most a clock may run ahead.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(1);

    /// <summary>No chat is older: an earlier time is a missing one that was written as a number.</summary>
    private static readonly DateTimeOffset Earliest = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, DateTimeOffset> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Speaker, SpeakerRole Role), int> _speakers = [];
    private readonly SortedDictionary<string, long> _leftOut = new(StringComparer.Ordinal);

    /// <summary>Messages seen.</summary>
    public long Messages { get; private set; }

    /// <summary>Sessions seen; messages that name none are one.</summary>
    public int Sessions => _sessions.Count;

    /// <summary>Messages that are earlier than the one before them in their session.</summary>
    public long Backwards { get; private set; }

    /// <summary>When the earliest message happened; null when there is none.</summary>
    public DateTimeOffset? From { get; private set; }

    /// <summary>When the latest message happened; null when there is none.</summary>
    public DateTimeOffset? To { get; private set; }

    /// <summary>Who speaks how often, most talkative first.</summary>
    public IReadOnlyList<SpeakerCount> Speakers => [.. _speakers
        .Select(pair => new SpeakerCount(pair.Key.Speaker, pair.Key.Role, pair.Value))
        .OrderByDescending(count => count.Interactions).ThenBy(count => count.Speaker, StringComparer.Ordinal).ThenBy(count => count.Role)];

    /// <summary>What is left out, by reason.</summary>
    public IReadOnlyList<LeftOutCount> LeftOut => [.. _leftOut.Select(pair => new LeftOutCount(pair.Key, pair.Value))];

    /// <summary>The items, with a fault in the place of each message whose time cannot be.</summary>
    public async IAsyncEnumerable<ImportedItem> WatchAsync(
        IAsyncEnumerable<ImportedItem> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(items);
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            if (item.LeftOut is { } reason)
            {
                _leftOut[reason] = _leftOut.GetValueOrDefault(reason) + 1;
            }

            if (item.Interaction is { } interaction)
            {
                if (!anyTime && Implausible(interaction.OccurredAt) is { } fault)
                {
                    yield return item with { Interaction = null, Fault = fault };
                    continue;
                }

                Count(interaction);
            }

            yield return item;
        }
    }

    private string? Implausible(DateTimeOffset at)
    {
        var day = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return at > now + Ahead ? $"the time lies in the future ({day}); --any-time takes it as it is"
            : at < Earliest ? $"the time lies before 1980 ({day}), probably it is missing; --any-time takes it as it is"
            : null;
    }

    private void Count(Interaction interaction)
    {
        Messages++;
        var at = interaction.OccurredAt;
        var session = interaction.Session ?? "";
        if (_sessions.TryGetValue(session, out var before) && at < before)
        {
            Backwards++;
        }

        _sessions[session] = at;
        var speaker = (interaction.Speaker, interaction.Role);
        _speakers[speaker] = _speakers.GetValueOrDefault(speaker) + 1;
        From = From is { } from && from <= at ? from : at;
        To = To is { } to && to >= at ? to : at;
    }
}

/// <summary>How many entries were left out for one reason.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Count">How many.</param>
internal sealed record LeftOutCount(string Reason, long Count);
