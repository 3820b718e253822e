namespace OMem.Encryption;

/// <summary>Evidence as the store is given it: the interaction's id is a token, position and span stay in the clear.</summary>
internal static class SealedEvidence
{
    public static Evidence[] Seal(ScopeKeys keys, IReadOnlyList<Evidence> evidence) =>
        [.. evidence.Select(one => one with { InteractionId = keys.Token(TokenKind.Interaction, one.InteractionId) })];

    public static Evidence[] Open(ScopeKeys keys, IReadOnlyList<Evidence> evidence) =>
        [.. evidence.Select(one => one with { InteractionId = keys.Word(TokenKind.Interaction, one.InteractionId) })];
}
