namespace OMem.Sensitive.Credentials;

/// <summary>The words that name a secret: <c>password</c>, <c>api_key</c>, <c>token</c>.</summary>
/// <param name="Word">The word.</param>
/// <param name="Label">What the mark says.</param>
/// <param name="IsPassword">Whether people choose it: it may look like anything. Else it is drawn at random.</param>
internal sealed record SecretName(string Word, string Label, bool IsPassword)
{
    private static readonly SecretName[] All =
    [
        .. Named("password", isPassword: true,
            "password", "passwd", "pwd", "pw", "passphrase", "passcode", "passwort", "kennwort", "contraseña", "mot de passe", "senha", "пароль", "密码", "密碼", "パスワード", "비밀번호"),
        .. Named("api key", isPassword: false, "api key", "api_key", "api-key", "apikey", "api keys", "access key", "access_key", "access-key", "accesskey", "accountkey", "auth key", "auth_key", "authkey",
            "subscription-key", "license key", "signing key", "encryption key"),
        .. Named("secret", isPassword: false, "secret", "private key", "private_key", "privatekey", "credential"),
        .. Named("access token", isPassword: false, "token", "bearer", "authorization", "session cookie", "session_id", "sessionid"),
    ];

    private static readonly WordSearch Words = new([.. All.Select(static name => name.Word)]);

    /// <summary>The places of words that name a secret.</summary>
    public static WordSearch.Places In(ReadOnlySpan<char> text) => Words.In(text);

    /// <summary>The longest name at a place where <see cref="In"/> found one.</summary>
    public static SecretName At(ReadOnlySpan<char> text)
    {
        SecretName? longest = null;
        foreach (var name in All)
        {
            if ((longest is null || name.Word.Length > longest.Word.Length) && text.StartsWith(name.Word, StringComparison.OrdinalIgnoreCase))
            {
                longest = name;
            }
        }

        return longest ?? throw new InvalidOperationException("A word was found that names no secret.");
    }

    private static IEnumerable<SecretName> Named(string label, bool isPassword, params string[] words) => words.Select(word => new SecretName(word, label, isPassword));
}
