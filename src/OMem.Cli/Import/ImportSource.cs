using System.IO.Pipelines;
using OMem.Cli.Hosting;

namespace OMem.Cli.Import;

/// <summary>An opened import: what it is and its entries, read as a stream.</summary>
internal sealed class ImportSource : IAsyncDisposable
{
    private readonly Stream _stream;
    private readonly PipeReader _reader;

    private readonly string? _path;
    private readonly ImportArchive? _archive;

    private ImportSource(Stream stream, PipeReader reader, DetectedFormat detected, string? path, string name, ImportArchive? archive = null)
    {
        _archive = archive;
        _path = path;
        _stream = stream;
        _reader = reader;
        Detected = detected;
        Name = name;
    }

    /// <summary>The layout.</summary>
    public DetectedFormat Detected { get; }

    /// <summary>The file as given, or <c>standard input</c>.</summary>
    public string Name { get; }

    /// <summary>Bytes of the input; null when unknown.</summary>
    public long? Length => _stream.CanSeek ? _stream.Length : null;

    /// <summary>Bytes taken so far.</summary>
    public long Position => _stream.CanSeek ? _stream.Position : 0;

    /// <summary>Opens a file, or standard input for <c>-</c>.</summary>
    /// <exception cref="UsageException">It cannot be opened or fits no layout.</exception>
    public static async Task<ImportSource> OpenAsync(CliHost host, string file, ImportFormat wanted, CancellationToken cancellationToken)
    {
        var path = file is "-" ? null : Path.GetFullPath(file, host.WorkingDirectory);
        if (path is not null && wanted is not ImportFormat.Locomo && Directory.Exists(path) && ImportArchive.OfFolder(path, file) is { } folder)
        {
            return new ImportSource(Stream.Null, PipeReader.Create(Stream.Null), await folder.DetectAsync(wanted, cancellationToken), path, file, folder);
        }

        if (path is not null && wanted is ImportFormat.Auto or ImportFormat.Locomo && Directory.Exists(path))
        {
            return new ImportSource(Stream.Null, PipeReader.Create(Stream.Null), new DetectedFormat(ImportFormat.Locomo, ImportShape.Object), path, file);
        }

        var stream = path is null ? host.OpenInput() : OpenFile(path, file);
        try
        {
            if (path is not null && await ImportArchive.OpenAsync(stream, file, cancellationToken) is { } archive)
            {
                return new ImportSource(stream, PipeReader.Create(Stream.Null), await archive.DetectAsync(wanted, cancellationToken), path, file, archive);
            }

            var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 64 * 1024, leaveOpen: true));
            var detected = await FormatDetector.DetectAsync(reader, wanted, cancellationToken);
            return new ImportSource(stream, reader, detected, path, path is null ? "standard input" : file);
        }
        catch
        {
            await stream.DisposeAsync();
            throw;
        }
    }

    /// <summary>The bytes of the input, from its start, instead of its entries.</summary>
    public Stream AsStream() => _reader.AsStream();

    /// <summary>The entries, valid and not.</summary>
    public IAsyncEnumerable<ImportedItem> ReadAsync(ImportOptions options, CancellationToken cancellationToken) =>
        _archive is not null ? _archive.ReadAsync(Detected.Format, options, cancellationToken)
        : Detected.Format is not ImportFormat.Locomo ? Read(_reader, Detected, options, cancellationToken)
        : _path is not null ? LoCoMoImporter.ReadAsync(_path, options, cancellationToken)
        : throw new UsageException("The LoCoMo layout needs a file or a folder, not standard input.");

    /// <summary>The entries of an input whose layout is known.</summary>
    public static IAsyncEnumerable<ImportedItem> Read(
        PipeReader reader, DetectedFormat detected, ImportOptions options, CancellationToken cancellationToken) => detected.Format switch
    {
        ImportFormat.Messages => ChatMessagesImporter.ReadAsync(reader, detected.Shape, options, cancellationToken),
        ImportFormat.Chatgpt => JsonEntries.ReadAsync(reader, detected.Shape, "conversation", new ChatGptReader(options).Read, cancellationToken),
        ImportFormat.Claude => JsonEntries.ReadAsync(reader, detected.Shape, "conversation", new ClaudeReader(options).Read, cancellationToken),
        ImportFormat.Mem0 => JsonEntries.ReadAsync(reader, detected.Shape, "memory", new Mem0Reader(options).Read, cancellationToken),
        ImportFormat.Zep => JsonEntries.ReadAsync(reader, detected.Shape, "entry", new ZepReader(options).Read, cancellationToken),
        ImportFormat.Letta => JsonEntries.ReadAsync(reader, detected.Shape, "message", new LettaReader(options).Read, cancellationToken),
        ImportFormat.Csv => CsvImporter.ReadAsync(reader, options, cancellationToken),
        _ => JsonLinesImporter.ReadAsync(reader, options, cancellationToken),
    };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _reader.CompleteAsync();
        if (_archive is not null)
        {
            await _archive.DisposeAsync();
        }

        await _stream.DisposeAsync();
    }

    private static FileStream OpenFile(string path, string given)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"There is no file '{given}'.", fault);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new UsageException(
                Directory.Exists(path) ? $"'{given}' is a folder; give a file." : $"'{given}' cannot be read: access denied.", fault);
        }
    }
}
