namespace OMem.Understanding.Llm;

/// <summary>Why something a model answered was not taken over.</summary>
internal enum DropReason
{
    /// <summary>It does not have the shape asked for, or a field is missing, too long or not text.</summary>
    Misshapen = 0,

    /// <summary>It cites no message of the call.</summary>
    UnknownMessage = 1,

    /// <summary>The message cited is not by a person.</summary>
    NotByAPerson = 2,

    /// <summary>The words cited are not in the message.</summary>
    WordsNotFound = 3,

    /// <summary>It is about nobody the message speaks of.</summary>
    UnknownSubject = 4,

    /// <summary>The domain has no such aspect.</summary>
    UnknownAspect = 5,

    /// <summary>Polarity or tense is none there is.</summary>
    UnknownValue = 6,

    /// <summary>What it states is not said in the message, nor in the ones it answers.</summary>
    NotSaid = 7,

    /// <summary>The words are an instruction to whoever reads them, no statement.</summary>
    Instruction = 8,

    /// <summary>A validator of the domain refused it.</summary>
    RefusedByDomain = 9,

    /// <summary>There are more of one message than are taken.</summary>
    TooMany = 10,

    /// <summary>Only its time was dropped: no date, or one that cannot be.</summary>
    Time = 11,

    /// <summary>It decides something there is not.</summary>
    UnknownAction = 12,

    /// <summary>It names nothing that was shown with what it is about.</summary>
    UnknownTarget = 13,

    /// <summary>What it decides cannot be done to what it names.</summary>
    Unfit = 14,

    /// <summary>There was no usable answer about something that was asked.</summary>
    Undecided = 15,

    /// <summary>It was not asked about: the tokens that the batch's messages may take were used up.</summary>
    OverBudget = 16,

    /// <summary>The answer says that it holds more about a message than it does, also when asked again.</summary>
    Incomplete = 17,

    /// <summary>The words cited are quoted: somebody else's.</summary>
    Quoted = 18,
}
