using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Sentinel.Exchange.Recovery;

/// <summary>One line of the log: <c>{"seq":n,"hash":"...","op":{...}}</c>, the hash over the hash before and the operation's bytes.</summary>
internal static class LogLine
{
    /// <summary>The hash before the first line.</summary>
    public const string FirstHash = "";

    private const int HashCharacters = 32;

    public static (byte[] Line, string Hash) Format(long sequence, string previous, string operation)
    {
        var hash = Hash(previous, operation);
        return (Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"seq\":{sequence},\"hash\":\"{hash}\",\"op\":{operation}}}\n")), hash);
    }

    /// <summary>The operation of a line and its hash; null when the line is not what was written.</summary>
    public static (string Operation, string Hash)? Parse(ReadOnlyMemory<byte> line, long sequence, string previous)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            var operation = root.GetProperty("op").GetRawText();
            var hash = Hash(previous, operation);
            var isSound = root.GetProperty("seq").GetInt64() == sequence && string.Equals(root.GetProperty("hash").GetString(), hash, StringComparison.Ordinal);
            return isSound ? (operation, hash) : null;
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static string Hash(string previous, string operation) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(previous + operation)))[..HashCharacters];
}
