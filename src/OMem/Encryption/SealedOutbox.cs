using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Failures of understanding as the store is given them: the error is sealed, with the scope's token before it, because the status of a whole store names no scopes.</summary>
internal static class SealedOutbox
{
    private const char Separator = ':';

    public static OutboxAttempt Seal(ScopeKeys keys, string ringName, OutboxAttempt attempt)
    {
        using var plain = new Pack().Add(attempt.Error);
        using var bound = Bound(attempt.Sequence);
        return attempt with { Error = ringName + Separator + keys.SealText(plain.Written, bound) };
    }

    /// <summary>The name of the scope's entry in the key ring.</summary>
    public static string RingNameOf(OutboxFailure failure) =>
        failure.Error.IndexOf(Separator, StringComparison.Ordinal) is >= 0 and var end ? failure.Error[..end] : throw Broken(failure.Sequence);

    public static OutboxFailure Open(ScopeKeys keys, OutboxFailure failure)
    {
        var text = failure.Error[(failure.Error.IndexOf(Separator, StringComparison.Ordinal) + 1)..];
        using var bound = Bound(failure.Sequence);
        var reader = new PackReader(keys.OpenText(text, bound, Broken(failure.Sequence).What));
        return failure with { InteractionId = keys.Word(TokenKind.Interaction, failure.InteractionId), Error = reader.Text() };
    }

    private static Pack Bound(long sequence) => new Pack().Add((byte)FieldKind.OutboxError).Add(sequence);

    private static SealBrokenException Broken(long sequence) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"The error of the interaction at position {sequence}"));
}
