using System.Runtime.InteropServices;
using System.Text;
using OMem.ModelConverter.TensorFlowJs;

namespace OMem.Embeddings.Tests.Converter;

public sealed class WeightFileTests : IDisposable
{
    private const string TwoTensors =
        """{"weightsManifest":[{"paths":["s1","s2"],"weights":[{"name":"n","shape":[],"dtype":"int32"},{"name":"a","shape":[2,2],"dtype":"float32"},{"name":"b","shape":[],"dtype":"float32"}]}]}""";

    private readonly string _folder = Directory.CreateTempSubdirectory("omem-weights-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Read_TensorAcrossShards_IsWhole()
    {
        Write(TwoTensors, [7, 1, 2, 3, 4, 5], firstShard: 10);
        var file = WeightFile.Read(_folder);
        file.Tensor("a", 4).ShouldBe([1f, 2, 3, 4]);
        file.Tensor("b", 1).ShouldBe([5f]);
    }

    [Fact]
    public void Tensor_UnknownOrOtherSize_SaysSo()
    {
        Write(TwoTensors, [7, 1, 2, 3, 4, 5], firstShard: 8);
        var file = WeightFile.Read(_folder);
        Should.Throw<InvalidDataException>(() => file.Tensor("z", 1)).Message.ShouldBe("model.json has no float tensor 'z'.");
        Should.Throw<InvalidDataException>(() => file.Tensor("n", 1));
        Should.Throw<InvalidDataException>(() => file.Tensor("a", 5)).Message.ShouldBe("The tensor 'a' has 4 elements; 5 were expected.");
    }

    [Fact]
    public void Read_ShardsTooShortOrTooLong_SaysSo()
    {
        Write(TwoTensors, [7, 1, 2], firstShard: 4);
        Should.Throw<InvalidDataException>(() => WeightFile.Read(_folder)).Message.ShouldBe("The shards end inside the tensor 'a'.");
        Write(TwoTensors, [7, 1, 2, 3, 4, 5, 6], firstShard: 4);
        Should.Throw<InvalidDataException>(() => WeightFile.Read(_folder)).Message.ShouldBe("The shards hold 28 bytes; the manifest accounts for 24.");
    }

    [Fact]
    public void Read_UnknownElementType_SaysSo()
    {
        Write(TwoTensors.Replace("float32", "float16", StringComparison.Ordinal), [7, 1, 2, 3, 4, 5], firstShard: 4);
        Should.Throw<InvalidDataException>(() => WeightFile.Read(_folder)).Message.ShouldBe("The tensor 'a' has the unknown type float16.");
    }

    private void Write(string manifest, float[] values, int firstShard)
    {
        var bytes = MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
        File.WriteAllText(Path.Combine(_folder, "model.json"), manifest, Encoding.UTF8);
        File.WriteAllBytes(Path.Combine(_folder, "s1"), bytes[..firstShard]);
        File.WriteAllBytes(Path.Combine(_folder, "s2"), bytes[firstShard..]);
    }
}
