using System.Diagnostics;
using System.Globalization;

namespace OMem.Sqlite.Tests.Faults;

/// <summary>A small file system in memory, to fill up or to make read-only. Needs the right to mount; a test without it is skipped and says so.</summary>
internal sealed class TemporaryFileSystem : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly bool _isMounted;

    private TemporaryFileSystem(int megabytes) =>
        _isMounted = Run("mount", "-t", "tmpfs", "-o", string.Create(CultureInfo.InvariantCulture, $"size={megabytes}m"), "tmpfs", _folder.Path);

    public string File(string name) => _folder.File(name);

    public static TemporaryFileSystem MountOrSkip(int megabytes)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Mounting a file system in memory is done on Linux only.");
        var system = new TemporaryFileSystem(megabytes);
        if (!system._isMounted)
        {
            system.Dispose();
            Assert.Skip("This user may not mount a file system.");
        }

        return system;
    }

    public void MakeReadOnly() => Run("mount", "-o", "remount,ro", _folder.Path).ShouldBeTrue();

    /// <summary>Writes a file until nothing more fits.</summary>
    public string FillUp()
    {
        var path = File("filler");
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            return path;
        }
    }

    public void Dispose()
    {
        if (_isMounted)
        {
            Run("umount", "-l", _folder.Path);
        }

        _folder.Dispose();
    }

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
