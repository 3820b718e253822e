namespace OMem.Understanding.Attributes;

/// <summary>Words readers and consolidation agree on.</summary>
internal static class AttributeWords
{
    /// <summary>The value of an ended attribute that names none: whichever is current ("I quit my job").</summary>
    public const string Current = "*";

    /// <summary>The aspect of what has ended whatever it was: it ends what is known alike in every aspect.</summary>
    public const string AnyAspect = "*";

    /// <summary>The aspect of plans, wishes and goals.</summary>
    public const string Goal = "goal";

    /// <summary>The aspect of people somebody has.</summary>
    public const string Relation = "relation";
}
