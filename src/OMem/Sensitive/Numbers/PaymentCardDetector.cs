namespace OMem.Sensitive.Numbers;

/// <summary>Finds numbers of payment cards: prefix and length of an issuer, the Luhn check digit, written in one piece or in the groups of a card.</summary>
internal static class PaymentCardDetector
{
    private const int ShortestNumber = 14, LongestNumber = 19, Window = 32;

    private static readonly WordSearch OtherNumbers = new(["order", "tracking", "invoice", "ticket", "reference", "serial", "imei", "parcel", "shipment", "isbn", "sku", "barcode", "booking", "confirmation", "transaction", "bestell", "sendung", "message id", "user id", "member id"]);

    private static readonly WordSearch CardWords = new(["card", "visa", "amex", "american express", "karte", "tarjeta", "carte"]);

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        Span<char> digits = stackalloc char[LongestNumber];
        var place = 0;
        while (place < text.Length && text[place..].IndexOfAnyInRange('0', '9') is >= 0 and var hit)
        {
            var start = place + hit;
            place = GroupEnd(text, start);
            if (!IsPartOfMore(text, start) && Read(text, start, place, digits) is { Length: > 0 } number && IsCard(digits[..number.Length])
                && !IsOtherNumber(text, start))
            {
                findings.Add(SensitiveKind.PaymentCard, start, number.End, "card number");
                place = number.End;
            }
        }
    }

    /// <summary>Whether a number has the prefix and the length of an issuer, and its check digit.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits) => HasIssuer(digits) && Luhn(digits) && digits[1..].ContainsAnyExcept(digits[0]);

    /// <summary>ISO/IEC 7812: every second digit from the right is doubled; the sum of all digits ends in 0.</summary>
    public static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            var value = i % 2 == 1 ? digit * 2 : digit;
            sum += value > 9 ? value - 9 : value;
        }

        return sum % 10 == 0;
    }

    private static bool HasIssuer(ReadOnlySpan<char> digits)
    {
        var four = int.Parse(digits[..4], System.Globalization.CultureInfo.InvariantCulture);
        var two = four / 100;
        return digits.Length switch
        {
            14 => two is 36 or 38 or 39 || four / 10 is >= 300 and <= 305,
            15 => two is 34 or 37,
            16 => two is >= 40 and <= 49 or >= 51 and <= 55 or 62 or 64 or 65 || four is >= 2221 and <= 2720 or 6011 or >= 3528 and <= 3589 or 5018 or 5020 or 5038 or 6304,
            17 or 18 => two is 62 || four is 6011,
            19 => two is >= 40 and <= 49 or 62 || four is 6011 or >= 3528 and <= 3589,
            _ => false,
        };
    }

    /// <summary>Reads one piece of 14 to 19 digits, or groups of 4-4-4-4, 4-4-4-4-3, 4-6-5 or 4-6-4 with one separator between.</summary>
    private static (int End, int Length) Read(ReadOnlySpan<char> text, int start, int end, Span<char> digits)
    {
        var length = end - start;
        if (length is >= ShortestNumber and <= LongestNumber)
        {
            text[start..end].CopyTo(digits);
            return EndsNumber(text, end) ? (end, length) : default;
        }

        if (length != 4 || end == text.Length || text[end] is not (' ' or '-') || FollowsFour(text, start, text[end]))
        {
            return default;
        }

        var separator = text[end];
        text[start..end].CopyTo(digits);
        var groups = 1;
        var first = 0;
        while (groups < 5 && end + 1 < text.Length && text[end] == separator && char.IsAsciiDigit(text[end + 1]))
        {
            var next = GroupEnd(text, end + 1);
            var size = next - end - 1;
            if (!Continues(groups, first, size))
            {
                break;
            }

            text.Slice(end + 1, size).CopyTo(digits[length..]);
            first = groups == 1 ? size : first;
            length += size;
            end = next;
            groups++;
        }

        var complete = (first == 6 && groups == 3) || (first == 4 && groups >= 4);
        return complete && EndsNumber(text, end) && !FourFollow(text, end, separator) ? (end, length) : default;
    }

    private static bool Continues(int groups, int first, int size) => (groups, first) switch
    {
        (1, _) => size is 4 or 6,
        (2, 6) => size is 4 or 5,
        (2 or 3, 4) => size == 4,
        (4, 4) => size == 3,
        _ => false,
    };

    private static int GroupEnd(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : start + length;
    }

    /// <summary>Whether the digits are the middle of something longer: a UUID, a decimal, an identifier.</summary>
    private static bool IsPartOfMore(ReadOnlySpan<char> text, int start) =>
        !Characters.StartsHere(text, start)
        || (start > 0 && text[start - 1] == '#')
        || (start > 1 && text[start - 1] is '-' or '.' or '_' or '/' or ',' && char.IsAsciiLetterOrDigit(text[start - 2]));

    private static bool EndsNumber(ReadOnlySpan<char> text, int end) =>
        Characters.EndsHere(text, end)
        && !(end + 1 < text.Length && text[end] is '-' or '.' or '_' or ',' && char.IsAsciiLetterOrDigit(text[end + 1]));

    /// <summary>Four digits more on either side make it a list of numbers.</summary>
    private static bool FollowsFour(ReadOnlySpan<char> text, int start, char separator) =>
        start >= 5 && text[start - 1] == separator && text[(start - 5)..(start - 1)].IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool FourFollow(ReadOnlySpan<char> text, int end, char separator) =>
        end + 5 <= text.Length && text[end] == separator && text.Slice(end + 1, 4).IndexOfAnyExceptInRange('0', '9') < 0;

    private static bool IsOtherNumber(ReadOnlySpan<char> text, int start)
    {
        var before = Surroundings.Before(text, start, Window);
        return OtherNumbers.Last(before) > CardWords.Last(before);
    }
}
