namespace OMem.Trust;

/// <summary>Ids of what is held back: the id that the same statement has when it is believed, marked. So neither is taken for the other.</summary>
internal static class HeldIds
{
    private const char Mark = 'h';

    /// <summary>The id of a statement while it is held back.</summary>
    public static string Of(string id) => Mark + id;

    /// <summary>The id that it has when it is believed.</summary>
    public static string Believed(string id) => id[1..];

    /// <summary>Whether an id is of something that is or was held back.</summary>
    public static bool Is(string id) => id.StartsWith(Mark);
}
