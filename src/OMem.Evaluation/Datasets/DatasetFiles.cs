using System.Security.Cryptography;
using System.Text;

namespace OMem.Evaluation;

/// <summary>Finds, reads and fingerprints the files of a set. Files are taken in ordinal order of their relative path.</summary>
internal sealed class DatasetFiles
{
    private readonly SortedDictionary<string, string> _hashes = new(StringComparer.Ordinal);
    private readonly string _root;

    public DatasetFiles(string root)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(root);
        _root = Path.GetFullPath(root);
        if (!File.Exists(_root) && !Directory.Exists(_root))
        {
            throw new InvalidDatasetException(root, "does not exist");
        }
    }

    public bool IsFile => File.Exists(_root);

    /// <summary>Of one file its SHA-256, of several the SHA-256 of their sorted <c>hash  path</c> listing.</summary>
    public string Hash
    {
        get
        {
            if (_hashes.Count == 1)
            {
                return _hashes.First().Value;
            }

            var listing = new StringBuilder();
            foreach (var (path, hash) in _hashes)
            {
                listing.Append(hash).Append("  ").Append(path).Append('\n');
            }

            return Hex(SHA256.HashData(Encoding.UTF8.GetBytes(listing.ToString())));
        }
    }

    public IReadOnlyList<string> List(string pattern, bool recursive = false)
    {
        if (IsFile)
        {
            return [_root];
        }

        var option = recursive ? SearchOption.AllDirectories : SearchOption.TopDirectoryOnly;
        return [.. Directory.EnumerateFiles(_root, pattern, option).Order(NaturalComparer.Instance)];
    }

    public string Name(string file) =>
        IsFile ? Path.GetFileName(file) : Path.GetRelativePath(_root, file).Replace('\\', '/');

    public async Task<byte[]> ReadAsync(string file, CancellationToken cancellationToken)
    {
        byte[] content;
        try
        {
            content = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDatasetException(Name(file), "cannot be read", innerException: e);
        }

        _hashes[Name(file)] = Hex(SHA256.HashData(content));
        return content;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
