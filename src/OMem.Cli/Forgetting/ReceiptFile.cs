using OMem.Cli.Hosting;

namespace OMem.Cli.Forgetting;

/// <summary>The file a receipt goes into, made before anything is erased: what is erased is not to be without its receipt for want of a folder.</summary>
internal sealed class ReceiptFile : IDisposable
{
    private readonly FileStream _stream;
    private bool _isWritten;

    private ReceiptFile(FileStream stream) => _stream = stream;

    /// <summary>Makes it.</summary>
    /// <exception cref="UsageException">It is there already, or cannot be made.</exception>
    public static ReceiptFile Create(CommandContext context, string path)
    {
        var full = Path.GetFullPath(path, context.Host.WorkingDirectory);
        try
        {
            return new ReceiptFile(new FileStream(full, FileMode.CreateNew, FileAccess.Write));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsageException($"The receipt cannot be written to '{full}': {(File.Exists(full) ? "it is there already" : fault.Message)}. Nothing was erased.", fault);
        }
    }

    /// <summary>Writes the receipt.</summary>
    public void Write(EraseReceipt receipt)
    {
        using var writer = new StreamWriter(_stream, leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine(EraseReceipts.Write(receipt));
        writer.Flush();
        _stream.Flush(flushToDisk: true);
        _isWritten = true;
    }

    /// <summary>Closes it; one that holds no receipt goes.</summary>
    public void Dispose()
    {
        _stream.Dispose();
        if (!_isWritten)
        {
            File.Delete(_stream.Name);
        }
    }
}
