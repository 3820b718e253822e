using System.Collections.Frozen;

namespace OMem.Sensitive.Numbers;

/// <summary>The country codes of ITU-T E.164.</summary>
internal static class CallingCodes
{
    private static readonly FrozenSet<int> TwoDigits = FrozenSet.Create(
        20, 27, 30, 31, 32, 33, 34, 36, 39, 40, 41, 43, 44, 45, 46, 47, 48, 49, 51, 52, 53, 54, 55, 56, 57, 58, 60, 61, 62, 63, 64, 65, 66, 81, 82, 84, 86, 90, 91, 92, 93, 94, 95, 98);

    /// <summary>The tens of codes with three digits: all of 21x is in use, or may be.</summary>
    private static readonly FrozenSet<int> ThreeDigitTens = FrozenSet.Create(21, 22, 23, 24, 25, 26, 29, 35, 37, 38, 42, 50, 59, 67, 68, 69, 80, 85, 87, 88, 96, 97, 99);

    /// <summary>Whether digits are a country code and a number of a length it may have: 11 digits with 1 or 7, else 9 to 15.</summary>
    public static bool IsNumber(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < 9 or > 15)
        {
            return false;
        }

        if (digits[0] is '1' or '7')
        {
            return digits.Length == 11 && digits[1] is not ('0' or '1');
        }

        var tens = ((digits[0] - '0') * 10) + digits[1] - '0';
        return TwoDigits.Contains(tens) || ThreeDigitTens.Contains(tens);
    }
}
