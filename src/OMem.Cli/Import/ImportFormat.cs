namespace OMem.Cli.Import;

/// <summary>The layouts <c>omem remember</c> reads.</summary>
internal enum ImportFormat
{
    /// <summary>Told from the first bytes.</summary>
    Auto = 0,

    /// <summary>One interaction a line: <c>{id, speaker, text, occurredAt, session?, metadata?, role?}</c>.</summary>
    Jsonl = 1,

    /// <summary>Chat messages <c>{role, content}</c>: an array, JSON Lines, or an object with <c>messages</c>.</summary>
    Messages = 2,

    /// <summary>The LoCoMo layout: conversations with numbered sessions.</summary>
    Locomo = 3,
}
