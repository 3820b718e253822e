namespace OMem.Evaluation.Tests;

public sealed class LoCoMoEvidenceTests
{
    [Theory]
    [InlineData("D1:3", "D1:3")]
    [InlineData("D30:05", "D30:5")]
    [InlineData("D:11:26", "D11:26")]
    [InlineData("d4:7", "D4:7")]
    [InlineData("(D4:7)", "D4:7")]
    [InlineData("D", null)]
    [InlineData("D4", null)]
    [InlineData("D4:", null)]
    [InlineData("D:4", null)]
    [InlineData("X4:7", null)]
    [InlineData("", null)]
    [InlineData("D99999999999:1", null)]
    public void Normalise_AnySpelling_GivesOneFormOrNull(string id, string? expected) =>
        LoCoMoEvidence.Normalise(id).ShouldBe(expected);

    [Fact]
    public void Split_SemicolonsAndBlanks_GivesTheParts() =>
        LoCoMoEvidence.Split(" D8:6; D9:17  D1:1;;").ShouldBe(["D8:6", "D9:17", "D1:1"]);
}
