namespace OMem.Sensitive.Numbers;

/// <summary>A run of digits in groups, as telephone numbers are written: <c>+49 (0)30 123-456</c>.</summary>
internal ref struct PhoneNumber
{
    /// <summary>The most digits of a number (E.164), and of one with <c>00</c> before it.</summary>
    private const int MostDigits = 17;

    private const int MostGroups = 8;

    private readonly ReadOnlySpan<char> _text;
    private GroupTable _groups;

    private PhoneNumber(ReadOnlySpan<char> text, int firstDigit)
    {
        _text = text;
        FirstDigit = firstDigit;
        Start = firstDigit;
        if (Start > 0 && text[Start - 1] == '(')
        {
            Start--;
        }

        if (Start > 0 && text[Start - 1] == '+')
        {
            Start--;
            HasPlus = true;
        }

        Read();
    }

    /// <summary>Where it begins, with <c>+</c> and bracket.</summary>
    public int Start { get; }

    /// <summary>Whether a <c>+</c> stands before it.</summary>
    public bool HasPlus { get; }

    /// <summary>How many digits were read.</summary>
    public int Digits { get; private set; }

    /// <summary>How many groups they stand in.</summary>
    public int Groups { get; private set; }

    /// <summary>Where the last group ends.</summary>
    public readonly int End => _groups[Groups - 1].End;

    /// <summary>Where the first group ends: the next search begins there.</summary>
    public readonly int DigitsEnd => _groups[0].End;

    private int FirstDigit { get; }

    /// <summary>Reads the groups that begin at a digit.</summary>
    public static PhoneNumber Read(ReadOnlySpan<char> text, int firstDigit) => new(text, firstDigit);

    /// <summary>Whether it is not the middle or the end of something else, such as a date, a price or an address.</summary>
    public readonly bool IsAlone
    {
        get
        {
            if (Start == 0)
            {
                return EndsAlone;
            }

            var before = _text[Start - 1];
            var joins = HasPlus
                ? before is '+'
                : before is '-' or '.' or '/' or ',' or '_' or '#' or '$' or '€' or '£' or '¥' or '%' or '@' or '=' or '&' or '+' or '('
                    || (before is ':' && Start > 1 && char.IsAsciiDigit(_text[Start - 2]));
            return !joins && !char.IsAsciiLetterOrDigit(before) && EndsAlone;
        }
    }

    /// <summary>Whether a blank and another digit stand before it: then it is the rest of a longer number.</summary>
    public readonly bool FollowsNumber => Start > 1 && _text[Start - 1] is ' ' && char.IsAsciiDigit(_text[Start - 2]);

    /// <summary>One group of 9 to 15 digits, or 7 to 15 in groups that are no date.</summary>
    public readonly bool IsPlain => Groups == 1 ? Digits is >= 9 and <= 15 : Digits is >= 7 and <= 15 && !LooksLikeDate && !LooksLikeThousands;

    private readonly bool EndsAlone =>
        End == _text.Length
        || (!char.IsAsciiLetterOrDigit(_text[End]) && _text[End] is not ('%' or '€' or '$' or '_')
            && !(_text[End] is '.' or ',' or ':' or '-' or '/' && End + 1 < _text.Length && char.IsAsciiLetterOrDigit(_text[End + 1])));

    private readonly bool LooksLikeDate =>
        Groups >= 3
        && ((Length(0) == 4 && Length(1) <= 2 && Length(2) <= 2) || (Length(0) <= 2 && Length(1) <= 2 && Length(2) == 4));

    private readonly bool LooksLikeThousands
    {
        get
        {
            for (var i = 1; i < Groups; i++)
            {
                if (Length(i) != 3)
                {
                    return false;
                }
            }

            return Length(0) <= 3 && _text[_groups[0].End] is ' ' or '.' or '\u00a0';
        }
    }

    public readonly bool StartsWith(string digits) => _text[FirstDigit..DigitsEnd].StartsWith(digits, StringComparison.Ordinal);

    /// <summary>Where a number with country code ends, some digits before it skipped; -1 when it is none.</summary>
    public readonly int InternationalEnd(int skip)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var count = 0;
        var best = -1;
        for (var i = 0; i < Groups && count + Length(i) <= MostDigits; i++)
        {
            _text[_groups[i].Start.._groups[i].End].CopyTo(digits[count..]);
            count += Length(i);
            if (count > skip && CallingCodes.IsNumber(digits[skip..count]))
            {
                best = _groups[i].End;
            }
        }

        return best;
    }

    /// <summary>Where <c>(415) 555-2671</c>, <c>415-555-2671</c> or <c>415.555.2671</c> ends; with blanks only when it is named a telephone number.</summary>
    public readonly int NorthAmericanEnd(bool named)
    {
        var first = Groups > 3 && Length(0) == 1 && _text[FirstDigit] == '1' ? 1 : 0;
        if (Groups < first + 3 || Length(first) != 3 || Length(first + 1) != 3 || Length(first + 2) != 4)
        {
            return -1;
        }

        var separator = _text[_groups[first + 1].End];
        var bracketed = _text[_groups[first].End] == ')';
        var areaAndExchange = _text[_groups[first].Start] is >= '2' and <= '9' && (bracketed || named || _text[_groups[first + 1].Start] is >= '2' and <= '9');
        return areaAndExchange && separator is '-' or '.' or ' ' && (named || bracketed || (separator != ' ' && separator == _text[_groups[first].End]))
            ? _groups[first + 2].End
            : -1;
    }

    /// <summary>A national number: 0, no second 0, 10 to 12 digits in groups.</summary>
    public readonly bool IsNational(bool named)
    {
        if (_text[FirstDigit] != '0' || Digits is < 10 or > 12 || Groups < 2 || _text[FirstDigit + 1] is '0' || LooksLikeDate)
        {
            return false;
        }

        var pairs = Groups >= 5 && Length(0) == 2 && _text[_groups[0].End] == ' ';
        return named || (Length(0) is >= 2 and <= 6 && Length(Groups - 1) >= 2 && !pairs && !IsIsbn);
    }

    private readonly bool IsIsbn => Digits == 10 && Groups is 4 or 3 && Length(Groups - 1) == 1;

    private readonly int Length(int group) => _groups[group].End - _groups[group].Start;

    private void Read()
    {
        var place = FirstDigit;
        while (Groups < MostGroups)
        {
            var end = place;
            while (end < _text.Length && char.IsAsciiDigit(_text[end]))
            {
                end++;
            }

            if (Groups > 0 && Digits + end - place > MostDigits)
            {
                return;
            }

            _groups[Groups++] = (place, end);
            Digits += end - place;
            if (NextGroup(end) is not (>= 0 and var next))
            {
                return;
            }

            place = next;
        }
    }

    /// <summary>The digit after one or two separators, or -1.</summary>
    private readonly int NextGroup(int end)
    {
        for (var place = end; place < end + 3 && place < _text.Length; place++)
        {
            if (char.IsAsciiDigit(_text[place]))
            {
                return place > end ? place : -1;
            }

            if (_text[place] is not (' ' or '-' or '.' or '/' or '(' or ')' or '\u00a0' or '\u2011'))
            {
                return -1;
            }
        }

        return -1;
    }

    [System.Runtime.CompilerServices.InlineArray(MostGroups)]
    private struct GroupTable
    {
        private (int Start, int End) _first;
    }
}
