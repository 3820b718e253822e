using System.Globalization;
using System.Text.Json;

namespace OMem.ChatClients;

/// <summary>
/// A folder with one file an exchange, named by the hash of the request. Files appear whole or not at all, so that any number of processes
/// may write and read at once; of two answers to one request the later stays.
/// </summary>
internal sealed class ExchangeFolder(string path)
{
    private static int s_files;

    /// <summary>Where it is.</summary>
    public string FullPath { get; } = Path.GetFullPath(path);

    /// <summary>The recorded answer; null when there is none.</summary>
    /// <exception cref="ModelException">There is a file, but it cannot be used.</exception>
    public async Task<Exchange?> ReadAsync(ExchangeKey key, CancellationToken cancellationToken)
    {
        var file = FileOf(key);
        try
        {
            return Exchange.Read(await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false), key.Hash);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new ModelException(ModelFault.Rejected, $"The recorded exchange '{file}' is damaged. Delete it and record it again.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelFault.Rejected, $"The recorded exchange '{file}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Keeps an answer.</summary>
    /// <exception cref="ModelException">The folder cannot be written.</exception>
    public void Write(ExchangeKey key, Exchange exchange)
    {
        var file = FileOf(key);
        var temporary = string.Create(CultureInfo.InvariantCulture, $"{file}.{Environment.ProcessId}.{Interlocked.Increment(ref s_files)}.tmp");
        try
        {
            Directory.CreateDirectory(FullPath);
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                exchange.Write(stream, key);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new ModelException(ModelFault.Rejected, $"The exchange cannot be recorded in '{FullPath}': {fault.Message}", fault);
        }
    }

    private string FileOf(ExchangeKey key) => Path.Combine(FullPath, key.Hash + ".json");
}
