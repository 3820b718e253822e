using OMem.Storage;
using OMem.Understanding;

namespace OMem.Consolidation.Judging;

/// <summary>Goes through the statements of a batch in the order they are consolidated and finds those that rules cannot decide.</summary>
internal sealed class CaseFinder(DerivedState state, TextTable texts, int neighbours)
{
    private readonly Neighbourhood _near = new(state, neighbours);
    private readonly List<JudgeCase> _cases = [];

    /// <summary>All statements; those to be asked about have something near.</summary>
    public List<JudgeCase> Find(IReadOnlyList<(StoredInteraction Stored, InteractionUnderstanding Understanding)> batch, ReaderIdentity reader)
    {
        foreach (var (stored, understanding) in batch)
        {
            var telling = new Telling(stored.Sequence, stored.Interaction.OccurredAt, stored.RecordedAt, reader.ToString());
            foreach (var attribute in understanding.Attributes)
            {
                Take(attribute, telling);
            }

            foreach (var fact in understanding.Facts)
            {
                Take(fact, telling);
            }
        }

        return _cases;
    }

    private void Take(AttributeCandidate candidate, Telling telling)
    {
        var value = Statement.Of(candidate, state.Subjects.Resolve(candidate.Subject), AttributeConsolidator.Planned, telling, texts.Get(candidate.Text));
        var judged = new JudgeCase
        {
            Candidate = candidate,
            Kind = PersonaItemKind.Attribute,
            Subject = value.Subject,
            Label = value.Aspect,
            Text = value.Text,
            Key = value.Key,
            Vector = value.Vector,
            Tense = candidate.Tense,
            Polarity = candidate.Polarity,
            IsExclusive = value.IsExclusive,
            When = candidate.Valid,
            SaidAt = telling.OccurredAt,
        };
        var clarity = ClearCases.Of(state, value, candidate.Corrects is not null, candidate.Tense);
        Place(judged, clarity is Clarity.Unclear ? AmongPeers(judged) : clarity, canBePeer: !value.IsAnyCurrent && candidate.Tense is not Tense.Ended);
    }

    private void Take(FactCandidate candidate, Telling telling)
    {
        var judged = new JudgeCase
        {
            Candidate = candidate,
            Kind = PersonaItemKind.Fact,
            Subject = state.Subjects.Resolve(candidate.Subject),
            Label = candidate.Tense is Tense.Future ? FactConsolidator.Plan : JudgeCase.Event,
            Text = candidate.Text,
            Key = ValueKey.OfSentence(candidate.Text, candidate.Subject),
            Vector = SentenceVector.Of(texts.Get(candidate.Text)),
            Tense = candidate.Tense,
            Polarity = candidate.Polarity,
            When = candidate.When,
            SaidAt = telling.OccurredAt,
        };
        var alike = state.Items.Sharing(DerivedState.FactGroup(judged.Subject), judged.Key).FindAll(static entry => entry.IsCurrent);
        var match = FactMatch.Of(alike, judged.Key, judged.Vector, new FactTelling(judged.IsPlan, judged.Polarity, judged.When, judged.SaidAt));

        // In the same words long after: it has happened again.
        var isSure = match.Replaced is not null || candidate.Corrects is not null || alike.Exists(entry => entry.Key.Overlap(judged.Key) >= ConsolidationLimits.SameByWords);
        var clarity = match.Same is not null ? Clarity.Known : isSure ? Clarity.Sure : Clarity.Unclear;
        Place(judged, clarity is Clarity.Unclear ? AmongPeers(judged) : clarity, canBePeer: true);
    }

    private void Place(JudgeCase judged, Clarity clarity, bool canBePeer)
    {
        judged.Near = clarity is Clarity.Unclear ? _near.Of(judged) : [];
        _cases.Add(judged);
        if (canBePeer && clarity is not Clarity.Known)
        {
            _near.Add(judged);
        }
    }

    /// <summary>How sure the rule will be once the earlier statements of the batch are items.</summary>
    private Clarity AmongPeers(JudgeCase judged)
    {
        foreach (var peer in _near.PeersOf(judged))
        {
            var overlap = peer.Key.Overlap(judged.Key);
            if (string.Equals(peer.Label, judged.Label, StringComparison.Ordinal))
            {
                if (overlap >= ConsolidationLimits.SameByWords)
                {
                    return peer.Polarity == judged.Polarity ? Clarity.Known : Clarity.Sure;
                }

                if ((peer.IsExclusive && judged.IsExclusive && overlap == 0) || IsRefinement(peer, judged))
                {
                    return Clarity.Sure;
                }
            }
            else if (judged.Kind is PersonaItemKind.Fact && peer.IsPlan && overlap >= ConsolidationLimits.Fulfils)
            {
                return Clarity.Sure;
            }
        }

        return Clarity.Unclear;
    }

    private static bool IsRefinement(JudgeCase peer, JudgeCase judged) =>
        judged.Kind is PersonaItemKind.Attribute && Refinement.Knows(judged.Label) && (peer.Key.IsPartOf(judged.Key) || judged.Key.IsPartOf(peer.Key));
}
