using System.Runtime.CompilerServices;
using OMem.Storage;
using OMem.Text;
using OMem.Vectors;

namespace OMem.Interactions;

/// <summary>The hot, searchable state of one scope's log. Append-only; holds no text.</summary>
/// <remarks>
/// One writer at a time (the engine's lock). Readers take <see cref="View"/>: they never wait and see exactly the turns
/// that were published with it, whatever is appended meanwhile. A turn is the place of a log position among those that are there.
/// </remarks>
internal sealed class ScopeIndex
{
    private const int FirstCapacity = 64;
    private const int WideRadius = 4;
    private const int NearRadius = 2;
    private const int AheadRadius = 3;

    private readonly string? _modelId;
    private readonly TermDictionary _terms = new();
    private readonly PostingTable _postings = new();
    private readonly VectorSegment _vectors;
    private readonly NameTable _speakers = new();
    private readonly NameTable _sessions = new();

    private TurnColumns _columns = new(FirstCapacity);
    private int[] _sequence = new int[FirstCapacity * 8];
    private int[] _lastOfSession = new int[16];
    private SpeakerRole[] _roleOfSpeaker = new SpeakerRole[16];
    private KnownNames _names = new(0, false, new SpeakerNames([]));
    private ScopeTotals _totals;
    private ScopeView _view;

    /// <summary>Creates the index of an empty log.</summary>
    /// <param name="modelId">The embedding model in use; null for lexical recall only. Vectors of another model count as missing.</param>
    /// <param name="dimensions">Its dimensions; 0 without a model.</param>
    public ScopeIndex(string? modelId, int dimensions)
    {
        _modelId = modelId;
        _vectors = new VectorSegment(modelId is null ? 0 : dimensions);
        _view = CreateView();
    }

    /// <summary>What readers see: the turns up to the last <see cref="Publish"/>.</summary>
    public ScopeView View => Volatile.Read(ref _view);

    /// <summary>The log position up to which it knows the log; 0 when empty.</summary>
    public long LogSequence { get; private set; }

    /// <summary>Entries whose vector is missing or of another model.</summary>
    public int StaleVectors { get; private set; }

    /// <summary>Bytes held beside the vectors.</summary>
    public long IndexBytes =>
        _terms.Bytes + _postings.Bytes + _speakers.Bytes + _sessions.Bytes
        + ((long)_columns.Capacity * TurnColumns.BytesPerTurn)
        + ((long)(_sequence.Length + _lastOfSession.Length) * sizeof(int));

    /// <summary>Bytes of the vectors.</summary>
    public long VectorBytes => _vectors.Bytes;

    /// <summary>The last turn of a session in the newest state; may lie beyond a reader's view.</summary>
    internal int LastOfSession(int session) => Volatile.Read(ref Volatile.Read(ref _lastOfSession)[session]);

    /// <summary>The newest columns.</summary>
    internal TurnColumns Columns => Volatile.Read(ref _columns);

    /// <summary>The speakers a question can name, among the first <paramref name="speakers"/>: in a scope with an assistant only people with a name.</summary>
    internal SpeakerNames NamesOf(int speakers, bool hasAssistant)
    {
        var names = Volatile.Read(ref _names);
        if (names.Speakers != speakers || names.HasAssistant != hasAssistant)
        {
            names = new KnownNames(speakers, hasAssistant, FindNames(speakers, hasAssistant));
            Volatile.Write(ref _names, names);
        }

        return names.Names;
    }

    /// <summary>Appends entries in log order and publishes them.</summary>
    public void Append(IEnumerable<IndexEntry> entries)
    {
        foreach (var entry in entries)
        {
            Append(entry);
        }

        Publish();
    }

    /// <summary>Appends one entry; readers see it after <see cref="Publish"/>.</summary>
    /// <exception cref="ArgumentException">Its log position does not come after those before it.</exception>
    /// <exception cref="FormatException">Its terms are damaged or of another version; nothing was appended.</exception>
    public void Append(IndexEntry entry)
    {
        var turn = _totals.Turns;
        if (entry.Sequence <= LogSequence)
        {
            throw new ArgumentException($"Expected a log position after {LogSequence}, got {entry.Sequence}.", nameof(entry));
        }

        if (turn == PostingTable.MaxDocuments - 1)
        {
            throw new InvalidOperationException($"A scope holds at most {PostingTable.MaxDocuments - 1} interactions.");
        }

        var terms = new IndexTermsReader(entry.Index.Terms.Span);
        var start = ReadTerms(ref terms);
        if (turn == _columns.Capacity)
        {
            Volatile.Write(ref _columns, _columns.Grow());
        }

        AddPostings(turn, start, terms.StemCount);
        SetColumns(turn, start, terms.StemCount, terms.Marks, entry);
        AddVector(entry.Index);
        LinkIntoSession(turn, _sessions.Intern(entry.Session ?? string.Empty), terms.StemCount);
        _totals.Turns = turn + 1;
        LogSequence = entry.Sequence;
        _totals.Terms += terms.StemCount;
        _totals.PersonTerms += entry.Role == SpeakerRole.Person ? terms.StemCount : 0;
        _totals.Bigrams += Math.Max(0, terms.StemCount - 1);
        _totals.HasAssistant |= entry.Role == SpeakerRole.Assistant;
    }

    /// <summary>Passes over log positions that hold nothing to be seen.</summary>
    /// <param name="sequence">The last of them.</param>
    public void PassTo(long sequence) => LogSequence = Math.Max(LogSequence, sequence);

    /// <summary>Shows everything appended so far to new readers.</summary>
    public void Publish() => Volatile.Write(ref _view, CreateView());

    private ScopeView CreateView()
    {
        _totals.Sessions = _sessions.Count;
        _totals.Speakers = _speakers.Count;
        return new ScopeView(this, _columns, _sequence, _terms, _postings.Snapshot(), _vectors.Snapshot(), _speakers, _sessions, _totals);
    }

    /// <summary>Interns the stems behind the last turn's in the forward sequence; a failure leaves nothing that a later call would see.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int ReadTerms(ref IndexTermsReader terms)
    {
        var start = (int)_totals.Terms;
        if (start + terms.StemCount > _sequence.Length)
        {
            var grown = new int[Math.Max(_sequence.Length * 2, start + terms.StemCount)];
            _sequence.AsSpan(0, start).CopyTo(grown);
            Volatile.Write(ref _sequence, grown);
        }

        for (var i = 0; i < terms.StemCount; i++)
        {
            _sequence[start + i] = _terms.Intern(terms.ReadStem());
        }

        return start;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPostings(int turn, int start, int count)
    {
        foreach (var term in _sequence.AsSpan(start, count))
        {
            _postings.Add(term, turn);
        }
    }

    private void SetColumns(int turn, int start, int count, SurfaceMarks marks, IndexEntry entry)
    {
        _columns.Sequence[turn] = entry.Sequence;
        _columns.TermStart[turn] = start;
        _columns.TermCount[turn] = count;
        _columns.Speaker[turn] = InternSpeaker(entry);
        _columns.Role[turn] = (byte)entry.Role;
        _columns.Tokens[turn] = marks.Tokens;
        _columns.LocalDay[turn] = (int)(entry.OccurredAt.Ticks / TimeSpan.TicksPerDay);
        _columns.OffsetMinutes[turn] = (int)entry.OccurredAt.Offset.TotalMinutes;
        _columns.OccurredAt[turn] = entry.OccurredAt.UtcTicks;
        _columns.RecordedAt[turn] = entry.RecordedAt.UtcTicks;
        _columns.TimeWords[turn] = (byte)Math.Min(marks.TimeWords, byte.MaxValue);
        _columns.FirstPerson[turn] = (byte)Math.Min(marks.FirstPerson, byte.MaxValue);
        _columns.ProperNames[turn] = (byte)Math.Min(marks.ProperNames, byte.MaxValue);
        _columns.PastWords[turn] = (byte)Math.Min(marks.PastWords, byte.MaxValue);
        _columns.YouWords[turn] = (byte)Math.Min(marks.YouWords, byte.MaxValue);
        _columns.Marks[turn] = (byte)((marks.IsQuestion ? TurnMarks.IsQuestion : TurnMarks.None)
            | (marks.GivesReason ? TurnMarks.GivesReason : TurnMarks.None)
            | (marks.IsDirective ? TurnMarks.IsDirective : TurnMarks.None));
    }

    private int InternSpeaker(IndexEntry entry)
    {
        var known = _speakers.Count;
        var speaker = _speakers.Intern(entry.Speaker);
        if (speaker == known)
        {
            if (speaker == _roleOfSpeaker.Length)
            {
                var grown = new SpeakerRole[_roleOfSpeaker.Length * 2];
                _roleOfSpeaker.CopyTo(grown, 0);
                Volatile.Write(ref _roleOfSpeaker, grown);
            }

            _roleOfSpeaker[speaker] = entry.Role;
        }

        return speaker;
    }

    private SpeakerNames FindNames(int speakers, bool hasAssistant)
    {
        var roles = Volatile.Read(ref _roleOfSpeaker);
        var names = new List<string>();
        foreach (var (speaker, name) in _speakers.Names(speakers).ToArray().Index())
        {
            if (!hasAssistant || (roles[speaker] == SpeakerRole.Person && !IsGeneric(name)))
            {
                names.Add(name);
            }
        }

        return new SpeakerNames(names);
    }

    private static bool IsGeneric(string name) =>
        name.Equals("user", StringComparison.OrdinalIgnoreCase) || name.Equals("human", StringComparison.OrdinalIgnoreCase);

    private void AddVector(IndexData index)
    {
        var usable = _modelId is not null && string.Equals(index.ModelId, _modelId, StringComparison.Ordinal)
            && VectorCodec.Dimensions(index.Vector.Span) == _vectors.Dimensions;
        _vectors.Append(usable ? index.Vector.Span : []);
        StaleVectors += usable || _modelId is null ? 0 : 1;
    }

    private void LinkIntoSession(int turn, int session, int count)
    {
        if (session == _lastOfSession.Length)
        {
            var grown = new int[_lastOfSession.Length * 2];
            _lastOfSession.CopyTo(grown, 0);
            Volatile.Write(ref _lastOfSession, grown);
        }

        var columns = _columns;
        var isFirst = session >= _totals.Sessions;
        var previous = isFirst ? TurnColumns.None : _lastOfSession[session];
        columns.Session[turn] = session;
        columns.Previous[turn] = previous;
        columns.Next[turn] = TurnColumns.None;
        columns.SessionTerms[turn] = count + (isFirst ? 0 : columns.SessionTerms[previous]);
        if (!isFirst)
        {
            columns.Next[previous] = turn;
            if ((columns.Marks[previous] & (byte)TurnMarks.IsQuestion) != 0 && columns.Speaker[previous] != columns.Speaker[turn])
            {
                columns.Marks[turn] |= (byte)TurnMarks.AnswersQuestion;
            }
        }

        WidenWindows(turn, previous, count);
        _totals.Sessions = Math.Max(_totals.Sessions, session + 1);

        // Last: a reader that sees the turn here must find its columns.
        Volatile.Write(ref _lastOfSession[session], turn);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void WidenWindows(int turn, int previous, int count)
    {
        var columns = _columns;
        columns.NearTerms[turn] = columns.WideTerms[turn] = columns.AheadTerms[turn] = count;
        AddToWindowTotals(count, count, count);
        for (var distance = 1; distance <= WideRadius && previous != TurnColumns.None; distance++)
        {
            var other = columns.TermCount[previous];
            var near = distance <= NearRadius;
            columns.WideTerms[previous] += count;
            columns.WideTerms[turn] += other;
            columns.NearTerms[previous] += near ? count : 0;
            columns.NearTerms[turn] += near ? other : 0;
            columns.AheadTerms[previous] += distance <= AheadRadius ? count : 0;
            AddToWindowTotals(near ? count + other : 0, count + other, distance <= AheadRadius ? count : 0);
            if (distance == WideRadius)
            {
                Volatile.Write(ref columns.WindowClosedBy[previous], turn);
            }

            previous = columns.Previous[previous];
        }
    }

    private void AddToWindowTotals(int near, int wide, int ahead)
    {
        _totals.NearTerms += near;
        _totals.WideTerms += wide;
        _totals.AheadTerms += ahead;
    }

    private sealed record KnownNames(int Speakers, bool HasAssistant, SpeakerNames Names);
}
