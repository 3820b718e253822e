using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace OMem;

/// <summary>Writes and checks receipts of erasing. The same receipt gives the same bytes, on every machine.</summary>
public static class EraseReceipts
{
    /// <summary>The receipt as one line of canonical JSON: fields in the order of the record, no white space.</summary>
    public static string Write(EraseReceipt receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return JsonSerializer.Serialize(receipt, ReceiptJson.Lines.EraseReceipt);
    }

    /// <summary>Reads a receipt and checks its hash.</summary>
    /// <exception cref="FormatException">It is damaged, of another version, or was changed after it was written.</exception>
    public static EraseReceipt Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        EraseReceipt? receipt;
        try
        {
            receipt = JsonSerializer.Deserialize(json, ReceiptJson.Lines.EraseReceipt);
        }
        catch (JsonException fault)
        {
            throw new FormatException("It is not the receipt of an erase.", fault);
        }

        return receipt is not { Version: EraseReceipt.CurrentVersion } ? throw new FormatException("It is not the receipt of an erase, or one of another version.")
            : string.Equals(Seal(receipt).Sha256, receipt.Sha256, StringComparison.Ordinal) ? receipt
            : throw new FormatException("The hash that the receipt names is not its own: it was changed after it was written.");
    }

    /// <summary>Whether a receipt is of a scope.</summary>
    public static bool IsOf(EraseReceipt receipt, MemoryScope scope)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        ArgumentNullException.ThrowIfNull(scope);
        return string.Equals(receipt.Scope, HashOf(scope), StringComparison.Ordinal);
    }

    internal static string HashOf(MemoryScope scope) => Hash(scope.ToString());

    internal static EraseReceipt Seal(EraseReceipt receipt) => receipt with { Sha256 = Hash(Write(receipt with { Sha256 = "" })) };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>The JSON of receipts.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(EraseReceipt))]
internal sealed partial class ReceiptJson : JsonSerializerContext
{
    private static readonly Lazy<ReceiptJson> LinesContext = new(() => new ReceiptJson(new JsonSerializerOptions(Default!.Options)
    {
        TypeInfoResolver = null,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    }));

    /// <summary>Letters of every script stay readable.</summary>
    public static ReceiptJson Lines => LinesContext.Value;
}
