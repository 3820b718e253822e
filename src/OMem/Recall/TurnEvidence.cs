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
        if (features.IsBegun(Feature.Encoder) || HoldsClue(ranking, turn))
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

    /// <summary>The words themselves: standardised features say nothing while all turns are alike, as the only turn of a scope is.</summary>
    private static bool HoldsClue(Ranking ranking, int turn)
    {
        var terms = ranking.View.TermsOf(turn);
        foreach (var clue in ranking.Question.Terms)
        {
            if (clue.Term >= 0 && terms.Contains(clue.Term))
            {
                return true;
            }
        }

        return false;
    }
}
