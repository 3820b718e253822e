using OMem.Sqlite.Access;

namespace OMem.Sqlite.Log;

/// <summary>Role and trust of an interaction in one column.</summary>
internal static class RoleColumn
{
    private const int Bits = 8;

    public static long Of(Interaction given) => (long)given.Role | (given.Trust is { } trust ? ((long)trust + 1) << Bits : 0);

    public static SpeakerRole Role(this Statement row, int column) => (SpeakerRole)(row.Int32(column) & ((1 << Bits) - 1));

    public static SourceTrust? Trust(this Statement row, int column) => row.Int32(column) >> Bits is > 0 and var level ? (SourceTrust)(level - 1) : null;
}
