using System.Text.Json;

namespace OMem.Cli.Import;

/// <summary>Says what is wrong with JSON text without the parser's own place, which counts from the start of the piece it saw.</summary>
internal static class JsonFault
{
    /// <summary>The fault as <c>not valid JSON at byte 17: ...</c>.</summary>
    public static string Describe(JsonException fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var message = fault.Message;
        foreach (var tail in (ReadOnlySpan<string>)[" LineNumber:", " Path:"])
        {
            var at = message.IndexOf(tail, StringComparison.Ordinal);
            message = at < 0 ? message : message[..at];
        }

        var place = fault.BytePositionInLine is { } position ? $" at byte {position + 1}" : "";
        return $"not valid JSON{place}: {message.TrimEnd('.', ' ')}";
    }
}
