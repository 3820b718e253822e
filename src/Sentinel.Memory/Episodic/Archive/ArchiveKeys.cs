namespace Sentinel.Memory;

/// <summary>Keys of the metadata of what is stored in OMem.</summary>
internal static class ArchiveKeys
{
    public const string Source = "source";
    public const string Symbol = "symbol";
    public const string Events = "events";
    public const string Decision = "decision";
    public const string Episode = "episode";
}
