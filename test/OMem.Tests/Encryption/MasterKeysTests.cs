using OMem.Encryption;

namespace OMem.Tests.Encryption;

public sealed class MasterKeysTests
{
    private static readonly byte[] Context = [1, 2, 3];

    [Fact]
    public async Task Wrap_ThenUnwrap_GivesTheKey()
    {
        using var keys = MasterKeys.Parse([MasterKeys.NewKey()], "the test");
        var key = new byte[32];
        key[5] = 7;

        var wrapped = await keys.WrapAsync(key, Context);

        wrapped.MasterKeyId.ShouldBe(await keys.GetCurrentKeyIdAsync());
        (await keys.UnwrapAsync(wrapped, Context)).ShouldBe(key);
        (await Should.ThrowAsync<EncryptionException>(async () => await keys.UnwrapAsync(wrapped, new byte[] { 9 }))).Fault.ShouldBe(EncryptionFault.Damaged);
    }

    [Fact]
    public async Task Unwrap_UnderAnOlderKey_WorksWhenItIsGivenToo()
    {
        var (older, newer) = (MasterKeys.NewKey(), MasterKeys.NewKey());
        using var before = MasterKeys.Parse([older], "the test");
        using var both = MasterKeys.Parse([newer, older, newer], "the test");
        var wrapped = await before.WrapAsync(new byte[32], Context);

        (await both.UnwrapAsync(wrapped, Context)).Length.ShouldBe(32);
        both.KeyIds.Count.ShouldBe(2);
        (await both.GetCurrentKeyIdAsync()).ShouldNotBe(wrapped.MasterKeyId);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("c2hvcnQ=")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    [InlineData("MDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDAwMDA=")]
    [InlineData("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gIQ==")]
    public void Parse_NoRandomKey_NamesTheOriginAndNotTheKey(string text)
    {
        var fault = Should.Throw<EncryptionException>(() => MasterKeys.Parse([text], "OMEM_KEY"));

        fault.Fault.ShouldBe(EncryptionFault.InvalidKey);
        fault.Message.ShouldContain("OMEM_KEY");
        fault.Message.ShouldContain("omem key new");
        if (text.Length > 0)
        {
            fault.Message.ShouldNotContain(text);
        }
    }

    [Fact]
    public void Parse_NoKey_IsRefused() => Should.Throw<EncryptionException>(() => MasterKeys.Parse([], "OMEM_KEY")).Fault.ShouldBe(EncryptionFault.InvalidKey);

    [Fact]
    public void KeyIds_TellNothingOfTheKey()
    {
        var text = MasterKeys.NewKey();
        using var keys = MasterKeys.Parse([text], "the test");
        using var again = MasterKeys.Parse([" " + text + "\n"], "the test");

        again.KeyIds.ShouldBe(keys.KeyIds);
        keys.KeyIds[0].Length.ShouldBe(16);
        Convert.ToHexStringLower(Convert.FromBase64String(text)).ShouldNotContain(keys.KeyIds[0]);
    }
}
