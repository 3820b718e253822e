using System.Diagnostics;
using System.Text;

namespace OMem.Sqlite.Tests.Erasing;

/// <summary>The bytes of a store's files as they are on the disk, also while it is open: copied by another process, because a handle of this one, when closed, would drop SQLite's locks.</summary>
internal static class RawBytes
{
    public static byte[] Of(string path)
    {
        using var copies = new TemporaryFolder();
        using var all = new MemoryStream();
        foreach (var file in new[] { path, path + "-wal", path + "-shm" }.Where(File.Exists))
        {
            var copy = copies.File(Path.GetFileName(file));
            Copy(file, copy);
            all.Write(File.ReadAllBytes(copy));
        }

        return all.ToArray();
    }

    public static bool Holds(string path, string text) => Of(path).AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;

    private static void Copy(string from, string to)
    {
        if (OperatingSystem.IsWindows())
        {
            // There locks belong to handles, not to the process.
            using var source = new FileStream(from, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var target = File.Create(to);
            source.CopyTo(target);
            return;
        }

        using var process = Process.Start("cp", [from, to]);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0);
    }
}
