namespace OMem;

/// <summary>What kind of sensitive data a text holds.</summary>
public enum SensitiveKind
{
    /// <summary>An e-mail address.</summary>
    Email = 0,

    /// <summary>A telephone number, with its country code, in a national form, or named as one.</summary>
    Phone = 1,

    /// <summary>The number of a payment card: right prefix, length and check digit.</summary>
    PaymentCard = 2,

    /// <summary>An account number with country, length and check digits of an IBAN.</summary>
    Iban = 3,

    /// <summary>What opens something: API keys, tokens, passwords, private keys in PEM form.</summary>
    Credential = 4,

    /// <summary>What moves money out of a wallet: private keys and seed phrases.</summary>
    WalletKey = 5,

    /// <summary>The public address of a wallet.</summary>
    WalletAddress = 6,
}
