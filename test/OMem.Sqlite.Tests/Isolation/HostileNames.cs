using CsCheck;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>What people, programs and attackers put into a filter.</summary>
internal static class HostileNames
{
    /// <summary>Names that may be stored: as speakers, sessions and subjects.</summary>
    public static IReadOnlyList<string> Stored { get; } =
    [
        "Ann", "ann", "Anna", "An_", "%", "Ann%", "Ren\u00e9", "Rene\u0301", "' OR '1'='1", "Ann'; DROP TABLE interaction; --", "\"Ann\" OR Bob",
        "Ann AND NOT Bob", "speaker:Ann", "NEAR(Ann Bob, 3)", "Ann*", "(Ann)", "\u05d0\u05d1", "\u202eann", "\U0001F469\u200d\U0001F4BB", "NULL", "1", "01", "?1", "\\", "\ufffd",
    ];

    private static readonly string[] Pieces =
    [
        "'", "\"", "''", "`", ";", "--", "/*", "*/", "%", "_", "*", "(", ")", ":", "^", "-", "+", "?", "?1", "@a", "$a", "[", "]", "\\", "\0", "\u0001", "\n", " ",
        " OR ", " AND ", " NOT ", "NEAR(", " LIKE ", " GLOB ", " MATCH ", " UNION SELECT ", "1=1", "NULL", "CAST(x AS TEXT)", "char(0)", "sqlite_schema", "scope_id", "x'41'",
        "\ud800", "\udc00", "\ud83d", "\u202e", "\u0301", "\u200d", "\ufeff", "\ufffd", "\u05d0", "\u0130", "\u0131", "\u00df", "\U0001F469", "Ann", "ann", "Bob", "theremox", "9223372036854775808",
    ];

    private static readonly Gen<string> OfStored = Gen.Int[0, Stored.Count - 1].Select(i => Stored[i]);

    private static readonly Gen<string> Changed =
        from name in OfStored
        from piece in Gen.Int[0, Pieces.Length - 1]
        from way in Gen.Int[0, 6]
        select way switch
        {
            0 => name + Pieces[piece],
            1 => Pieces[piece] + name,
            2 => name.ToUpperInvariant(),
            3 => name.Normalize(System.Text.NormalizationForm.FormD),
            4 => name + "\0",
            5 => name + " ",
            _ => name[..^1],
        };

    private static readonly Gen<string> Grammar = Gen.Int[0, Pieces.Length - 1].Array[0, 12].Select(static places => string.Concat(places.Select(static i => Pieces[i])));

    private static readonly Gen<string> Long = OfStored.Select(static name => string.Concat(Enumerable.Repeat(name, 20_000)));

    /// <summary>Any text to search for.</summary>
    public static Gen<string> Texts { get; } = Gen.Frequency(
        (3, OfStored), (3, Grammar), (1, Changed), (12, Pick.One("Where does Ann live?", "What does Ann love?", "theremox", "Does Bob live in Bergen and love chess?", "I own a boat")), (1, Long.Select(static text => text[..Math.Min(text.Length, 5_000)])));

    /// <summary>Any name to filter by, or none.</summary>
    public static Gen<string?> Filters { get; } = Gen.Frequency((8, OfStored.Select(static name => (string?)name)), (2, Changed.Select(static name => (string?)name)), (2, Grammar.Select(static name => (string?)name)), (1, Long.Select(static name => (string?)name)), (1, Gen.Const((string?)"")), (16, Gen.Const((string?)null)));

    /// <summary>Whether no name that is stored can be it: it is empty or no Unicode text.</summary>
    public static bool IsBroken(string? name)
    {
        if (name is "")
        {
            return true;
        }

        for (var i = 0; name is not null && i < name.Length; i++)
        {
            if (char.IsHighSurrogate(name[i]) && i + 1 < name.Length && char.IsLowSurrogate(name[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(name[i]))
            {
                return true;
            }
        }

        return false;
    }
}
