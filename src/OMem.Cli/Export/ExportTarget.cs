using System.Text;
using OMem.Cli.Hosting;

namespace OMem.Cli.Export;

/// <summary>Where an export goes: standard output, or a file that appears only when it is complete.</summary>
internal sealed class ExportTarget : IAsyncDisposable
{
    private readonly string? _path;
    private readonly string? _partial;

    private ExportTarget(TextWriter writer, string? path, string? partial)
    {
        Writer = writer;
        _path = path;
        _partial = partial;
    }

    /// <summary>Where to write.</summary>
    public TextWriter Writer { get; }

    /// <summary>Where to write bytes of UTF-8.</summary>
    public Stream Bytes => new TextBytes(Writer);

    /// <summary>Opens the target; null or <c>-</c> is standard output.</summary>
    public static ExportTarget Open(CliHost host, string? file)
    {
        ArgumentNullException.ThrowIfNull(host);
        if (file is null or "-")
        {
            return new ExportTarget(host.Out, null, null);
        }

        var path = Path.GetFullPath(file, host.WorkingDirectory);
        var partial = path + ".partial";
        var writer = new StreamWriter(partial, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        return new ExportTarget(writer, path, partial);
    }

    /// <summary>Makes a file target appear under its name.</summary>
    public async Task CompleteAsync()
    {
        await Writer.FlushAsync();
        if (_path is not null)
        {
            await Writer.DisposeAsync();
            File.Move(_partial!, _path, overwrite: true);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_partial is not null)
        {
            await Writer.DisposeAsync();
            File.Delete(_partial);
        }
    }
}
