namespace OMem.Understanding.Llm;

/// <summary>A message with the ones just before it: what its pronouns and short answers can mean.</summary>
/// <param name="Message">The message.</param>
/// <param name="Before">At most <see cref="ReadingWindow.Length"/> messages before it, the nearest first. Messages that instruct their reader are left out.</param>
internal sealed record ReadingNeighbours(MessageWords Message, IReadOnlyList<MessageWords> Before)
{
    /// <summary>The messages to read of a call, each with those before it.</summary>
    public static List<ReadingNeighbours> Of(ReadingChunk chunk)
    {
        var known = chunk.Context.Concat(chunk.Interactions).Select(static stored => new MessageWords(stored)).ToList();
        var read = new List<ReadingNeighbours>(chunk.Interactions.Count);
        for (var i = chunk.Context.Count; i < known.Count; i++)
        {
            var first = Math.Max(0, i - ReadingWindow.Length);
            read.Add(new ReadingNeighbours(
                known[i],
                [.. known[first..i].Where(before => !before.Instructs && before.Stored.Sequence >= known[i].Stored.Sequence - ReadingWindow.Length).Reverse()]));
        }

        return read;
    }
}
