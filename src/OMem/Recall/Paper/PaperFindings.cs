namespace OMem.Recall.Paper;

/// <summary>What the three channels found for one question, before it is packed.</summary>
internal sealed class PaperFindings
{
    /// <summary>What each message was found by, by turn.</summary>
    public SortedDictionary<int, List<Finding>> Turns { get; } = [];

    /// <summary>Facts and attributes, best first.</summary>
    public List<ItemFinding> Items { get; } = [];

    /// <summary>What each channel did.</summary>
    public List<ChannelTrace> Channels { get; } = [];

    /// <summary>Notes that a message was found.</summary>
    public void Add(int turn, Finding finding)
    {
        if (!Turns.TryGetValue(turn, out var findings))
        {
            Turns[turn] = findings = [];
        }

        findings.Add(finding);
    }
}

/// <summary>One way a message was found.</summary>
/// <param name="Channel"><c>persona</c>, <c>working</c> or <c>episodic</c>.</param>
/// <param name="Feature"><c>fact</c>, <c>topic</c> or <c>clue</c>.</param>
/// <param name="Score">What it is worth: a cosine, or more than any cosine for the clue.</param>
/// <param name="Why">In words.</param>
internal sealed record Finding(string Channel, string Feature, double Score, string Why);

/// <summary>A fact or attribute that was found.</summary>
/// <param name="Item">The item.</param>
/// <param name="Score">Its cosine.</param>
/// <param name="Messages">Turns of the messages a fact before the gap gives way to; none otherwise.</param>
internal sealed record ItemFinding(PersonaItem Item, double Score, IReadOnlyList<int> Messages);
