using OMem.Recall;

namespace OMem.Evaluation.Tests;

public sealed class ChannelAblationTests
{
    [Theory]
    [InlineData("persona")]
    [InlineData("working")]
    [InlineData("episodic")]
    public void WeightsWithout_Channel_LeavesTheOthers(string channel)
    {
        foreach (var profile in (string[])["conversation", "assistant", "statement"])
        {
            var all = RecallWeights.Default.Profile(profile).Weights;
            var some = ChannelAblation.WeightsWithout(channel).Profile(profile).Weights;
            for (var i = 0; i < all.Count; i++)
            {
                some[i].ShouldBe(FeatureCatalog.All[i].Channel == channel ? 0 : all[i]);
            }
        }
    }
}
