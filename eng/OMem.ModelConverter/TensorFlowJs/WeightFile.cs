using System.Runtime.InteropServices;
using System.Text.Json;

namespace OMem.ModelConverter.TensorFlowJs;

/// <summary>The float tensors of a TensorFlow.js graph model, by name.</summary>
internal sealed class WeightFile
{
    private const int BytesPerElement = 4;
    private readonly Dictionary<string, float[]> _tensors = new(StringComparer.Ordinal);

    private WeightFile()
    {
    }

    /// <summary>The tensor of that name, row-major. Throws when it is missing or has another number of elements.</summary>
    public float[] Tensor(string name, int elements)
    {
        if (!_tensors.TryGetValue(name, out var tensor))
        {
            throw new InvalidDataException($"model.json has no float tensor '{name}'.");
        }

        return tensor.Length == elements
            ? tensor
            : throw new InvalidDataException($"The tensor '{name}' has {tensor.Length} elements; {elements} were expected.");
    }

    /// <summary>Reads <c>model.json</c> in that folder and the shards that it names.</summary>
    public static WeightFile Read(string folder)
    {
        using var json = File.OpenRead(Path.Combine(folder, "model.json"));
        var manifest = JsonSerializer.Deserialize<WeightManifest>(json)
            ?? throw new InvalidDataException("model.json is empty.");
        var file = new WeightFile();
        foreach (var group in manifest.Groups)
        {
            file.Read(folder, group);
        }

        return file;
    }

    private void Read(string folder, WeightGroup group)
    {
        var bytes = group.Paths.SelectMany(path => File.ReadAllBytes(Path.Combine(folder, path))).ToArray();
        var offset = 0;
        foreach (var entry in group.Weights)
        {
            var length = entry.Shape.Aggregate(BytesPerElement, (product, dimension) => checked(product * dimension));
            if (entry.ElementType is not ("float32" or "int32"))
            {
                throw new InvalidDataException($"The tensor '{entry.Name}' has the unknown type {entry.ElementType}.");
            }

            if (offset + length > bytes.Length)
            {
                throw new InvalidDataException($"The shards end inside the tensor '{entry.Name}'.");
            }

            if (string.Equals(entry.ElementType, "float32", StringComparison.Ordinal))
            {
                _tensors[entry.Name] = MemoryMarshal.Cast<byte, float>(bytes.AsSpan(offset, length)).ToArray();
            }

            offset += length;
        }

        if (offset != bytes.Length)
        {
            throw new InvalidDataException($"The shards hold {bytes.Length} bytes; the manifest accounts for {offset}.");
        }
    }
}
