using OMem.Interactions;
using OMem.Storage;

namespace OMem.Understanding;

/// <summary>When a failed row is tried again.</summary>
internal static class RetrySchedule
{
    private const int MaxError = 300;

    private static readonly TimeSpan AfterContent = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterTransport = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);

    /// <summary>An endpoint may ask for more; a store believes no next try more than a day ahead (<see cref="ClaimRequest.Horizon"/>).</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromHours(12);

    /// <summary>
    /// Attempts of rows that failed together. Delays double, are no shorter than the endpoint asks for, and are spread by up to a quarter so
    /// that scopes that failed at one time do not come back at one time; the rows stay together. After the last attempt they are parked.
    /// </summary>
    public static IEnumerable<OutboxAttempt> Attempts(ReadFailure failure, IReadOnlyDictionary<long, int> attempts, EngineParts parts)
    {
        var first = failure.Interactions[0].Sequence;
        foreach (var stored in failure.Interactions)
        {
            var attempt = attempts[stored.Sequence] + 1;
            DateTimeOffset? next = attempt >= parts.Options.MaxUnderstandingAttempts ? null : parts.Time.GetUtcNow() + Delay(failure, attempt, first);
            yield return new OutboxAttempt(stored.Sequence, Error(failure.Reason), next);
        }
    }

    private static TimeSpan Delay(ReadFailure failure, int attempt, long first)
    {
        var grown = (failure.Kind is ReadFaultKind.Transport ? AfterTransport : AfterContent) * Math.Pow(2, Math.Min(attempt - 1, 20));
        var bounded = grown < Longest ? grown : Longest;
        var wished = (failure.Reason as ModelException)?.RetryAfter ?? TimeSpan.Zero;
        var asked = wished < LongestAsked ? wished : LongestAsked;
        return (asked > bounded ? asked : bounded) * (1 + (Spread(first, attempt) / 4));
    }

    /// <summary>A number from 0 to 1 that looks random and is always the same.</summary>
    private static double Spread(long sequence, int attempt)
    {
        var mixed = (((ulong)sequence * 31) + (ulong)attempt) * 0x9E3779B97F4A7C15UL;
        return (mixed >> 40) / (double)(1 << 24);
    }

    /// <summary>Messages of the engine's own errors hold no content; of any other only the type is told.</summary>
    private static string Error(Exception reason) => reason is OMemException
        ? reason.Message.Length <= MaxError ? reason.Message : reason.Message[..MaxError]
        : reason.GetType().Name;
}
