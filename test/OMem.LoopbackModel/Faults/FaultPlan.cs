using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace OMem.LoopbackModel;

/// <summary>Decides what goes wrong with a request. Plans are safe to call from many threads.</summary>
/// <param name="request">The request, as it came in.</param>
public delegate LoopbackFault FaultPlan(LoopbackRequest request);

/// <summary>Makes plans of faults.</summary>
public static class FaultPlans
{
    private static readonly LoopbackFault[] AllFaults = [.. Enum.GetValues<LoopbackFault>().Where(fault => fault is not LoopbackFault.None)];

    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = _ => LoopbackFault.None;

    /// <summary>The same fault each time.</summary>
    public static FaultPlan Always(LoopbackFault fault) => _ => fault;

    /// <summary>One fault after the other, in the order in which requests come in; then none.</summary>
    public static FaultPlan Sequence(params LoopbackFault[] faults)
    {
        var next = -1;
        return _ =>
        {
            var place = Interlocked.Increment(ref next);
            return place < faults.Length ? faults[place] : LoopbackFault.None;
        };
    }

    /// <summary>
    /// A share of requests fails, in ways drawn from a list. What happens depends on the seed, the prompt and how often that prompt has
    /// come before, never on the order of threads: the same run meets the same faults.
    /// </summary>
    /// <param name="probability">Share of requests that fail, 0-1.</param>
    /// <param name="seed">Another seed, other faults.</param>
    /// <param name="faults">The faults to draw from; every kind when none is given.</param>
    public static FaultPlan Random(double probability, int seed, params LoopbackFault[] faults)
    {
        var pool = faults.Length > 0 ? faults : AllFaults;
        var seen = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        return request =>
        {
            var prompt = request.Prompt;
            var times = seen.AddOrUpdate(prompt, 1, (_, before) => before + 1);
            var hash = SHA256.HashData(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{seed}\n{times}\n{prompt}")));
            var draw = BinaryPrimitives.ReadUInt32LittleEndian(hash) / (double)uint.MaxValue;
            return draw < probability
                ? pool[BinaryPrimitives.ReadUInt32LittleEndian(hash.AsSpan(4)) % pool.Length]
                : LoopbackFault.None;
        };
    }
}
