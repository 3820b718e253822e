using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;

namespace Sentinel;

/// <summary>The name of what is traded on a venue ("BTCUSDT"): 1-32 letters, digits or one of <c>- _ / @ . :</c>, kept in upper case.</summary>
[JsonConverter(typeof(SymbolJsonConverter))]
public readonly record struct Symbol : IComparable<Symbol>
{
    private const int MaxLength = 32;

    private readonly string? _value;

    private Symbol(string value) => _value = value;

    /// <summary>The name.</summary>
    public string Value => _value ?? "";

    /// <summary>Reads a symbol.</summary>
    /// <exception cref="FormatException">It is empty, too long, or holds another character.</exception>
    public static Symbol Parse(string text) => TryParse(text, out var symbol)
        ? symbol
        : throw new FormatException($"'{Shorten(text)}' is no symbol: 1-{MaxLength} letters, digits or one of - _ / @ . :");

    /// <summary>Reads a symbol.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Symbol symbol)
    {
        symbol = default;
        if (text is null || text.Length is 0 or > MaxLength || !text.All(IsLegal))
        {
            return false;
        }

        symbol = new Symbol(text.ToUpperInvariant());
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Symbol other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Ordinal order.</summary>
    public static bool operator <(Symbol left, Symbol right) => left.CompareTo(right) < 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >(Symbol left, Symbol right) => left.CompareTo(right) > 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator <=(Symbol left, Symbol right) => left.CompareTo(right) <= 0;

    /// <summary>Ordinal order.</summary>
    public static bool operator >=(Symbol left, Symbol right) => left.CompareTo(right) >= 0;

    private static bool IsLegal(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '/' or '@' or '.' or ':';

    private static string Shorten(string? text) => text is null ? "" : text.Length <= MaxLength ? text : string.Concat(text.AsSpan(0, MaxLength), "...");
}
