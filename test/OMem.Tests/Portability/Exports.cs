using System.Text;

namespace OMem.Tests.Portability;

/// <summary>Exports and restores through bytes.</summary>
internal static class Exports
{
    public static async Task<byte[]> ExportAsync(this IMemory memory)
    {
        using var stream = new MemoryStream();
        await memory.ExportAsync(stream);
        return stream.ToArray();
    }

    public static Task<RestoreResult> RestoreAsync(this IMemory memory, byte[] export, RestoreOptions? options = null) =>
        memory.RestoreAsync(new MemoryStream(export), options);

    public static string[] Lines(byte[] export) => Encoding.UTF8.GetString(export).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Lines with an end of their own, so that only what was changed is at fault.</summary>
    public static byte[] Sealed(IEnumerable<string> lines)
    {
        var before = Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(before));
        return [.. before, .. Encoding.UTF8.GetBytes($$"""{"type":"end","sha256":"{{hash}}"}""" + "\n")];
    }
}
