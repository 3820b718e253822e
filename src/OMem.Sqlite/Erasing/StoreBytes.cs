using System.Runtime.InteropServices;
using OMem.Sqlite.Access;
using SQLitePCL;

namespace OMem.Sqlite.Erasing;

/// <summary>The bytes of the three files of a store as they lie on the disk, read through the handles SQLite has on them.</summary>
/// <remarks>Through SQLite's handles only: on Unix, closing any other handle of this process on the file would drop the locks of all its connections.</remarks>
internal static unsafe partial class StoreBytes
{
    private const int Block = 1 << 20;
    private const int Overlap = FragmentSet.Window - 1;
    private const int SharedMemoryRegion = 32 * 1024;

    private const int FilePointer = 7;
    private const int JournalPointer = 28;

    // Places in struct sqlite3_io_methods, in pointers.
    private const int Read = 2;
    private const int FileSize = 6;
    private const int SharedMemoryMap = 13;

    /// <summary>Shows every byte to the scan.</summary>
    /// <returns>How many there are.</returns>
    public static long Scan(SqliteSession session, FragmentScan scan, CancellationToken cancellationToken)
    {
        // Only a connection that has read once has the write-ahead log open.
        session.Scalar("SELECT count(*) FROM sqlite_schema");
        var main = File(session, FilePointer);
        return ScanFile(session, main, scan, cancellationToken)
            + ScanFile(session, File(session, JournalPointer), scan, cancellationToken)
            + ScanSharedMemory(main, scan);
    }

    private static long ScanFile(SqliteSession session, nint file, FragmentScan scan, CancellationToken cancellationToken)
    {
        var methods = Methods(file);
        if (methods is null)
        {
            return 0;
        }

        long size;
        session.Check(((delegate* unmanaged[Cdecl]<nint, long*, int>)methods[FileSize])(file, &size));
        var buffer = new byte[(int)Math.Min(size, Block + Overlap)];
        fixed (byte* bytes = buffer)
        {
            for (long at = 0; at < size; at += Block)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var length = (int)Math.Min(size - at, buffer.Length);
                var code = ((delegate* unmanaged[Cdecl]<nint, void*, int, long, int>)methods[Read])(file, bytes, length, at);

                // It may have been cut short by a checkpoint meanwhile; what is not there reads as zeros.
                if ((code & 0xFF) != raw.SQLITE_OK && code != raw.SQLITE_IOERR_SHORT_READ)
                {
                    throw SqliteFault.From(code, "reading the file to search it", session.Path, null);
                }

                scan.Scan(buffer.AsSpan(0, length));
            }
        }

        return size;
    }

    private static long ScanSharedMemory(nint main, FragmentScan scan)
    {
        var methods = Methods(main);
        if (methods is null || *(int*)methods < 2)
        {
            return 0;
        }

        var map = (delegate* unmanaged[Cdecl]<nint, int, int, int, void**, int>)methods[SharedMemoryMap];
        for (var region = 0; ; region++)
        {
            void* memory = null;
            if (map(main, region, SharedMemoryRegion, 0, &memory) != raw.SQLITE_OK || memory is null)
            {
                return region * (long)SharedMemoryRegion;
            }

            scan.Scan(new ReadOnlySpan<byte>(memory, SharedMemoryRegion));
        }
    }

    private static nint File(SqliteSession session, int which)
    {
        nint file = 0;
        fixed (byte* name = "main\0"u8)
        {
            session.Check(FileControl(session.Database.DangerousGetHandle(), name, which, &file));
        }

        return file;
    }

    /// <summary>The functions of an open file; null for one that is not open.</summary>
    private static nint* Methods(nint file) => file == 0 || *(nint*)file == 0 ? null : (nint*)*(nint*)file;

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_file_control")]
    [UnmanagedCallConv(CallConvs = [typeof(System.Runtime.CompilerServices.CallConvCdecl)])]
    private static partial int FileControl(nint database, byte* name, int operation, void* argument);
}
