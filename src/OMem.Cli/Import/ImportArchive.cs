using System.IO.Compression;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using OMem.Cli.Hosting;

namespace OMem.Cli.Import;

/// <summary>The zip archive or folder of a data export: its <c>conversations.json</c>, or the numbered pieces of it that large exports have.</summary>
internal sealed partial class ImportArchive : IAsyncDisposable
{
    private readonly ZipArchive? _zip;
    private readonly string _name;
    private readonly List<Piece> _files;

    private ImportArchive(ZipArchive zip, string name)
    {
        _zip = zip;
        _name = name;
        _files = [.. zip.Entries
            .Where(entry => Conversations().IsMatch(entry.Name) && !entry.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal))
            .OrderBy(entry => entry.FullName, StringComparer.Ordinal)
            .Select(entry => new Piece(entry.FullName, entry.OpenAsync))];
    }

    private ImportArchive(string folder, string name)
    {
        _name = name;
        _files = [.. Directory.EnumerateFiles(folder, "conversations*.json")
            .Where(path => Conversations().IsMatch(Path.GetFileName(path)))
            .Order(StringComparer.Ordinal)
            .Select(path => new Piece(Path.GetFileName(path), _ => Task.FromResult<Stream>(File.OpenRead(path))))];
    }

    /// <summary>The folder of an unpacked data export; null when there are no conversations in it.</summary>
    public static ImportArchive? OfFolder(string path, string name) => new ImportArchive(path, name) is { _files.Count: > 0 } archive ? archive : null;

    /// <summary>Opens an archive; null when the stream is none, which is then at its start again.</summary>
    /// <exception cref="UsageException">It is damaged or holds no conversations.</exception>
    public static async Task<ImportArchive?> OpenAsync(Stream stream, string name, CancellationToken cancellationToken)
    {
        if (!stream.CanSeek)
        {
            return null;
        }

        var start = new byte[4];
        var read = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        stream.Position = 0;
        if (read < start.Length || !start.AsSpan().SequenceEqual("PK\u0003\u0004"u8))
        {
            return null;
        }

        try
        {
            var archive = new ImportArchive(await ZipArchive.CreateAsync(stream, ZipArchiveMode.Read, leaveOpen: true, entryNameEncoding: null, cancellationToken), name);
            return archive._files.Count > 0 ? archive : throw new UsageException(
                $"'{name}' is a zip archive without a conversations.json; unpack it and give the file to read.");
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException($"'{name}' is a damaged or cut off zip archive.", fault);
        }
    }

    /// <summary>The layout of its first file.</summary>
    /// <exception cref="UsageException">It fits no layout.</exception>
    public async Task<DetectedFormat> DetectAsync(ImportFormat wanted, CancellationToken cancellationToken)
    {
        await using var stream = await _files[0].Open(cancellationToken);
        var reader = PipeReader.Create(stream);
        try
        {
            return await FormatDetector.DetectAsync(reader, wanted, cancellationToken);
        }
        catch (InvalidDataException fault)
        {
            throw new UsageException($"'{_name}' is a damaged or cut off zip archive.", fault);
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    /// <summary>The entries of every file, in the order of their names.</summary>
    public async IAsyncEnumerable<ImportedItem> ReadAsync(
        ImportFormat format, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            await using var stream = await file.Open(cancellationToken);
            var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024));
            var detected = await FormatDetector.DetectAsync(reader, format, cancellationToken);
            await using var items = ImportSource.Read(reader, detected, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (true)
            {
                ImportedItem item;
                try
                {
                    if (!await items.MoveNextAsync())
                    {
                        break;
                    }

                    item = items.Current with { Place = $"{file.Name}, {items.Current.Place}" };
                }
                catch (InvalidDataException)
                {
                    item = new ImportedItem(file.Name, null, "the archive is damaged or cut off here") { IsFinal = true };
                }

                yield return item;
                if (item.IsFinal)
                {
                    yield break;
                }
            }

            await reader.CompleteAsync();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _zip?.DisposeAsync() ?? ValueTask.CompletedTask;

    [GeneratedRegex(@"^conversations(-[0-9]+)?\.json$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Conversations();

    private sealed record Piece(string Name, Func<CancellationToken, Task<Stream>> Open);
}
