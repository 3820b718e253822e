using System.Buffers.Binary;

namespace OMem.Sqlite.Schema;

/// <summary>Looks at the first bytes of a file, so that one that is plainly not ours is not even opened as a database.</summary>
internal static class FileHeader
{
    private const int Length = 100;
    private const int ApplicationIdOffset = 68;

    /// <exception cref="MemoryStoreException">The file is no SQLite database, or another program's.</exception>
    public static void Inspect(string path)
    {
        Span<byte> header = stackalloc byte[Length];
        int read;
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            read = file.ReadAtLeast(header, Length, throwOnEndOfStream: false);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MemoryStoreException(
                MemoryStoreFault.ReadOnly, $"The store '{path}': it cannot be read ({fault.Message}); check the rights of the file.", fault);
        }

        if (read == 0)
        {
            return;
        }

        if (!header[..read].StartsWith("SQLite format 3\0"u8))
        {
            throw new MemoryStoreException(
                MemoryStoreFault.NotAStore, $"The store '{path}': the file is not a SQLite database; give another path, OMem leaves it untouched.");
        }

        // 0 is the file of a program that gave no id, or one of ours whose first commit is still in its write-ahead log.
        var application = BinaryPrimitives.ReadInt32BigEndian(header[ApplicationIdOffset..]);
        if (application is not 0 and not Migrator.ApplicationId)
        {
            throw Migrator.Foreign(path);
        }
    }
}
