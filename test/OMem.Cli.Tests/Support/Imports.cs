using OMem.Cli.Import;

namespace OMem.Cli.Tests.Support;

/// <summary>Reads an import given as text.</summary>
internal static class Imports
{
    public static async Task<List<ImportedItem>> ReadAsync(string text, ImportFormat format = ImportFormat.Auto, ImportOptions? options = null)
    {
        using var host = new TestHost { Input = text };
        await using var source = await ImportSource.OpenAsync(host.Host, "-", format, CancellationToken.None);
        return await source.ReadAsync(options ?? new ImportOptions(), CancellationToken.None).ToListAsync();
    }

    public static async Task<Interaction> OneAsync(string text, ImportOptions? options = null) =>
        (await ReadAsync(text, options: options)).ShouldHaveSingleItem().Interaction.ShouldNotBeNull();

    public static async Task<string> FaultAsync(string text, ImportOptions? options = null)
    {
        var item = (await ReadAsync(text, options: options)).ShouldHaveSingleItem();
        item.Interaction.ShouldBeNull();
        return $"{item.Place}: {item.Fault}";
    }
}
