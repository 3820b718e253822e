namespace OMem.Architecture.Tests;

/// <summary>What holds of the trading application as a whole.</summary>
public sealed class SentinelTests
{
    [Fact]
    public void Sources_OfSentinel_PlaceOrdersOnlyThroughTheOrderPath()
    {
        var places = Repository.SourceFiles("src")
            .Where(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/') is var name
                && name.StartsWith("src/Sentinel.", StringComparison.Ordinal) && !name.StartsWith("src/Sentinel.Exchange/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path) is var text && text.Contains(".PlaceAsync", StringComparison.Ordinal) && !text.Contains("OrderPath<", StringComparison.Ordinal))
            .Select(path => Path.GetRelativePath(Repository.Root, path));

        places.ShouldBeEmpty("an order reaches a venue through OrderPath alone");
    }

    [Theory]
    [InlineData("Sentinel.Risk")]
    [InlineData("Sentinel.Agents")]
    [InlineData("Sentinel.Memory")]
    [InlineData("Sentinel.Persona")]
    public void Projects_ThatThinkOrRemember_DoNotKnowTheExchange(string project) => Repository.Arrows[project].ShouldNotContain("Sentinel.Exchange");
}
