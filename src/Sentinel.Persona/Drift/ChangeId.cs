using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Persona;

/// <summary>Ids of changes, from what they say.</summary>
internal static class ChangeId
{
    public static PersonaChanged Of(PersonaChanged change)
    {
        var content = string.Create(CultureInfo.InvariantCulture, $"{change.Attribute}|{change.Method}|{change.EventTime.UtcTicks}|{change.KnownAt.UtcTicks}");
        return change with { Id = "chg-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 8)) };
    }
}
