namespace OMem.Trust.Recognition;

/// <summary>
/// Recognises recalled memory that comes back in a conversation, so that it is not stored again: whole rendered blocks in any message, also quoted,
/// fenced or inside JSON; single lines of a block in the messages of sources other than persons. A person's own words that merely resemble it stay.
/// </summary>
/// <remarks>Pure: the same message gives the same, so that storing it again finds it stored. Nothing is looked up.</remarks>
internal static class RecalledMemory
{
    /// <summary>What is left to store of some interactions.</summary>
    public static TakenInteractions Take(IReadOnlyList<Interaction> interactions)
    {
        if (!interactions.Any(static interaction => MayHold(interaction.Text)))
        {
            return new TakenInteractions(interactions, [], 0, 0);
        }

        var kept = new List<Interaction>(interactions.Count);
        var places = new List<int>(interactions.Count);
        var (recognised, shortened) = (0, 0);
        for (var i = 0; i < interactions.Count; i++)
        {
            var interaction = interactions[i];
            var text = Cut(interaction.Text, interaction.Role);
            if (ReferenceEquals(text, interaction.Text))
            {
                kept.Add(interaction);
                places.Add(i);
            }
            else if (LeftOver.IsNothing(text))
            {
                recognised++;
            }
            else
            {
                shortened++;
                kept.Add(interaction with { Text = text });
                places.Add(i);
            }
        }

        return new TakenInteractions(kept, places, recognised, shortened);
    }

    /// <summary>A text without recalled memory; the very text when it holds none.</summary>
    public static string Cut(string text, SpeakerRole role)
    {
        if (!MayHold(text))
        {
            return text;
        }

        var left = text;
        while (BlockFinder.Find(left) is { } block)
        {
            left = LeftOver.Without(left, block);
        }

        return LineFinder.Without(left, anyLine: role is not SpeakerRole.Person);
    }

    /// <summary>Nearly every message holds none of these, and needs no further look.</summary>
    private static bool MayHold(string text) => text.Contains(Recall.ContextForm.Name, StringComparison.Ordinal) || LineFinder.MayHold(text);
}

/// <summary>What is left to store.</summary>
/// <param name="Interactions">In order.</param>
/// <param name="Places">Their places in what was given; empty when nothing was changed.</param>
/// <param name="Recognised">How many held nothing else.</param>
/// <param name="Shortened">How many lost a part.</param>
internal sealed record TakenInteractions(IReadOnlyList<Interaction> Interactions, IReadOnlyList<int> Places, int Recognised, int Shortened);
