using System.Buffers;

namespace OMem.Text.Times;

/// <summary>
/// The tokens of a text cut into runs between which no time expression reaches (at full stops, brackets, slashes, ...).
/// Reading past the end of the current run gives an empty word.
/// </summary>
internal sealed class TimeText
{
    private static readonly SearchValues<char> Joints = SearchValues.Create(" \t\r\n,-\u2013\u2014\u00A0");

    private readonly string _source;
    private readonly List<Token> _tokens;
    private int _first;
    private int _end;

    /// <summary>Reads the tokens of <paramref name="source"/> up to <paramref name="length"/>.</summary>
    public TimeText(string source, int length)
        : this(source, Tokenizer.Tokenize(source.AsSpan(0, length)))
    {
    }

    /// <summary>Takes the tokens of <paramref name="source"/>.</summary>
    public TimeText(string source, List<Token> tokens)
    {
        _source = source;
        _tokens = tokens;
    }

    /// <summary>All tokens.</summary>
    public List<Token> Tokens => _tokens;

    /// <summary>The text the tokens come from.</summary>
    public string Source => _source;

    /// <summary>Makes the run that starts at token <paramref name="first"/> the current one and returns where it ends.</summary>
    public int EnterRun(int first)
    {
        _first = first;
        _end = first + 1;
        while (_end < _tokens.Count && Joins(_tokens[_end - 1], _tokens[_end]))
        {
            _end++;
        }

        return _end;
    }

    /// <summary>The folded word, or the empty string outside the run.</summary>
    public string Word(int at) => at >= _first && at < _end ? _tokens[at].Text : "";

    /// <summary>Whether the word has a capital.</summary>
    public bool Capitalized(int at) => at >= _first && at < _end && _tokens[at].Capitalized;

    /// <summary>Whether the words stand side by side with nothing but this one sign between them.</summary>
    public bool JoinedBy(int left, char sign)
    {
        if (left < _first || left + 1 >= _end)
        {
            return false;
        }

        var end = _tokens[left].Start + _tokens[left].Length;
        return _tokens[left + 1].Start - end == 1 && _source[end] == sign;
    }

    /// <summary>Whether a hyphen or dash stands between the word and the next.</summary>
    public bool DashAfter(int left)
    {
        if (left < _first || left + 1 >= _end)
        {
            return false;
        }

        var end = _tokens[left].Start + _tokens[left].Length;
        return _source.AsSpan(end, _tokens[left + 1].Start - end).IndexOfAny('-', '\u2013', '\u2014') >= 0;
    }

    private bool Joins(Token left, Token right)
    {
        var gap = _source.AsSpan(left.Start + left.Length, Math.Max(0, right.Start - left.Start - left.Length));
        if (gap.Length is 0 or > 5)
        {
            return false;
        }

        if (gap is ":" or "/" or ".")
        {
            return char.IsAsciiDigit(left.Text[^1]) && char.IsAsciiDigit(right.Text[0]);
        }

        if (gap is ". ")
        {
            return left.Text.Length <= 4 && TimeVocabulary.Month(left.Text) > 0 && left.Text is not ("may" or "june" or "july");
        }

        if (gap.Length > 2 && WordCharacter.IsApostrophe(gap[0]) && gap[1] is 's' or 'S')
        {
            gap = gap[2..];
        }

        return !gap.ContainsAnyExcept(Joints);
    }
}
