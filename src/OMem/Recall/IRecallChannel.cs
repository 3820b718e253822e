namespace OMem.Recall;

/// <summary>One way into memory: gives each turn some features. Channels share nothing but what they read, so they may run side by side.</summary>
internal interface IRecallChannel
{
    /// <summary><c>persona</c>, <c>working</c> or <c>episodic</c>.</summary>
    string Name { get; }

    /// <summary>Fills the columns of this channel; the same input gives the same values on any thread.</summary>
    /// <returns>What it did, for the trace.</returns>
    ChannelTrace Score(RecallContext context);
}
