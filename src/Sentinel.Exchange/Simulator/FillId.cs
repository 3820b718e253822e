using System.Globalization;

namespace Sentinel.Exchange.Simulator;

/// <summary>Ids of fills count up, so that their ordinal order is the order in which the venue booked them.</summary>
internal static class FillId
{
    public static string Of(int number) => string.Create(CultureInfo.InvariantCulture, $"f{number:D9}");

    /// <summary>The number of an id; null for no id of this venue.</summary>
    public static int? Number(string id) =>
        id.Length == 10 && id[0] == 'f' && int.TryParse(id.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
