using System.Collections.Frozen;

namespace OMem.Text.Times;

/// <summary>A measure of time.</summary>
internal enum TimeUnit
{
    /// <summary>No unit.</summary>
    None = 0,

    /// <summary>Minutes.</summary>
    Minute = 1,

    /// <summary>Hours.</summary>
    Hour = 2,

    /// <summary>Days.</summary>
    Day = 3,

    /// <summary>Weeks.</summary>
    Week = 4,

    /// <summary>Two weeks.</summary>
    Fortnight = 5,

    /// <summary>Weekends.</summary>
    Weekend = 6,

    /// <summary>Months.</summary>
    Month = 7,

    /// <summary>Years.</summary>
    Year = 8,

    /// <summary>Ten years.</summary>
    Decade = 9,
}

/// <summary>The English words of time and what they stand for.</summary>
internal static class TimeVocabulary
{
    private static readonly FrozenDictionary<string, int> Months = Table(
        """
        january jan=1|february feb=2|march mar=3|april apr=4|may=5|june jun=6|july jul=7|august aug=8
        september sep sept=9|october oct=10|november nov=11|december dec=12
        """);

    private static readonly FrozenDictionary<string, int> Weekdays = Table(
        """
        monday mon=0|tuesday tue tues=1|wednesday wed=2|thursday thu thur thurs=3|friday fri=4|saturday sat=5|sunday sun=6
        """);

    private static readonly FrozenDictionary<string, int> Units = Table(
        """
        minute minutes min mins=1|hour hours hr hrs=2|day days=3|week weeks wk wks=4|fortnight fortnights=5
        weekend weekends=6|month months mo mos=7|year years yr yrs=8|decade decades=9
        """);

    private static readonly FrozenDictionary<string, int> Seasons = Table("spring=3|summer=6|autumn fall=9|winter=12");

    private static readonly FrozenDictionary<string, int> Numbers = Table(
        """
        a an one=1|two=2|three=3|four=4|five=5|six=6|seven=7|eight=8|nine=9|ten=10|eleven=11|twelve=12|thirteen=13
        fourteen=14|fifteen=15|sixteen=16|seventeen=17|eighteen=18|nineteen=19|twenty=20|thirty=30|forty=40|fifty=50|sixty=60
        """);

    private static readonly FrozenDictionary<string, int> Decades = Table("twenties=20|thirties=30|forties=40|fifties=50|sixties=60|seventies=70|eighties=80|nineties=90");

    private static readonly FrozenDictionary<string, int> Ordinals = Table("first=1|second=2|third=3|fourth=4|fifth=5|last=-1");

    private static readonly FrozenDictionary<string, int> SpokenDays = Table(
        """
        first=1|second=2|third=3|fourth=4|fifth=5|sixth=6|seventh=7|eighth=8|ninth=9|tenth=10|eleventh=11|twelfth=12|thirteenth=13
        fourteenth=14|fifteenth=15|sixteenth=16|seventeenth=17|eighteenth=18|nineteenth=19|twentieth=20|thirtieth=30
        """);

    /// <summary>Month 1-12, or 0.</summary>
    public static int Month(string word) => Months.GetValueOrDefault(word);

    /// <summary>Weekday from 0 = Monday, or -1.</summary>
    public static int Weekday(string word) => Weekdays.GetValueOrDefault(word, -1);

    /// <summary>The unit, or none.</summary>
    public static TimeUnit Unit(string word) => (TimeUnit)Units.GetValueOrDefault(word);

    /// <summary>First month of the season, or 0.</summary>
    public static int Season(string word) => Seasons.GetValueOrDefault(word);

    /// <summary>First to fifth, last as -1, or 0.</summary>
    public static int Ordinal(string word) => Ordinals.GetValueOrDefault(word);

    /// <summary>A number word up to sixty, or up to four digits; -1 for anything else.</summary>
    public static int Number(string word) => Numbers.TryGetValue(word, out var value) ? value : Digits(word, 4);

    /// <summary>Up to <paramref name="most"/> digits as a number; -1 for anything else.</summary>
    public static int Digits(ReadOnlySpan<char> word, int most)
    {
        if (word.Length == 0 || word.Length > most)
        {
            return -1;
        }

        var value = 0;
        foreach (var c in word)
        {
            if (!char.IsAsciiDigit(c))
            {
                return -1;
            }

            value = (value * 10) + c - '0';
        }

        return value;
    }

    /// <summary>A day of the month, "7" or "7th"; 0 for anything else.</summary>
    public static int DayOfMonth(string word, out bool ordinal)
    {
        ordinal = word.Length > 2 && word.AsSpan(word.Length - 2) is "st" or "nd" or "rd" or "th";
        var value = Digits(ordinal ? word.AsSpan(0, word.Length - 2) : word, 2);
        return value is >= 1 and <= 31 ? value : 0;
    }

    /// <summary>A day of the month in words ("fourth"), or 0.</summary>
    public static int SpokenDay(string word) => SpokenDays.GetValueOrDefault(word);

    /// <summary>A year of four digits that people speak of, 1000-2199; 0 for anything else.</summary>
    public static int Year(string word) => word.Length == 4 && Digits(word, 4) is >= 1000 and < 2200 and var year ? year : 0;

    /// <summary>First year of a decade ("1990s", "90s", "nineties"), or 0. Two digits stand for the twentieth century from 30 on.</summary>
    public static int Decade(string word)
    {
        if (word.Length is 5 && word.EndsWith("0s", StringComparison.Ordinal) && Year(word[..4]) is > 0 and var year)
        {
            return year;
        }

        var tens = word.Length is 3 && word.EndsWith("0s", StringComparison.Ordinal) ? Digits(word.AsSpan(0, 2), 2) : Decades.GetValueOrDefault(word);
        return tens is >= 30 and <= 90 ? 1900 + tens : tens is 20 && word.Length > 3 ? 1920 : 0;
    }

    private static FrozenDictionary<string, int> Table(string rows) =>
        (from row in rows.Split(['|', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
         let parts = row.Split('=')
         from word in parts[0].Split(' ')
         select KeyValuePair.Create(word, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)))
        .ToFrozenDictionary(StringComparer.Ordinal);
}
