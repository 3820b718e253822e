namespace OMem.Sqlite.Tests.Isolation;

/// <summary>What the owner's memory holds that a stranger might name.</summary>
/// <param name="Current">Id of an attribute that is current.</param>
/// <param name="Superseded">Id of one that is not.</param>
/// <param name="LastEntry">The last position of its ledger, far beyond the stranger's.</param>
/// <param name="Undo">The position of an undo in its ledger.</param>
/// <param name="Topic">Id of a topic.</param>
/// <param name="Export">Its export.</param>
internal sealed record Owned(string Current, string Superseded, long LastEntry, long Undo, string Topic, byte[] Export)
{
    public const string Speaker = "Zephyrox";
    public const string Session = "owner-session";
    public const string Interaction = "owner-1";
    public const string Clue = "theremox";

    /// <summary>Words that stand nowhere but in the owner's memory: of messages, speakers, sessions, ids, metadata, decisions and errors.</summary>
    public static IReadOnlyList<string> Canaries { get; } =
        [Speaker, Session, "owner-", Clue, "zanzibor", "quokkazor", "pilotrix", "marmelux", "captionix", "metadatix", "actorix", "reasonix", "failurix", "helperix", "parkedix", "pendingix"];
}
