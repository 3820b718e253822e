namespace OMem.Architecture.Tests;

/// <summary>Code in the documentation is code that compiles.</summary>
public sealed class SnippetTests
{
    [Fact]
    public void Readme_CSharpBlock_IsTheQuickStartSample()
    {
        var sample = Between(Read("samples/QuickStart/Program.cs"), "#region quick-start\n", "#endregion");

        Between(Read("README.md"), "```csharp\n", "```").Trim().ShouldBe(sample.Trim());
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private static string Between(string text, string start, string end) => text.Split(start, 2)[1].Split(end, 2)[0];
}
