namespace OMem.Interactions;

/// <summary>Surface signs of a message: they make it more or less likely to answer some kind of question, whatever it is about.</summary>
internal readonly record struct SurfaceMarks
{
    /// <summary>Time words and numbers.</summary>
    public int TimeWords { get; init; }

    /// <summary>First-person words.</summary>
    public int FirstPerson { get; init; }

    /// <summary>Capitalised words inside a sentence that are not the name of the speaker.</summary>
    public int ProperNames { get; init; }

    /// <summary>Words of the past tense.</summary>
    public int PastWords { get; init; }

    /// <summary>Words of address ("you").</summary>
    public int YouWords { get; init; }

    /// <summary>Whether it ends with a question mark.</summary>
    public bool IsQuestion { get; init; }

    /// <summary>Whether it gives a reason.</summary>
    public bool GivesReason { get; init; }

    /// <summary>Whether a person says in it how things should be done from now on, or what they prefer.</summary>
    public bool IsDirective { get; init; }

    /// <summary>Tokens it takes in a prompt.</summary>
    public int Tokens { get; init; }
}
