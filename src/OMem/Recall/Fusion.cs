namespace OMem.Recall;

/// <summary>Puts the features of all channels together: a weighted sum with learned weights.</summary>
internal static class Fusion
{
    /// <summary>Writes the score of each turn.</summary>
    public static void Score(FeatureTable features, RecallProfile profile, Span<float> scores)
    {
        var offset = 0f;
        foreach (var definition in FeatureCatalog.All)
        {
            offset += features.Offset(definition.Feature, profile.Weight(definition.Feature));
        }

        scores.Fill(offset);
        foreach (var definition in FeatureCatalog.All)
        {
            features.AddTo(scores, definition.Feature, profile.Weight(definition.Feature));
        }
    }
}
