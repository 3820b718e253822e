namespace OMem;

/// <summary>What kind of party spoke.</summary>
public enum SpeakerRole
{
    /// <summary>A person: in a chat between people, or the user of an agent.</summary>
    Person = 0,

    /// <summary>A language model or agent that answers the user. What it says about the user is not the user's own word.</summary>
    Assistant = 1,

    /// <summary>The output of a tool.</summary>
    Tool = 2,

    /// <summary>Instructions or a persona given by the host.</summary>
    System = 3,

    /// <summary>A document that was read: a web page, a file, a mail.</summary>
    Document = 4,

    /// <summary>A feed of data: prices, news, events.</summary>
    Feed = 5,
}
