namespace OMem.Tests.Sensitive;

/// <summary>Long texts made to keep a detector busy are scanned to their end. Work that grew with the square of the length would not come to one: the runner's limit would end it.</summary>
public sealed class HostileTextTests
{
    private const int Length = 1 << 18, Megabyte = 1 << 20;

    public static TheoryData<string> Pieces =>
    [
        "@", "a@", "a@b.", "a.", "1", "1 ", "1-", "+1", "(", "0 ", "4111 ", "4111-", "00", "DE89 ", "DE8", "A1", "eyJ", "eyJ.", "eyJhbGciOi", "sk-", "-sk-", "_ghp_", "ghp_a", "AKIA", "password", "password:", "password: ",
        "password is ", "password=a", "token ", "token a1", "api key", "secret\"", "bearer ", "--password ", "<password>", "://", "://a:", "://a:b@", ":AA", "1:AA", "-----BEGIN ", "-----BEGIN PRIVATE KEY-----", "-----END ",
        "0x", "0xab", "f", "5", "K", "1111111111111111111111111111111111111111111111111111", "abandon ", "seed phrase abandon ", "zoo,", "private key ", "tx ", "[masked: ", "[masked: api key]", "]", "\"", "😀", "ש", "\0", "\n",
        "password: [masked: ", "key-", "SG.", "/api/webhooks/", "bc1", "T", "phone ", "phone 1", "call me 1 ", "=", "a=", "is to is to ", "密码", "密码：", "пароль ", "电话", "é password",
    ];

    [Theory]
    [MemberData(nameof(Pieces))]
    public void Mask_OnePieceAgainAndAgain_ComesToAnEnd(string piece) => MaskAll(piece, Length);

    [Theory]
    [InlineData("key-")]
    [InlineData("token ")]
    [InlineData("zoo,")]
    [InlineData("密码")]
    [InlineData("1 ")]
    public void Mask_AMegabyte_ComesToAnEnd(string piece) => MaskAll(piece, Megabyte);

    private static void MaskAll(string piece, int length) =>
        SensitiveText.Mask(string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1)), SensitiveDataPolicy.All(SensitiveHandling.Mask)).ShouldNotBeNull();
}
