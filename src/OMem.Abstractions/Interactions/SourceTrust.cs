namespace OMem;

/// <summary>How far a source may be believed.</summary>
public enum SourceTrust
{
    /// <summary>Its words are kept and can be recalled, but nothing is concluded from them.</summary>
    Untrusted = 0,

    /// <summary>What it says about a person is held back until somebody who can vouch for it says the same. Usual for assistants, tools, documents and feeds.</summary>
    Low = 1,

    /// <summary>A person's own word. Usual for persons.</summary>
    Trusted = 2,
}
