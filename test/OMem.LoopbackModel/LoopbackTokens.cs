namespace OMem.LoopbackModel;

/// <summary>A token count that is no model's, but the same for the same text: four characters a token, four tokens a message.</summary>
public static class LoopbackTokens
{
    private const int CharactersPerToken = 4;
    private const int TokensPerMessage = 4;

    /// <summary>Tokens of a text.</summary>
    public static int Count(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return (text.Length + CharactersPerToken - 1) / CharactersPerToken;
    }

    /// <summary>Tokens of a prompt.</summary>
    public static int Count(IEnumerable<LoopbackMessage> messages) => messages.Sum(message => TokensPerMessage + Count(message.Text));
}
