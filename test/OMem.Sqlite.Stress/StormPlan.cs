namespace OMem.Sqlite.Stress;

/// <summary>How hard to shake.</summary>
/// <param name="Processes">Processes that write to one file at the same time.</param>
/// <param name="Writers">Writers in each.</param>
/// <param name="Messages">Messages of each writer.</param>
/// <param name="Kills">How often one of the processes is killed and started again.</param>
/// <param name="Seed">Decides who is killed, and when.</param>
internal sealed record StormPlan(int Processes, int Writers, int Messages, int Kills, int Seed)
{
    public int Total => Processes * Writers * Messages;
}

/// <summary>What came of it.</summary>
internal sealed record StormReport
{
    public int Kills { get; set; }

    /// <summary>Kills of a process that had written something new in that life, and had more of its share to write.</summary>
    public int KillsInFirstWrites { get; set; }

    public int KillsWhileOpening { get; set; }

    /// <summary>Kills of a process that still sent what an earlier life had sent.</summary>
    public int KillsInResent { get; set; }

    /// <summary>How often all processes were killed at once.</summary>
    public int KillsOfAll { get; set; }

    /// <summary>How often the file was opened, checked and read in full.</summary>
    public int Checks { get; set; }

    public int Acknowledged { get; set; }

    public int Stored { get; set; }

    public int Lost { get; set; }

    public int Duplicated { get; set; }

    public int Damaged { get; set; }

    public List<string> Faults { get; } = [];

    public bool IsSound => Lost == 0 && Duplicated == 0 && Damaged == 0 && Faults.Count == 0;
}
