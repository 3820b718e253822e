namespace OMem;

/// <summary>What a language model is asked to do. Each stage may use another model.</summary>
public enum ModelStage
{
    /// <summary>Read interactions: topics, attributes, facts.</summary>
    Read = 0,

    /// <summary>Decide Add, Ignore or Update where rules cannot.</summary>
    Consolidate = 1,

    /// <summary>Summarise clusters of attributes.</summary>
    Summarize = 2,

    /// <summary>Answer a question from what was recalled.</summary>
    Answer = 3,
}
