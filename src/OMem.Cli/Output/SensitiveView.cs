using OMem.Cli.Hosting;
using OMem.Cli.Import;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Says what the policy for sensitive data is and did. Never a value.</summary>
internal static class SensitiveView
{
    /// <summary>A kind as options and tables name it.</summary>
    public static string Name(SensitiveKind kind) => kind switch
    {
        SensitiveKind.Email => "email",
        SensitiveKind.Phone => "phone",
        SensitiveKind.PaymentCard => "card",
        SensitiveKind.Iban => "iban",
        SensitiveKind.Credential => "credential",
        SensitiveKind.WalletKey => "wallet-key",
        SensitiveKind.WalletAddress => "wallet-address",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>A policy on one line: <c>mask credential, wallet-key; keep the rest</c>.</summary>
    public static string Line(SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var kinds = Enum.GetValues<SensitiveKind>();
        var parts = new[] { SensitiveHandling.Refuse, SensitiveHandling.Mask }
            .Select(handling => (handling, names: kinds.Where(kind => policy.Of(kind) == handling).Select(Name).ToList()))
            .Where(static part => part.names.Count > 0)
            .Select(static part => $"{Word(part.handling)} {string.Join(", ", part.names)}").ToList();
        if (kinds.Any(kind => policy.Of(kind) is SensitiveHandling.Keep))
        {
            parts.Add(parts.Count == 0 ? "keep everything" : "keep the rest");
        }

        return string.Join("; ", parts);
    }

    /// <summary>Draws a policy.</summary>
    public static void Write(IAnsiConsole console, SensitiveDataPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(policy);
        var rows = new PairTable();
        foreach (var kind in Enum.GetValues<SensitiveKind>())
        {
            rows.Add(Name(kind), Word(policy.Of(kind)));
        }

        console.Write(rows.Table);
    }

    /// <summary>Names entries that were refused, on the error stream.</summary>
    public static void WriteRefused(CommandContext context, IReadOnlyList<ImportFault> refused)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(refused);
        foreach (var fault in refused)
        {
            context.Host.Error.Write($"refused {SafeText.Line(fault.Place)}: {SafeText.Line(fault.Fault)}\n");
        }
    }

    /// <summary>Says how much was masked and refused; nothing when there was nothing.</summary>
    public static void WriteCounts(CommandContext context, IReadOnlyList<SensitiveCount> masked, int refused)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(masked);
        var parts = new List<string>();
        if (masked.Count > 0)
        {
            parts.Add($"masked {string.Join(", ", masked.Select(static count => $"{PairTable.Count(count.Count)} {Name(count.Kind)}"))}");
        }

        if (refused > 0)
        {
            parts.Add($"refused {PairTable.Count(refused)} {(refused == 1 ? "message" : "messages")}");
        }

        if (parts.Count > 0)
        {
            context.Host.Out.Write($"Sensitive data: {string.Join("; ", parts)} ('omem policy show').\n");
        }
    }

    private static string Word(SensitiveHandling handling) => handling.ToString().ToLowerInvariant();
}
