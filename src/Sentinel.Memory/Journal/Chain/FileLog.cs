using Microsoft.Win32.SafeHandles;

namespace Sentinel.Memory;

/// <summary>Bytes in a file with one writer. The lock is a file of its own beside it, held open while the journal is.</summary>
internal sealed class FileLog : IJournalLog
{
    private readonly FileStream _lock;
    private readonly string _path;
    private readonly bool _isDurable;
    private SafeFileHandle _file;
    private long _length;

    private FileLog(FileStream fileLock, string path, SafeFileHandle file, bool isDurable)
    {
        _path = path;
        _lock = fileLock;
        _file = file;
        _isDurable = isDurable;
        _length = RandomAccess.GetLength(file);
    }

    public long Length => _length;

    /// <exception cref="JournalException">Somebody else writes it, or it cannot be opened.</exception>
    public static FileLog Open(string path, bool isDurable)
    {
        var fileLock = Lock(path);
        try
        {
            return new FileLog(fileLock, path, Handle(path, FileMode.OpenOrCreate), isDurable);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            fileLock.Dispose();
            throw new JournalException($"The journal {path} cannot be opened: {fault.Message}", fault);
        }
    }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        try
        {
            // One write straight to the system, no buffer of the process: what was written stays when the process dies.
            RandomAccess.Write(_file, bytes, _length);
            if (_isDurable)
            {
                RandomAccess.FlushToDisk(_file);
            }
        }
        catch (IOException fault)
        {
            throw new JournalException($"The journal could not be written: {fault.Message}", fault);
        }

        _length += bytes.Length;
    }

    public void Read(long offset, Span<byte> destination)
    {
        while (destination.Length > 0)
        {
            var read = RandomAccess.Read(_file, destination, offset);
            if (read is 0)
            {
                throw new JournalException("The journal is shorter than it was: something else changed the file.");
            }

            destination = destination[read..];
            offset += read;
        }
    }

    public void Cut(long length)
    {
        RandomAccess.SetLength(_file, length);
        _length = length;
    }

    public void Replace(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var next = $"{_path}.next";
            using (var file = Handle(next, FileMode.Create))
            {
                RandomAccess.Write(file, bytes, 0);
                RandomAccess.FlushToDisk(file);
            }

            File.Move(next, _path, overwrite: true);
            _file.Dispose();
            _file = Handle(_path, FileMode.Open);
            _length = bytes.Length;
        }
        catch (IOException fault)
        {
            throw new JournalException($"The journal could not be rewritten: {fault.Message}", fault);
        }
    }

    public void Dispose()
    {
        _file.Dispose();
        _lock.Dispose();
    }

    private static SafeFileHandle Handle(string path, FileMode mode) => File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);

    private static FileStream Lock(string path)
    {
        var directory = Path.GetDirectoryName(Path.GetFullPath(path));
        if (directory is not null && !Directory.Exists(directory))
        {
            throw new JournalException($"The journal {path} cannot be opened: the folder {directory} does not exist.");
        }

        try
        {
            return new FileStream($"{path}.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new JournalException($"The journal {path} cannot be opened: {fault.Message}", fault);
        }
        catch (IOException fault)
        {
            throw new JournalException($"The journal {path} is being written by another run. Wait for it to end, or give this run a journal of its own.", fault);
        }
    }
}
