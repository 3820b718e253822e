using System.Globalization;

namespace OMem.Cli.Forgetting;

/// <summary>Lengths of time as people write them: <c>30m</c>, <c>12h</c>, <c>90d</c>, <c>2w</c>.</summary>
internal static class Durations
{
    private const int DaysOfAWeek = 7;
    private const int MostDays = 100_000;

    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (text.Length < 2 || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return false;
        }

        double days = text[^1] switch
        {
            'm' => number / 1440.0,
            'h' => number / 24.0,
            'd' => number,
            'w' => number * (double)DaysOfAWeek,
            _ => 0,
        };
        if (days is 0 or > MostDays)
        {
            return false;
        }

        duration = text[^1] switch
        {
            'm' => TimeSpan.FromMinutes(number),
            'h' => TimeSpan.FromHours(number),
            _ => TimeSpan.FromDays((int)days),
        };
        return true;
    }

    public static string Text(TimeSpan duration) => duration switch
    {
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerDay == 0 => string.Create(CultureInfo.InvariantCulture, $"{duration.Days:#,0} days"),
        { Ticks: var ticks } when ticks % TimeSpan.TicksPerHour == 0 => string.Create(CultureInfo.InvariantCulture, $"{(long)duration.TotalHours:#,0} hours"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:#,0.##} minutes"),
    };
}
