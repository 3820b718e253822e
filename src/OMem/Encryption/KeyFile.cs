using System.Text;

namespace OMem.Encryption;

/// <summary>A file of master keys: one in Base64 a line, the newest first; empty lines and lines that start with <c>#</c> are passed over.</summary>
public static class KeyFile
{
    private const int MostBytes = 64 * 1024;

    private const UnixFileMode OfOthers =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;

    /// <summary>Reads the keys.</summary>
    /// <param name="path">The file.</param>
    /// <param name="older">Further keys in Base64, older than those of the file.</param>
    /// <exception cref="EncryptionException">The file is missing, others may read it (on Unix), or it holds something that is no key.</exception>
    public static MasterKeys Read(string path, params IEnumerable<string> older)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return MasterKeys.Parse(Lines(path).Concat(older), $"the key file '{path}'");
    }

    /// <summary>Puts a fresh key into a file that only its owner may read: the first of a new file, or above those a file has.</summary>
    /// <returns>The ids of its keys, the fresh one first.</returns>
    /// <exception cref="EncryptionException">The file is there and is no key file, or it cannot be written; it was not changed.</exception>
    public static IReadOnlyList<string> Add(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var old = File.Exists(path) ? Lines(path) : [];
        string[] all = [MasterKeys.NewKey(), .. old];
        using var keys = MasterKeys.Parse(all, $"the key file '{path}'");
        Write(path, all);
        return keys.KeyIds;
    }

    private static string[] Lines(string path)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                throw Fault($"The key file '{path}' is not there; 'omem key new --output {path}' makes one.");
            }

            if (!OperatingSystem.IsWindows() && (file.UnixFileMode & OfOthers) is not UnixFileMode.None)
            {
                throw Fault($"The key file '{path}' may be read or written by others than its owner; 'chmod 600 {path}' ends that. If others may have read it already, make a new key and rotate.");
            }

            if (file.Length > MostBytes)
            {
                throw Fault($"The key file '{path}' is no key file: it has {file.Length} bytes.");
            }

            string[] lines = [.. File.ReadAllLines(path).Select(static line => line.Trim()).Where(static line => line.Length > 0 && line[0] != '#')];
            return lines.Length > 0 ? lines : throw Fault($"The key file '{path}' holds no key; 'omem key new' makes one.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EncryptionException(EncryptionFault.InvalidKey, $"The key file '{path}' cannot be read: {fault.Message}", fault);
        }
    }

    /// <summary>Whole or not at all: a key file cut short is a store lost.</summary>
    private static void Write(string path, IEnumerable<string> lines)
    {
        var temporary = path + ".new";
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            File.Delete(temporary);
            using (var stream = new FileStream(temporary, options))
            {
                stream.Write(Encoding.ASCII.GetBytes(string.Join('\n', lines) + "\n"));
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new EncryptionException(EncryptionFault.InvalidKey, $"The key file '{path}' cannot be written: {fault.Message}", fault);
        }
    }

    private static EncryptionException Fault(string message) => new(EncryptionFault.InvalidKey, message);
}
