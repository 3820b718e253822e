using OMem.Consolidation.Rulings;
using OMem.Persona;
using OMem.Storage;

namespace OMem.Recall;

/// <summary>
/// Messages that say what no longer holds. A question about what holds gets none of them: to a model that reads it, "I live in Oslo" of
/// last year is as good an answer as "I moved to Rome". They stay in the log, and a question about the past, a filter by time or
/// <see cref="RecallQuery.IncludeSuperseded"/> brings them back.
/// </summary>
internal sealed class OutdatedTurns
{
    /// <summary>A message with nothing else to say: so much of its text is evidence of what no longer holds.</summary>
    private const double MostOfIt = 0.5;

    private const int CharactersPerToken = 4;

    private readonly Ranking _ranking;
    private readonly TimeView _time;
    private readonly HashSet<string> _matching;
    private readonly bool _applies;

    public OutdatedTurns(Ranking ranking, RecallQuery query)
    {
        _ranking = ranking;
        _time = TimeView.Of(query);
        _applies = query is { IncludeSuperseded: false, From: null, To: null } && (query.ValidAt is not null || QuestionTense.IsPresent(ranking.Question));
        _matching = _applies
            ? ranking.PersonaMatches.Where(static match => match.Relevance >= StatementRelevance.LeastForItem).Select(static match => match.Value.Item.Id).ToHashSet(StringComparer.Ordinal)
            : [];
    }

    /// <summary>Whether a turn is left out for what it says.</summary>
    public bool Contains(int turn)
    {
        var sequence = _ranking.View.SequenceOf(turn);
        if (!_applies || _ranking.Context.Derived.ItemsOf(sequence) is not { Count: > 0 } items)
        {
            return false;
        }

        var (asked, holds, holdsAsked, covered) = (false, false, false, -1);
        foreach (var item in items.Select(static stored => stored.Item).Where(item => _time.AsOf is not { } asOf || item.RecordedAt <= asOf))
        {
            if (IsInstead(item, items))
            {
                continue;
            }

            if (_time.See(item) is not null)
            {
                holds = true;
                holdsAsked |= _matching.Contains(item.Id);
            }
            else
            {
                asked |= _matching.Contains(item.Id);
                covered = Math.Max(covered, item.Evidence.Where(evidence => evidence.Sequence == sequence).Max(static evidence => evidence.Length));
            }
        }

        return !holdsAsked && (asked || (!holds && covered >= MostOfIt * CharactersPerToken * _ranking.View.Columns.Tokens[turn]));
    }

    /// <summary>What a person put in the place of what the turn says rests on the turn, but is not said by it.</summary>
    private static bool IsInstead(PersonaItem item, IReadOnlyList<StoredItem> said) =>
        item.Confidence >= Correcting.Certain && said.Any(other => string.Equals(other.Item.SupersededBy, item.Id, StringComparison.Ordinal) && TimeView.IsWithdrawn(other.Item));
}
