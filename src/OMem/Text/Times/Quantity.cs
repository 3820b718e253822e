namespace OMem.Text.Times;

/// <summary>How many: "three", "a couple of", "two or three", "half a".</summary>
/// <param name="Next">The token after it.</param>
/// <param name="Low">The least meant.</param>
/// <param name="High">The most meant.</param>
internal readonly record struct Quantity(int Next, double Low, double High)
{
    /// <summary>Whether one number is meant.</summary>
    public bool IsExact => Low == High && Low == Math.Floor(Low);

    /// <summary>Reads a quantity at a token.</summary>
    public static bool TryRead(TimeText text, int at, out Quantity quantity)
    {
        quantity = (text.Word(at), text.Word(at + 1), text.Word(at + 2)) switch
        {
            ("a", "couple", "of") => new Quantity(at + 3, 2, 3),
            ("a" or "the" or "another", "couple", _) => new Quantity(at + 2, 2, 3),
            ("couple", "of", _) => new Quantity(at + 2, 2, 3),
            ("a", "few", "more") => new Quantity(at + 3, 2, 5),
            ("a", "few", _) => new Quantity(at + 2, 2, 5),
            ("few", _, _) => new Quantity(at + 1, 2, 5),
            ("several" or "some", _, _) => new Quantity(at + 1, 3, 7),
            ("a", "dozen", _) => new Quantity(at + 2, 12, 12),
            ("half", "a" or "an", _) => new Quantity(at + 2, 0.5, 0.5),
            _ => ReadNumbers(text, at),
        };
        return quantity.Next > 0;
    }

    private static Quantity ReadNumbers(TimeText text, int at)
    {
        var first = ReadNumber(text, at, out var next);
        if (first < 0 || text.JoinedBy(at - 1, '.') || text.JoinedBy(at - 1, ',') || text.JoinedBy(at - 1, '/'))
        {
            return default;
        }

        if (text.JoinedBy(at, '.') && text.Word(next) is { Length: 1 } digit && char.IsAsciiDigit(digit[0]))
        {
            var value = first + ((digit[0] - '0') / 10.0);
            return new Quantity(next + 1, value, value);
        }

        if ((text.Word(next) is "or" or "to" && !text.JoinedBy(next - 1, '-')) || text.DashAfter(next - 1))
        {
            var second = ReadNumber(text, text.DashAfter(next - 1) ? next : next + 1, out var after);
            if (second > first)
            {
                return new Quantity(after, first, second);
            }
        }

        return text.Word(next) is "and" && text.Word(next + 1) is "a" && text.Word(next + 2) is "half"
            ? new Quantity(next + 3, first + 0.5, first + 0.5)
            : new Quantity(next, first, first);
    }

    private static int ReadNumber(TimeText text, int at, out int next)
    {
        var value = TimeVocabulary.Number(text.Word(at));
        next = at + 1;
        if (value is >= 20 and <= 60 && value % 10 == 0 && !char.IsAsciiDigit(text.Word(at)[0])
            && TimeVocabulary.Number(text.Word(next)) is > 0 and < 10 and var ones && text.Word(next) is not ("a" or "an") && !char.IsAsciiDigit(text.Word(next)[0]))
        {
            next++;
            return value + ones;
        }

        return value;
    }
}
