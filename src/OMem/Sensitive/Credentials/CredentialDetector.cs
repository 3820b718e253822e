namespace OMem.Sensitive.Credentials;

/// <summary>Finds what opens something: by its own form, or by the words that name it.</summary>
internal static class CredentialDetector
{
    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        KnownTokens.Find(text, findings);
        StructuredTokens.Find(text, findings);
        NamedSecrets.Find(text, findings);
    }
}
