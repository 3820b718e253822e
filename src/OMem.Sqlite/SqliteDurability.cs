namespace OMem.Sqlite;

/// <summary>What an acknowledged write promises.</summary>
public enum SqliteDurability
{
    /// <summary>It survives the end of the process and a loss of power: one file sync for each commit (<c>synchronous=FULL</c>).</summary>
    Full = 0,

    /// <summary>It survives the end of the process; a loss of power may take the last commits, never the file (<c>synchronous=NORMAL</c>).</summary>
    Normal = 1,
}
