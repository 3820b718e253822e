namespace OMem.Sqlite.Tests.Isolation;

/// <summary>A memory as bytes.</summary>
internal static class Exported
{
    public static async Task<byte[]> BytesAsync(IMemory memory)
    {
        using var stream = new MemoryStream();
        await memory.ExportAsync(stream);
        return stream.ToArray();
    }
}
