namespace OMem;

/// <summary>What a memory does with each kind of sensitive data. Immutable.</summary>
public sealed record SensitiveDataPolicy
{
    /// <summary>Masks <see cref="SensitiveKind.Credential"/> and <see cref="SensitiveKind.WalletKey"/>, keeps the rest.</summary>
    public static SensitiveDataPolicy Default { get; } = new();

    /// <summary>E-mail addresses.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Keep"/>.</value>
    public SensitiveHandling Email { get; init; }

    /// <summary>Telephone numbers.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Keep"/>.</value>
    public SensitiveHandling Phone { get; init; }

    /// <summary>Payment cards.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Keep"/>.</value>
    public SensitiveHandling PaymentCard { get; init; }

    /// <summary>Account numbers.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Keep"/>.</value>
    public SensitiveHandling Iban { get; init; }

    /// <summary>API keys, tokens and passwords.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Mask"/>.</value>
    public SensitiveHandling Credential { get; init; } = SensitiveHandling.Mask;

    /// <summary>Private keys and seed phrases of wallets.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Mask"/>.</value>
    public SensitiveHandling WalletKey { get; init; } = SensitiveHandling.Mask;

    /// <summary>Public addresses of wallets.</summary>
    /// <value>The default is <see cref="SensitiveHandling.Keep"/>.</value>
    public SensitiveHandling WalletAddress { get; init; }

    /// <summary>One handling for every kind.</summary>
    /// <param name="handling">The handling.</param>
    public static SensitiveDataPolicy All(SensitiveHandling handling) => new()
    {
        Email = handling,
        Phone = handling,
        PaymentCard = handling,
        Iban = handling,
        Credential = handling,
        WalletKey = handling,
        WalletAddress = handling,
    };

    /// <summary>What is done with a kind.</summary>
    /// <param name="kind">The kind.</param>
    public SensitiveHandling Of(SensitiveKind kind) => kind switch
    {
        SensitiveKind.Email => Email,
        SensitiveKind.Phone => Phone,
        SensitiveKind.PaymentCard => PaymentCard,
        SensitiveKind.Iban => Iban,
        SensitiveKind.Credential => Credential,
        SensitiveKind.WalletKey => WalletKey,
        SensitiveKind.WalletAddress => WalletAddress,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The same policy with another handling of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="handling">The handling.</param>
    public SensitiveDataPolicy With(SensitiveKind kind, SensitiveHandling handling) => kind switch
    {
        SensitiveKind.Email => this with { Email = handling },
        SensitiveKind.Phone => this with { Phone = handling },
        SensitiveKind.PaymentCard => this with { PaymentCard = handling },
        SensitiveKind.Iban => this with { Iban = handling },
        SensitiveKind.Credential => this with { Credential = handling },
        SensitiveKind.WalletKey => this with { WalletKey = handling },
        SensitiveKind.WalletAddress => this with { WalletAddress = handling },
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
