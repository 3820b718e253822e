using System.Globalization;
using OMem.Recall;

namespace OMem.Working;

/// <summary>What was being talked about: similarity of turns and their surroundings, and topics near the question.</summary>
internal sealed class WorkingChannel : IRecallChannel
{
    /// <inheritdoc/>
    public string Name => FeatureCatalog.Working;

    /// <inheritdoc/>
    public ChannelTrace Score(RecallContext context)
    {
        EncoderScores.Score(context);
        var topics = TopicVotes.Score(context);
        var compared = context.Features.IsBegun(Feature.Encoder) ? context.View.Vectors.Present : 0;
        return new ChannelTrace(Name, compared, string.Create(
            CultureInfo.InvariantCulture, $"{compared} vectors compared, {topics} topics near the question"));
    }
}
