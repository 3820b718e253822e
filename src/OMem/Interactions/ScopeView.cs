using OMem.Text;
using OMem.Vectors;

namespace OMem.Interactions;

/// <summary>The turns of a scope at one moment. Immutable for its readers, thread-safe, free to make.</summary>
/// <remarks>Turns are the log positions that are there, in order: what was erased or forgotten is no turn. Arrays are shared with the writer; what lies beyond <see cref="Count"/> is never looked at.</remarks>
internal sealed class ScopeView
{
    private readonly ScopeIndex _index;
    private readonly TurnColumns _columns;
    private readonly int[] _sequence;
    private readonly TermDictionary _terms;
    private readonly PostingView _postings;
    private readonly NameTable _speakers;
    private readonly NameTable _sessions;
    private readonly ScopeTotals _totals;

    internal ScopeView(
        ScopeIndex index,
        TurnColumns columns,
        int[] sequence,
        TermDictionary terms,
        PostingView postings,
        VectorView vectors,
        NameTable speakers,
        NameTable sessions,
        ScopeTotals totals)
    {
        _index = index;
        _columns = columns;
        _sequence = sequence;
        _terms = terms;
        _postings = postings;
        _speakers = speakers;
        _sessions = sessions;
        _totals = totals;
        Vectors = vectors;
    }

    /// <summary>The index it is a view of: the same object for every view of one log as long as it is hot.</summary>
    public ScopeIndex Index => _index;

    /// <summary>Turns.</summary>
    public int Count => _totals.Turns;

    /// <summary>Sessions.</summary>
    public int SessionCount => _totals.Sessions;

    /// <summary>Whether an assistant has spoken.</summary>
    public bool HasAssistant => _totals.HasAssistant;

    /// <summary>Sums over its turns.</summary>
    public ref readonly ScopeTotals Totals => ref _totals;

    /// <summary>Vectors of its turns.</summary>
    public VectorView Vectors { get; }

    /// <summary>Names of its speakers, by number.</summary>
    public ReadOnlySpan<string> Speakers => _speakers.Names(_totals.Speakers);

    /// <summary>Finds its speakers in a question.</summary>
    public SpeakerNames SpeakerNames => _index.NamesOf(_totals.Speakers, _totals.HasAssistant);

    /// <summary>Names of its sessions, by number; the unnamed one is empty.</summary>
    public ReadOnlySpan<string> Sessions => _sessions.Names(_totals.Sessions);

    /// <summary>Columns of its turns, by turn; longer than <see cref="Count"/>. Windows and links go through the methods below.</summary>
    public TurnColumns Columns => _columns;

    /// <summary>How many distinct terms there are, later ones included.</summary>
    public int TermCount => _terms.Count;

    /// <summary>The log position of a turn.</summary>
    public long SequenceOf(int turn) => _columns.Sequence[turn];

    /// <summary>The turn at a log position; -1 when there is none in the view.</summary>
    public int TurnAt(long sequence)
    {
        var sequences = _columns.Sequence.AsSpan(0, Count);
        var guess = sequence - 1;
        if (guess >= 0 && guess < sequences.Length && sequences[(int)guess] == sequence)
        {
            return (int)guess;
        }

        return Math.Max(-1, sequences.BinarySearch(sequence));
    }

    /// <summary>The number of a speaker, or -1.</summary>
    public int FindSpeaker(string name) => _speakers.Find(name, _totals.Speakers);

    /// <summary>The number of a session, or -1.</summary>
    public int FindSession(string name) => _sessions.Find(name, _totals.Sessions);

    /// <summary>The number of a stem, or -1. One that only later turns have has no postings here.</summary>
    public int FindTerm(string stem) => _terms.Find(stem);

    /// <summary>The stem with a number.</summary>
    public string TermText(int term) => _terms.Text(term);

    /// <summary>The turns that hold a term, ascending, with counts.</summary>
    public ReadOnlySpan<uint> Postings(int term) => _postings.Get(term, Count);

    /// <summary>The terms of a turn in order.</summary>
    public ReadOnlySpan<int> TermsOf(int turn) => _sequence.AsSpan(_columns.TermStart[turn], _columns.TermCount[turn]);

    /// <summary>The turn before it in its session, or <see cref="TurnColumns.None"/>.</summary>
    public int Previous(int turn) => _columns.Previous[turn];

    /// <summary>The turn after it in its session, or <see cref="TurnColumns.None"/>.</summary>
    public int Next(int turn)
    {
        var next = _columns.Next[turn];
        return next < Count ? next : TurnColumns.None;
    }

    /// <summary>Terms of all turns of a session.</summary>
    public int TermsOfSession(int session)
    {
        var last = _index.LastOfSession(session);
        var columns = last < Count ? _columns : _index.Columns;
        while (last >= Count)
        {
            last = columns.Previous[last];
        }

        return columns.SessionTerms[last];
    }

    /// <summary>Terms of the window of up to two turns before and after a turn.</summary>
    public int NearTerms(int turn) => IsWindowClosed(turn) ? _columns.NearTerms[turn] : SumTerms(turn, 2, 2);

    /// <summary>Terms of the window of up to four turns before and after a turn.</summary>
    public int WideTerms(int turn) => IsWindowClosed(turn) ? _columns.WideTerms[turn] : SumTerms(turn, 4, 4);

    /// <summary>Terms of a turn and the three after it.</summary>
    public int AheadTerms(int turn) => IsWindowClosed(turn) ? _columns.AheadTerms[turn] : SumTerms(turn, 0, 3);

    /// <summary>The view as it was when the log ended at turn <paramref name="count"/>.</summary>
    public ScopeView Truncate(int count)
    {
        if (count >= Count)
        {
            return this;
        }

        var totals = new ScopeTotals { Turns = count };
        for (var turn = 0; turn < count; turn++)
        {
            totals.Sessions = Math.Max(totals.Sessions, _columns.Session[turn] + 1);
            totals.Speakers = Math.Max(totals.Speakers, _columns.Speaker[turn] + 1);
            totals.Terms += _columns.TermCount[turn];
            totals.PersonTerms += _columns.Role[turn] == (byte)SpeakerRole.Person ? _columns.TermCount[turn] : 0;
            totals.Bigrams += Math.Max(0, _columns.TermCount[turn] - 1);
            totals.HasAssistant |= _columns.Role[turn] == (byte)SpeakerRole.Assistant;
        }

        var view = new ScopeView(
            _index, _columns, _sequence, _terms, _postings, Vectors.Truncate(count), _speakers, _sessions, totals);
        for (var turn = 0; turn < count; turn++)
        {
            totals.NearTerms += view.NearTerms(turn);
            totals.WideTerms += view.WideTerms(turn);
            totals.AheadTerms += view.AheadTerms(turn);
        }

        return new ScopeView(_index, _columns, _sequence, _terms, _postings, view.Vectors, _speakers, _sessions, totals);
    }

    private bool IsWindowClosed(int turn) => Volatile.Read(ref _columns.WindowClosedBy[turn]) < Count;

    private int SumTerms(int turn, int back, int ahead)
    {
        var sum = _columns.TermCount[turn];
        for (int i = 0, other = Previous(turn); i < back && other >= 0; i++, other = Previous(other))
        {
            sum += _columns.TermCount[other];
        }

        for (int i = 0, other = Next(turn); i < ahead && other >= 0; i++, other = Next(other))
        {
            sum += _columns.TermCount[other];
        }

        return sum;
    }
}
