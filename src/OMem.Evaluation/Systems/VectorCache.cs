using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>
/// Embeds the turns of a set, each text once, and keeps the vectors on disk by model and text hash so that another run is
/// quick. Questions never go through it: their embedding belongs to the measured query time. Not thread-safe.
/// </summary>
internal sealed class VectorCache
{
    private const int BatchSize = 64;
    private const uint Magic = 0x31564D4F;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly string? _file;
    private readonly Dictionary<string, float[]> _vectors = new(StringComparer.Ordinal);
    private bool _changed;

    /// <param name="generator">The model.</param>
    /// <param name="model">Identity of the model, weights included: part of the file name.</param>
    /// <param name="folder">Where to keep vectors between runs; null keeps them in memory only.</param>
    /// <param name="dataset">Hash of the data set: part of the file name.</param>
    public VectorCache(IEmbeddingGenerator<string, Embedding<float>> generator, string model, string? folder, string dataset)
    {
        _generator = generator;
        _file = folder is null ? null : Path.Combine(folder, $"{Key(model)[..16]}-{dataset[..Math.Min(16, dataset.Length)]}.vectors");
        Load();
    }

    /// <summary>How many texts were embedded in this run, not read from disk.</summary>
    public int Embedded { get; private set; }

    /// <summary>Unit-length vectors of the texts, in order.</summary>
    public async Task<IReadOnlyList<float[]>> GetAsync(IReadOnlyList<string> texts, CancellationToken cancellationToken)
    {
        var missing = texts.Distinct(StringComparer.Ordinal).Where(t => !_vectors.ContainsKey(Key(t))).ToList();
        foreach (var batch in missing.Chunk(BatchSize))
        {
            var embeddings = await _generator.GenerateAsync(batch, cancellationToken: cancellationToken).ConfigureAwait(false);
            for (var i = 0; i < batch.Length; i++)
            {
                _vectors[Key(batch[i])] = UnitVector.Of(embeddings[i].Vector.Span);
            }

            Embedded += batch.Length;
            _changed = true;
        }

        return [.. texts.Select(t => _vectors[Key(t)])];
    }

    /// <summary>Writes the vectors to disk. A cache that cannot be written is no reason to fail an evaluation.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        if (_file is null || !_changed)
        {
            return;
        }

        var dimensions = _vectors.Values.First().Length;
        using var content = new MemoryStream();
        content.Write(Header(dimensions));
        foreach (var (key, vector) in _vectors.OrderBy(v => v.Key, StringComparer.Ordinal))
        {
            content.Write(Convert.FromHexString(key));
            content.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        }

        try
        {
            await AtomicFile.WriteAsync(_file, content.ToArray(), cancellationToken).ConfigureAwait(false);
            _changed = false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static byte[] Header(int dimensions)
    {
        var header = new byte[8];
        BinaryPrimitives.WriteUInt32LittleEndian(header, Magic);
        BinaryPrimitives.WriteInt32LittleEndian(header.AsSpan(4), dimensions);
        return header;
    }

    private static string Key(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>A missing, foreign or cut file counts as empty.</summary>
    private void Load()
    {
        if (_file is null || !File.Exists(_file))
        {
            return;
        }

        ReadOnlySpan<byte> content = File.ReadAllBytes(_file);
        var dimensions = content.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(content) != Magic ? 0 : BinaryPrimitives.ReadInt32LittleEndian(content[4..]);
        var row = SHA256.HashSizeInBytes + (dimensions * sizeof(float));
        if (dimensions <= 0 || (content.Length - 8) % row != 0)
        {
            return;
        }

        for (var rest = content[8..]; !rest.IsEmpty; rest = rest[row..])
        {
            var vector = MemoryMarshal.Cast<byte, float>(rest[SHA256.HashSizeInBytes..row]).ToArray();
            _vectors[Convert.ToHexStringLower(rest[..SHA256.HashSizeInBytes])] = vector;
        }
    }
}
