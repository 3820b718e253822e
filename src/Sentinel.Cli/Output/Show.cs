using System.Globalization;

namespace Sentinel.Cli.Output;

/// <summary>Numbers and times as text, the same in every culture.</summary>
internal static class Show
{
    /// <summary>A time to the minute, UTC.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>Money with two decimals.</summary>
    public static string Money(decimal value) => value.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A price or quantity as it is.</summary>
    public static string Plain(decimal value) => value.ToString("0.##########", CultureInfo.InvariantCulture);

    /// <summary>A statistic.</summary>
    public static string Number(double? value, string format = "0.###") => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "";

    /// <summary>A part of one as per cent.</summary>
    public static string Percent(double value) => value.ToString("+0.0%;-0.0%;0.0%", CultureInfo.InvariantCulture);

    /// <summary>A count.</summary>
    public static string Count(long value) => value.ToString("#,0", CultureInfo.InvariantCulture);
}
