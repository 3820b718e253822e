using System.Security.Cryptography;
using OMem.Sensitive;
using OMem.Sensitive.Numbers;
using OMem.Sensitive.Wallets;

namespace OMem.Tests.Sensitive;

/// <summary>Checksums against the published examples of each.</summary>
public sealed class DetectorTests
{
    [Fact]
    public void SeedWords_Resource_IsThePublishedList()
    {
        using var list = typeof(SeedWords).Assembly.GetManifestResourceStream("OMem.Sensitive.bip39-english.txt").ShouldNotBeNull();

        Convert.ToHexStringLower(SHA256.HashData(list)).ShouldBe("2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda");
        (SeedWords.PlaceOf("abandon"), SeedWords.PlaceOf("ZOO"), SeedWords.PlaceOf("zoos")).ShouldBe((0, 2047, -1));
    }

    [Theory]
    [InlineData("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about", true)]
    [InlineData("legal winner thank year wave sausage worth useful legal winner thank yellow", true)]
    [InlineData("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo vote", true)]
    [InlineData("abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon", false)]
    [InlineData("legal winner thank year wave sausage worth useful legal winner thank year", false)]
    public void SeedWords_PublishedPhrases_HaveTheirChecksum(string phrase, bool isPhrase) =>
        SeedWords.IsPhrase(phrase.Split(' ').Select(static word => SeedWords.PlaceOf(word)).ToArray()).ShouldBe(isPhrase);

    [Theory]
    [InlineData("BC1QW508D6QEJXTDG4Y5R3ZARVARY0C5XW7KV8F3T4", true)]
    [InlineData("bc1p0xlxvlhemja6c4dqv22uapctqupfhlxm9h8z3k2e72q4k9hcz7vqzk5jj0", true)]
    [InlineData("bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t5", false)]
    [InlineData("tb1qw508d6qejxtdg4y5r3zarvary0c5xw7kxpjzsx", false)]
    public void Bech32_PublishedAddresses_HaveTheirChecksum(string address, bool isAddress) => Bech32.IsAddress(address).ShouldBe(isAddress);

    [Theory]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa", 21)]
    [InlineData("1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNb", -1)]
    [InlineData("5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ", 33)]
    [InlineData("0OIl", -1)]
    [InlineData("", -1)]
    public void Base58_PublishedKeysAndAddresses_HaveTheirLength(string text, int length)
    {
        Span<byte> payload = stackalloc byte[96];

        Base58.DecodeChecked(text, payload).ShouldBe(length);
    }

    [Theory]
    [InlineData("4111111111111111", true)]
    [InlineData("378282246310005", true)]
    [InlineData("4111111111111112", false)]
    [InlineData("1111111111111117", false)]
    [InlineData("4444444444444444", false)]
    public void Card_PublishedTestNumbers_AreCards(string digits, bool isCard) => PaymentCardDetector.IsCard(digits).ShouldBe(isCard);

    [Fact]
    public void Marks_OfEveryLabel_FitTheWindowThatLooksForThem()
    {
        var labels = LabelledCase.Read("labelled.txt").SelectMany(static one => SensitiveText.Find(one.Text)).Select(static finding => finding.Label).Distinct(StringComparer.Ordinal);

        labels.ShouldAllBe(static label => Mask.Mark(label).Length <= Mask.LongestMark);
    }

    [Fact]
    public void Policy_WrittenAndRead_IsTheSame()
    {
        var policy = new SensitiveDataPolicy { Email = SensitiveHandling.Refuse, Phone = SensitiveHandling.Mask, Credential = SensitiveHandling.Keep };

        PolicyText.Read(PolicyText.Write(policy)).ShouldBe(policy);
        PolicyText.Read("Email=Mask").ShouldBe(SensitiveDataPolicy.Default with { Email = SensitiveHandling.Mask });
    }

    [Fact]
    public void Mask_SeveralKindsInOneText_MarksEach()
    {
        var masked = SensitiveText.Mask(
            "card 4111 1111 1111 1111, mail bob@example.com, phone +1 415 555 2671, DE89 3704 0044 0532 0130 00", SensitiveDataPolicy.All(SensitiveHandling.Mask));

        masked.ShouldBe("card [masked: card number], mail [masked: e-mail address], phone [masked: phone number], [masked: account number]");
    }

    [Fact]
    public void Mask_PhonesOnly_LeavesCardsAndAccountsAlone()
    {
        const string Text = "card 4111 1111 1111 1111, account DE89 3704 0044 0532 0130 00, phone +1 415 555 2671";

        SensitiveText.Mask(Text, SensitiveDataPolicy.All(SensitiveHandling.Keep) with { Phone = SensitiveHandling.Mask })
            .ShouldBe(Text.Replace("+1 415 555 2671", "[masked: phone number]", StringComparison.Ordinal));
    }
}
