using System.Buffers;

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
            "password", "passwd", "pwd", "passphrase", "passcode", "passwort", "kennwort", "contraseña", "mot de passe", "senha", "пароль", "密码", "密碼", "パスワード", "비밀번호"),
        .. Named("api key", isPassword: false, "api key", "api_key", "api-key", "apikey", "api keys", "access key", "access_key", "access-key", "accesskey", "accountkey", "auth key", "auth_key", "authkey",
            "subscription-key", "license key", "signing key", "encryption key"),
        .. Named("secret", isPassword: false, "secret", "private key", "private_key", "privatekey", "credential"),
        .. Named("access token", isPassword: false, "token", "bearer", "authorization", "session cookie", "session_id", "sessionid"),
    ];

    private static readonly SearchValues<string> Words = SearchValues.Create([.. All.Select(static name => name.Word)], StringComparison.OrdinalIgnoreCase);

    /// <summary>The place of the next word that names a secret, or -1.</summary>
    public static int Next(ReadOnlySpan<char> text, int place) => text[place..].IndexOfAny(Words) is >= 0 and var hit ? place + hit : -1;

    /// <summary>The longest name at a place where <see cref="Next"/> found one.</summary>
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
