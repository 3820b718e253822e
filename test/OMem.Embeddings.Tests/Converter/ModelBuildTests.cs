using OMem.ModelConverter.Build;

namespace OMem.Embeddings.Tests.Converter;

public sealed class ModelBuildTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("omem-build-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Run_OutputsWithTheExpectedHashes_AreLeftAsTheyAre()
    {
        // SHA-256 of "a" and of "b". There is no lock file, so an attempt to install would fail.
        File.WriteAllText(Path.Combine(_folder, "SHA256SUMS"),
            "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  use-lite-int8.onnx\r\n"
            + "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  use-lite.vocabulary\r\n");
        File.WriteAllText(Path.Combine(_folder, "use-lite-int8.onnx"), "a");
        File.WriteAllText(Path.Combine(_folder, "use-lite.vocabulary"), "b");
        new ModelBuild(_folder, _folder).Run();
        File.ReadAllText(Path.Combine(_folder, "use-lite-int8.onnx")).ShouldBe("a");
    }

    [Fact]
    public void Run_OutputsWithOtherHashes_AreMadeAnew()
    {
        File.WriteAllText(Path.Combine(_folder, "SHA256SUMS"), "00  use-lite-int8.onnx\n");
        File.WriteAllText(Path.Combine(_folder, "use-lite-int8.onnx"), "a");
        File.WriteAllText(Path.Combine(_folder, "use-lite.vocabulary"), "b");
        Should.Throw<FileNotFoundException>(() => new ModelBuild(_folder, _folder).Run()).FileName.ShouldNotBeNull().ShouldEndWith("package.json");
    }

    [Fact]
    public async Task Hold_HeldByAnother_WaitsForIt()
    {
        var path = Path.Combine(_folder, "lock");
        var held = ExclusiveFile.Hold(path);
        var second = Task.Run(() => ExclusiveFile.Hold(path));
        second.IsCompleted.ShouldBeFalse();
        held.Dispose();
        (await second).Dispose();
    }
}
