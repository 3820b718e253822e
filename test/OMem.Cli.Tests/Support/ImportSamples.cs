using OMem.Cli.Import;

namespace OMem.Cli.Tests.Support;

/// <summary>The files of samples/import.</summary>
internal static class ImportSamples
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "samples", "import", name);

    public static string Text(string name) => File.ReadAllText(Path(name));

    public static async Task<(ImportFormat Format, List<ImportedItem> Items)> ReadAsync(string name, ImportOptions? options = null)
    {
        using var host = new TestHost();
        await using var source = await ImportSource.OpenAsync(host.Host, Path(name), ImportFormat.Auto, CancellationToken.None);
        return (source.Detected.Format, await source.ReadAsync(options ?? new ImportOptions(), CancellationToken.None).ToListAsync());
    }

    /// <summary>One line an item: id, role, speaker, session, time and text, or why it is left out or at fault.</summary>
    public static string Describe(ImportedItem item) => item switch
    {
        { LeftOut: { } reason } => $"- {reason}",
        { Interaction: null } => $"! {item.Place}: {item.Fault}",
        { Interaction: { } said } => $"{said.Role}|{said.Speaker}|{said.Session}|{said.OccurredAt:yyyy-MM-ddTHH:mm:ss.FFFzzz}|{said.Text.ReplaceLineEndings("/")}",
    };
}
