namespace Sentinel.Memory;

/// <summary>A trade of an order.</summary>
/// <param name="Fill">The trade.</param>
/// <param name="DecisionId">The decision behind the order, where known.</param>
public sealed record FillEntry(Fill Fill, string? DecisionId) : IJournalPayload
{
    /// <inheritdoc/>
    public string Id => $"fil-{Fill.Id}";

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Fill;
}

/// <summary>Something that happened in a market, with the words of a feed and how far they are trusted.</summary>
/// <param name="Event">The event.</param>
/// <param name="Text">Words of a feed; data, never instructions. Null for a detector's event.</param>
/// <param name="Source">Who said it.</param>
/// <param name="Trust">How far it is trusted.</param>
public sealed record EventEntry(MarketEvent Event, string? Text = null, string Source = "detector", SourceTrust Trust = SourceTrust.Computed) : IJournalPayload
{
    /// <inheritdoc/>
    public string Id => Event.Id;

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Event;
}

/// <summary>How far a source is trusted.</summary>
public enum SourceTrust
{
    /// <summary>Text of the outside world: news, chat of others.</summary>
    External = 0,

    /// <summary>Written by an agent of this system.</summary>
    Agent = 1,

    /// <summary>The trader's own words.</summary>
    Trader = 2,

    /// <summary>Computed by code from data.</summary>
    Computed = 3,
}

/// <summary>Words about what happened. Cites entries of the journal, or is refused.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">2-4 sentences.</param>
/// <param name="Cites">Ids of entries.</param>
/// <param name="DecisionId">The decision it is about.</param>
/// <param name="Author">The agent and its version.</param>
public sealed record Reflection(string Id, string Text, IReadOnlyList<string> Cites, string? DecisionId, string Author) : IJournalPayload
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Reflection;
}

/// <summary>A trait of the trader has changed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Attribute">The trait.</param>
/// <param name="Before">Its value before, in invariant form.</param>
/// <param name="After">Its value since.</param>
/// <param name="Statistic">What showed it ("jensen_shannon 0.31").</param>
/// <param name="Evidence">Ids it rests on.</param>
public sealed record PersonaChangedEntry(string Id, string Attribute, string? Before, string? After, string Statistic, IReadOnlyList<string> Evidence) : IJournalPayload
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.PersonaChanged;
}

/// <summary>A person set other limits.</summary>
/// <param name="Mandate">The limits, in force from its <c>KnownAt</c>.</param>
/// <param name="SetBy">The person.</param>
public sealed record MandateChanged(Mandate Mandate, string SetBy) : IJournalPayload
{
    /// <inheritdoc/>
    public string Id => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"man-{Mandate.Version}");

    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.MandateChanged;
}

/// <summary>The gate denied an order.</summary>
/// <param name="Id">Its id.</param>
/// <param name="DecisionId">The decision.</param>
/// <param name="Symbol">Which market.</param>
/// <param name="Findings">What the rules said.</param>
public sealed record Denied(string Id, string DecisionId, Symbol Symbol, IReadOnlyList<GateFinding> Findings) : IJournalPayload
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Denied;
}

/// <summary>Trading was stopped, or resumed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Code">The code of the rule, or <c>KILL_SWITCH</c>.</param>
/// <param name="IsHalted">Whether it is stopped from here on.</param>
/// <param name="Reason">Why, in words.</param>
/// <param name="By">A person, or <c>gate</c>.</param>
public sealed record Halted(string Id, string Code, bool IsHalted, string Reason, string By) : IJournalPayload
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Halted;
}

/// <summary>Content was taken out of memory at a person's wish. The chain stays; the entries named are read as if they were not there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Ids">What was forgotten.</param>
/// <param name="By">The person.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record Forgotten(string Id, IReadOnlyList<string> Ids, string By, string Reason) : IJournalPayload
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Forgotten;
}

/// <summary>Something an agent wrote down. It never changes a limit and never is a fact about the trader by itself.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Form">Note, observation or proposal.</param>
/// <param name="Topic">What it is about; the attribute of a proposal.</param>
/// <param name="Text">Its words; the value of a proposal.</param>
/// <param name="ExpiresAt">When a note ends.</param>
/// <param name="Evidence">Ids a proposal rests on.</param>
public sealed record AgentNote(string Id, AgentNoteForm Form, string Topic, string Text, DateTimeOffset? ExpiresAt, IReadOnlyList<string> Evidence) : IJournalPayload
{
    /// <inheritdoc/>
    [System.Text.Json.Serialization.JsonIgnore]
    public JournalKind Kind => JournalKind.Note;
}

/// <summary>Forms of what an agent writes down.</summary>
public enum AgentNoteForm
{
    /// <summary>A note with an end.</summary>
    Note = 0,

    /// <summary>An observation.</summary>
    Observation = 1,

    /// <summary>A queued proposal of a change to the persona.</summary>
    Proposal = 2,

    /// <summary>A person's answer to a proposal: accepted.</summary>
    Accepted = 3,

    /// <summary>A person's answer to a proposal: rejected.</summary>
    Rejected = 4,
}
