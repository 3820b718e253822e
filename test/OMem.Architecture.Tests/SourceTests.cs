namespace OMem.Architecture.Tests;

/// <summary>How the source has to look.</summary>
public sealed class SourceTests
{
    private const int MaxLines = 400;

    [Theory]
    [InlineData("src")]
    [InlineData("test")]
    [InlineData("bench")]
    [InlineData("eng")]
    public void Files_InEveryTree_AreShortEnoughToRead(string folder)
    {
        if (!Directory.Exists(Path.Combine(Repository.Root, folder)))
        {
            return;
        }

        var tooLong = Repository.SourceFiles(folder)
            .Select(path => (path, lines: File.ReadLines(path).Count()))
            .Where(file => file.lines > MaxLines)
            .Select(file => $"{Path.GetRelativePath(Repository.Root, file.path)} ({file.lines})");

        tooLong.ShouldBeEmpty();
    }

    [Fact]
    public void Sources_UnderSrc_LeaveNothingUnfinished()
    {
        string[] marks = ["TO" + "DO", "FIX" + "ME", "NotImplemented" + "Exception"];

        var found = Repository.SourceFiles("src")
            .Where(path => File.ReadLines(path).Any(line => marks.Any(mark => line.Contains(mark, StringComparison.Ordinal))))
            .Select(path => Path.GetRelativePath(Repository.Root, path));

        found.ShouldBeEmpty();
    }
}
