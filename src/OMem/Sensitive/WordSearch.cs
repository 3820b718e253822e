using System.Buffers;
using System.Text;

namespace OMem.Sensitive;

/// <summary>Looks for words whatever their case. Those outside ASCII are looked for apart, and only where the text has such letters: together they would make the search of plain text slow.</summary>
internal sealed class WordSearch
{
    private readonly SearchValues<string> _ascii;
    private readonly SearchValues<string>? _others;

    public WordSearch(params IEnumerable<string> words)
    {
        var parts = words.ToLookup(static word => Ascii.IsValid(word));
        _ascii = SearchValues.Create([.. parts[true]], StringComparison.OrdinalIgnoreCase);
        _others = parts[false].Any() ? SearchValues.Create([.. parts[false]], StringComparison.OrdinalIgnoreCase) : null;
    }

    /// <summary>The places of the words in a text, one after the other.</summary>
    public Places In(ReadOnlySpan<char> text) => new(this, text);

    /// <summary>The place of the first of the words, or -1.</summary>
    public int First(ReadOnlySpan<char> text) => In(text).From(0);

    /// <summary>The place right after the beginning of the last of the words; -1 when none is there.</summary>
    public int Last(ReadOnlySpan<char> text)
    {
        var places = In(text);
        var last = -1;
        while (places.From(Math.Max(0, last)) is >= 0 and var hit)
        {
            last = hit + 1;
        }

        return last;
    }

    /// <summary>Whether one of the words is there.</summary>
    public bool IsIn(ReadOnlySpan<char> text) => First(text) >= 0;

    /// <summary>The places of the words in a text. What was found is remembered, so that going through all of them reads the text once.</summary>
    internal ref struct Places
    {
        private readonly WordSearch _words;
        private readonly ReadOnlySpan<char> _text;
        private int _ascii = -1;
        private int _other = -1;

        public Places(WordSearch words, ReadOnlySpan<char> text)
        {
            _words = words;
            _text = text;
            if (words._others is null || Ascii.IsValid(text))
            {
                _other = text.Length;
            }
        }

        /// <summary>The first place from one on, or -1. Places asked for ascend.</summary>
        public int From(int place)
        {
            _ascii = _ascii >= place ? _ascii : Next(_words._ascii, place);
            _other = _other >= place ? _other : Next(_words._others!, place);
            var first = Math.Min(_ascii, _other);
            return first < _text.Length ? first : -1;
        }

        private readonly int Next(SearchValues<string> words, int place) =>
            place < _text.Length && _text[place..].IndexOfAny(words) is >= 0 and var hit ? place + hit : int.MaxValue;
    }
}
