namespace Sentinel.Memory;

/// <summary>What an entry of the journal records.</summary>
public enum JournalKind
{
    /// <summary>What was decided, deciding not to trade included: <see cref="Memory.Decision"/>.</summary>
    Decision = 0,

    /// <summary>A trade of an order: <see cref="FillEntry"/>.</summary>
    Fill = 1,

    /// <summary>What became of a decision at one horizon: <see cref="Memory.Outcome"/>.</summary>
    Outcome = 2,

    /// <summary>Whether a decision was a good one and whether it ended well: <see cref="Memory.Assessment"/>.</summary>
    Assessment = 3,

    /// <summary>Words about what happened, with the entries they rest on: <see cref="Memory.Reflection"/>.</summary>
    Reflection = 4,

    /// <summary>Something that happened in a market: <see cref="EventEntry"/>.</summary>
    Event = 5,

    /// <summary>The trader has changed, by numbers: <see cref="PersonaChangedEntry"/>.</summary>
    PersonaChanged = 6,

    /// <summary>A person set other limits: <see cref="Memory.MandateChanged"/>.</summary>
    MandateChanged = 7,

    /// <summary>The gate denied an order: <see cref="Memory.Denied"/>.</summary>
    Denied = 8,

    /// <summary>Trading was stopped or resumed: <see cref="Memory.Halted"/>.</summary>
    Halted = 9,

    /// <summary>Content was taken out at a person's wish: <see cref="Memory.Forgotten"/>.</summary>
    Forgotten = 10,

    /// <summary>Something an agent wrote down: a note with an end, an observation, a queued proposal: <see cref="Memory.AgentNote"/>.</summary>
    Note = 11,
}
