using System.Globalization;
using OMem.Recall;
using OMem.Storage;

namespace OMem.Persona;

/// <summary>What is known of the people: attributes and facts that match the question vote for the turns they rest on, and are candidates themselves (O-Mem, arXiv 2511.13593, eq. 11).</summary>
internal sealed class PersonaChannel : IRecallChannel
{
    /// <inheritdoc/>
    public string Name => FeatureCatalog.Persona;

    /// <inheritdoc/>
    public ChannelTrace Score(RecallContext context)
    {
        var items = context.Derived.Items;
        if (items.Count == 0)
        {
            return new ChannelTrace(Name, 0, "nothing understood yet");
        }

        var matches = items.Match(context.Question, context.Vectors);
        matches.RemoveAll(match => !IsKnown(match.Value.Item, context) || !IsAboutNamed(match.Value.Item, context));
        Vote(context, matches);
        context.PersonaMatches.AddRange(matches);
        return new ChannelTrace(Name, matches.Count, string.Create(
            CultureInfo.InvariantCulture, $"{matches.Count} of {items.Count} attributes and facts match"));
    }

    private static void Vote(RecallContext context, List<StatementMatch<StoredItem>> matches)
    {
        if (matches.Count == 0 || !context.Profile.Uses(Feature.PersonaWords))
        {
            return;
        }

        var words = context.Features.Begin(Feature.PersonaWords);
        var similar = context.Features.Begin(Feature.PersonaEncoder);
        foreach (var match in matches)
        {
            foreach (var evidence in match.Value.Item.Evidence)
            {
                if (context.View.TurnAt(evidence.Sequence) is >= 0 and var turn)
                {
                    words[turn] = Math.Max(words[turn], match.Coverage);
                    similar[turn] = Math.Max(similar[turn], match.Similarity);
                }
            }
        }

        context.Features.Standardize(Feature.PersonaWords);
        context.Features.Standardize(Feature.PersonaEncoder);
    }

    private static bool IsKnown(PersonaItem item, RecallContext context) =>
        context.AsOf is not { } asOf || item.RecordedAt <= asOf;

    /// <summary>A question that names speakers is not answered by an item about another one.</summary>
    private static bool IsAboutNamed(PersonaItem item, RecallContext context)
    {
        var speakers = context.Question.Speakers;
        if (speakers.Count == 0)
        {
            return true;
        }

        var subject = context.View.FindSpeaker(item.Subject);
        return subject < 0 || speakers.Contains(subject);
    }
}
