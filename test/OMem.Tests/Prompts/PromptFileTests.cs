using System.Text.RegularExpressions;
using OMem.Prompts;

namespace OMem.Tests.Prompts;

/// <summary>Shipped prompts and a domain's own.</summary>
public sealed partial class PromptFileTests
{
    private static readonly MemoryDomain Plain = new("test", "1");

    [Theory]
    [InlineData("read")]
    [InlineData("consolidate")]
    [InlineData("summarize")]
    [InlineData("answer")]
    public void Load_Shipped_NamesVersionAndHash(string name)
    {
        var prompt = PromptFile.Load(name, Plain);

        prompt.Text.ShouldNotBeNullOrWhiteSpace();
        prompt.Text.ShouldNotContain("\r");
        Version().Match(prompt.Version).Groups["name"].Value.ShouldBe(name);
        PromptFile.Load(name, Plain).ShouldBe(prompt);
    }

    [Fact]
    public void Load_OwnPrompt_TakesItsPlaceAlone()
    {
        var domain = Plain with { Prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["read"] = "Read {{messages}}." } };

        var own = PromptFile.Load("read", domain);

        own.Text.ShouldBe("Read {{messages}}.");
        own.Version.ShouldStartWith("read.own.");
        PromptFile.Load("answer", domain).ShouldBe(PromptFile.Load("answer", Plain));
    }

    [Fact]
    public void Load_OwnPromptChanged_ChangesTheVersion() => VersionOf("Read.").ShouldNotBe(VersionOf("Read!"));

    [Fact]
    public void Load_UnknownName_NamesIt() => Should.Throw<ArgumentException>(() => PromptFile.Load("dream", Plain)).Message.ShouldContain("dream");

    private static string VersionOf(string text) =>
        PromptFile.Load("read", Plain with { Prompts = new Dictionary<string, string>(StringComparer.Ordinal) { ["read"] = text } }).Version;

    [GeneratedRegex(@"\A(?<name>[a-z]+)\.v[12]\.[0-9a-f]{8}\z", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Version();
}
