namespace OMem.Cli.Import;

/// <summary>The layouts <c>omem import</c> and <c>omem remember</c> read.</summary>
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

    /// <summary>What <c>omem export --full</c> writes.</summary>
    Omem = 4,

    /// <summary>The <c>conversations.json</c> of a ChatGPT data export.</summary>
    Chatgpt = 5,

    /// <summary>The <c>conversations.json</c> of a Claude data export.</summary>
    Claude = 6,

    /// <summary>Memories of Mem0.</summary>
    Mem0 = 7,

    /// <summary>Facts and episodes of a Zep graph; messages of a Zep session are chat messages.</summary>
    Zep = 8,

    /// <summary>An agent file or the messages of a Letta agent.</summary>
    Letta = 9,

    /// <summary>A table with a header.</summary>
    Csv = 10,
}
