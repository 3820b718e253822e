using OMem.Sqlite.Access;
using OMem.Storage;

namespace OMem.Sqlite.Erasing;

/// <summary>Searches the files of a store for fragments, and leaves out those that are part of what is stored.</summary>
internal static class FileSearch
{
    public static ErasedSearch Run(SqliteSession session, FragmentSet fragments, CancellationToken cancellationToken)
    {
        var inFiles = new FragmentScan(fragments.Windows, fragments.Values);
        var bytes = StoreBytes.Scan(session, inFiles, cancellationToken);

        // Looked at second: what others store meanwhile is seen here at the latest.
        var inRows = new FragmentScan(inFiles.FoundWindows, inFiles.FoundValues);
        LiveRows.Scan(session, inRows, cancellationToken);
        return new ErasedSearch(bytes, fragments.Count - inRows.Found, inFiles.Found - inRows.Found) { IsSample = fragments.IsSample };
    }
}
