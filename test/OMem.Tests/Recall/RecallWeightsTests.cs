using System.Text;
using OMem.Recall;

namespace OMem.Tests.Recall;

public sealed class RecallWeightsTests
{
    [Fact]
    public void Save_Loaded_GivesTheSameBytes()
    {
        var first = Save(RecallWeights.Default);
        using var stream = new MemoryStream(first);
        Save(RecallWeights.Load(stream)).ShouldBe(first);
    }

    [Fact]
    public void With_OtherWeights_ChangesOneProfileOnly()
    {
        var weights = Enumerable.Range(0, FeatureCatalog.Count).Select(i => i / 4f).ToArray();
        var changed = RecallWeights.Default.With(RecallWeights.Default.Profile("assistant").With(weights));
        changed.Profile("assistant").Weights.ShouldBe(weights);
        changed.Profile("assistant").Weight(Feature.Session).ShouldBe((int)Feature.Session / 4f);
        changed.Profile("conversation").Weights.ShouldBe(RecallWeights.Default.Profile("conversation").Weights);
        changed.For(hasAssistant: true).Name.ShouldBe("assistant");
        changed.For(hasAssistant: false).Name.ShouldBe("conversation");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[1]")]
    [InlineData("""{"profiles":{"conversation":{}}}""")]
    public void Load_NotAWeightsFile_ThrowsFormat(string text) =>
        Should.Throw<FormatException>(() => Load(text));

    [Fact]
    public void Load_UnknownFeature_NamesIt()
    {
        var text = Encoding.UTF8.GetString(Save(RecallWeights.Default)).Replace("\"words-when\"", "\"words-whence\"", StringComparison.Ordinal);
        Should.Throw<FormatException>(() => Load(text)).Message.ShouldContain("'words-whence' in profile 'conversation'");
    }

    [Fact]
    public void Profile_UnknownName_Throws() => Should.Throw<ArgumentException>(() => RecallWeights.Default.Profile("poetry"));

    [Fact]
    public void Catalog_EveryFeature_StandsAtItsColumnUnderOneName()
    {
        FeatureCatalog.All.Select(definition => (int)definition.Feature).ShouldBe(Enumerable.Range(0, FeatureCatalog.Count));
        FeatureCatalog.All.Select(definition => definition.Name).Distinct(StringComparer.Ordinal).Count().ShouldBe(FeatureCatalog.Count);
        Enum.GetValues<Feature>().Length.ShouldBe(FeatureCatalog.Count);
        foreach (var definition in FeatureCatalog.All)
        {
            FeatureCatalog.TryFind(definition.Name, out var found).ShouldBeTrue();
            found.ShouldBe(definition.Feature);
            FeatureCatalog.Get(found).ShouldBe(definition);
        }
    }

    private static byte[] Save(RecallWeights weights)
    {
        using var stream = new MemoryStream();
        weights.Save(stream);
        return stream.ToArray();
    }

    private static RecallWeights Load(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return RecallWeights.Load(stream);
    }
}
