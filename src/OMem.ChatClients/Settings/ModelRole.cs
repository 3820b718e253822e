namespace OMem.ChatClients;

/// <summary>What a model is used for. Each role may have a model of its own.</summary>
public enum ModelRole
{
    /// <summary>Reads interactions.</summary>
    Reader = 0,

    /// <summary>Decides Add, Ignore or Update where rules cannot.</summary>
    Consolidator = 1,

    /// <summary>Summarises clusters of attributes.</summary>
    Summarizer = 2,

    /// <summary>Answers questions.</summary>
    Answerer = 3,

    /// <summary>Judges answers in evaluations.</summary>
    Judge = 4,
}
