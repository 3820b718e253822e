namespace OMem.Recall;

/// <summary>Whether anything in the question speaks for a turn at all. With vectors every turn can be compared; by words alone most have nothing.</summary>
internal static class TurnEvidence
{
    private static readonly Feature[] Signs =
    [
        Feature.WideWindow, Feature.Session, Feature.Date, Feature.Topic, Feature.PersonaWords, Feature.PersonaEncoder,
    ];

    public static bool Exists(Ranking ranking, int turn)
    {
        var features = ranking.Features;
        if (features.IsBegun(Feature.EncoderAround))
        {
            return true;
        }

        foreach (var feature in Signs)
        {
            if (features.IsBegun(feature) && features.Measured(feature)[turn] > 0f)
            {
                return true;
            }
        }

        return false;
    }
}
