using OMem.Cli.Import;

namespace OMem.Cli.Tests.Support;

/// <summary>Reads an import from a file.</summary>
internal static class Files
{
    public static async Task<List<ImportedItem>> ReadAsync(TestHost host, string path)
    {
        await using var source = await ImportSource.OpenAsync(host.Host, path, ImportFormat.Auto, CancellationToken.None);
        return await source.ReadAsync(new ImportOptions(), CancellationToken.None).ToListAsync();
    }
}
