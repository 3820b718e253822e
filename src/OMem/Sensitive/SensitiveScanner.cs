using OMem.Sensitive.Credentials;
using OMem.Sensitive.Numbers;
using OMem.Sensitive.Wallets;

namespace OMem.Sensitive;

/// <summary>Runs the detectors that a policy asks for over a text. The work grows with the length of the text alone, whatever stands in it.</summary>
internal static class SensitiveScanner
{
    /// <summary>Masking may bring a text about that holds something anew; more often than this it does not.</summary>
    private const int MostRounds = 8;

    private static readonly SensitiveDataPolicy Everything = SensitiveDataPolicy.All(SensitiveHandling.Mask);

    /// <summary>Finds everything, of every kind.</summary>
    public static void FindAll(ReadOnlySpan<char> text, Findings findings) => Find(text, Everything, findings);

    /// <summary>Finds what the policy does not keep.</summary>
    public static void Find(ReadOnlySpan<char> text, SensitiveDataPolicy policy, Findings findings)
    {
        findings.Clear();
        var hasDigits = text.ContainsAnyInRange('0', '9');
        if (policy.WalletKey is not SensitiveHandling.Keep)
        {
            WalletKeyDetector.Find(text, findings);
        }

        if (policy.Credential is not SensitiveHandling.Keep)
        {
            CredentialDetector.Find(text, findings);
        }

        if (policy.Email is not SensitiveHandling.Keep)
        {
            EmailDetector.Find(text, findings);
        }

        if (hasDigits)
        {
            FindNumbers(text, policy, findings);
        }

        findings.Resolve();
    }

    /// <summary>Masks a text. The same text comes back when there is nothing to mask.</summary>
    /// <param name="text">The text.</param>
    /// <param name="policy">What to mask.</param>
    /// <param name="findings">Working space; holds afterwards what must be refused, or nothing.</param>
    /// <param name="counts">By kind, how many were masked so far; what is masked here is added.</param>
    public static string Clean(string text, SensitiveDataPolicy policy, Findings findings, Span<int> counts)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            Find(text, policy, findings);
            findings.Drop(policy, SensitiveHandling.Keep);
            if (findings.Count == 0)
            {
                break;
            }

            if (findings.Has(policy, SensitiveHandling.Refuse))
            {
                findings.Drop(policy, SensitiveHandling.Mask);
                return text;
            }

            findings.AddTo(counts);
            text = Mask.Apply(text, findings);
        }

        findings.Clear();
        return text;
    }

    /// <summary>A kind that is kept is looked for all the same where it could be taken for another: the middle of a card number is no telephone number.</summary>
    private static void FindNumbers(ReadOnlySpan<char> text, SensitiveDataPolicy policy, Findings findings)
    {
        var hasPhone = policy.Phone is not SensitiveHandling.Keep;
        var hasCard = policy.PaymentCard is not SensitiveHandling.Keep;
        if (policy.WalletAddress is not SensitiveHandling.Keep)
        {
            WalletAddressDetector.Find(text, findings);
        }

        if (hasCard || hasPhone || policy.Iban is not SensitiveHandling.Keep)
        {
            IbanDetector.Find(text, findings);
        }

        if (hasCard || hasPhone)
        {
            PaymentCardDetector.Find(text, findings);
        }

        if (hasPhone)
        {
            PhoneDetector.Find(text, findings);
        }
    }
}
