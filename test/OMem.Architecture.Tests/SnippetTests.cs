using System.Diagnostics;

namespace OMem.Architecture.Tests;

/// <summary>Code in the documentation is code that compiles.</summary>
public sealed class SnippetTests
{
    private const string CustomReader = "docs/how-to/custom-reader.md";
    private const string LanguageModel = "docs/how-to/language-model.md";
    private const string Encryption = "docs/how-to/encryption.md";
    private const string LanguageModelCode = "test/OMem.ChatClients.Tests/Snippets/LanguageModelPage.cs";

    [Theory]
    [InlineData("README.md", 0, "samples/QuickStart/Program.cs", "quick-start")]
    [InlineData(CustomReader, 0, "samples/CustomReader/FormReader.cs", "reader")]
    [InlineData(CustomReader, 1, "samples/CustomReader/Program.cs", "use")]
    [InlineData(LanguageModel, 0, LanguageModelCode, "from-settings")]
    [InlineData(LanguageModel, 1, LanguageModelCode, "own-client")]
    [InlineData(Encryption, 0, "test/OMem.Sqlite.Tests/Snippets/EncryptionPage.cs", "host")]
    public void Page_CSharpBlock_IsTheSample(string page, int block, string sample, string region)
    {
        var code = Between(Read(sample), $"#region {region}\n", "#endregion");

        Blocks(page, "csharp")[block].ShouldBe(Outdented(code));
    }

    [Fact]
    public void Pages_WithCSharpBlocks_AreCompared()
    {
        var pages = Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(Directory.EnumerateFiles(Path.Combine(Repository.Root, "docs"), "*.md", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Select(page => $"{page} {Blocks(page, "csharp").Length}")
            .Where(page => !page.EndsWith(" 0", StringComparison.Ordinal));

        pages.ShouldBe(["README.md 1", $"{CustomReader} 2", $"{LanguageModel} 2", $"{Encryption} 1"], ignoreOrder: true);
    }

    [Fact]
    public async Task CustomReader_Run_PrintsWhatThePageSays()
    {
        var output = Path.Combine(AppContext.BaseDirectory.Replace("OMem.Architecture.Tests", "CustomReader", StringComparison.Ordinal), "CustomReader.dll");
        var start = new ProcessStartInfo("dotnet", [output]) { UseShellExecute = false, RedirectStandardOutput = true, Environment = { ["DOTNET_SYSTEM_GLOBALIZATION_INVARIANT"] = "1" } };
        using var process = Process.Start(start).ShouldNotBeNull();

        var printed = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        process.ExitCode.ShouldBe(0);
        printed.ReplaceLineEndings("\n").Trim().ShouldBe(Blocks(CustomReader, "text").Single());
    }

    /// <summary>A region out of a method stands further in than on the page.</summary>
    private static string Outdented(string code)
    {
        var lines = code.Split('\n');
        var margin = lines.Where(line => line.Trim().Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length >= margin ? line[margin..] : "")).Trim();
    }

    private static string[] Blocks(string page, string language) =>
        [.. Read(page).Split($"```{language}\n").Skip(1).Select(static block => block.Split("```", 2)[0].Trim())];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private static string Between(string text, string start, string end) => text.Split(start, 2)[1].Split(end, 2)[0];
}
