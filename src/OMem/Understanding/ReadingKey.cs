using System.Buffers.Binary;
using System.Security.Cryptography;
using OMem.Interactions;

namespace OMem.Understanding;

/// <summary>What a reading was made of: a message at its place in the log and the ones just before it.</summary>
/// <param name="Scope">Whose log.</param>
/// <param name="Sequence">The place.</param>
/// <param name="Content">A hash of the message and of those before it, up to <see cref="ReadingWindow.Length"/>.</param>
internal readonly record struct ReadingKey(MemoryScope Scope, long Sequence, UInt128 Content)
{
    /// <summary>The keys of messages that follow each other in the log.</summary>
    /// <param name="scope">Whose log.</param>
    /// <param name="interactions">The messages.</param>
    /// <param name="before">What came before the first one, oldest first.</param>
    public static IEnumerable<ReadingKey> Of(MemoryScope scope, IReadOnlyList<StoredInteraction> interactions, IReadOnlyList<StoredInteraction> before)
    {
        byte[][] hashes = [.. before.Concat(interactions).Select(static stored => ContentHash.Of(stored.Interaction))];
        for (var i = 0; i < interactions.Count; i++)
        {
            var last = before.Count + i;
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            for (var at = Math.Max(0, last - ReadingWindow.Length); at <= last; at++)
            {
                hash.AppendData(hashes[at]);
            }

            yield return new ReadingKey(scope, interactions[i].Sequence, BinaryPrimitives.ReadUInt128LittleEndian(hash.GetHashAndReset()));
        }
    }
}
