using System.Globalization;
using System.Text.Json;
using CsCheck;
using OMem.Tests.Text;

namespace OMem.Tests.Understanding;

/// <summary>What holds of the local reader for any text.</summary>
public sealed class ReadingProperties
{
    private static readonly string[] Said =
    [
        "I live in Bonn", "I used to live in Ulm", "I love jazz, soul and funk", "I don't eat meat anymore", "My sister Ada plays the harp", "I'm a nurse at Charite",
        "I went to Malta last week", "I'll visit Oslo in June", "She said I am tall", "If I had a boat, I'd sail", "Do you like tea?", "I think I'm allergic to cats",
        "We adopted a dog called Rex", "my favourite colour is teal", "I quit my job", "I want to learn Welsh", "I bake every Sunday", "Thanks so much", "I'm 34", "lol",
    ];

    private static readonly Gen<string> Sentences = Gen.Int[0, Said.Length - 1].Array[1, 6].Select(picks => string.Join(". ", picks.Select(pick => Said[pick])) + ".");

    [Fact]
    public void Read_HostileText_NeverThrowsAndEvidenceLiesInside() => HostileText.Any.Sample(
        text =>
        {
            var read = Read(Reading.Message(text));
            return Evidence(read).All(evidence => evidence.Start >= 0 && evidence.Length > 0 && evidence.Start + evidence.Length <= text.Length);
        },
        iter: 1500);

    [Fact]
    public void Read_AnyChat_GivesConfidencesAndWeightsWithinRange() => Sentences.Sample(
        text =>
        {
            var read = Read(Reading.Message(text));
            return read.Attributes.All(attribute => attribute.Confidence is > 0 and <= 1 && attribute.Text.StartsWith(attribute.Subject, StringComparison.Ordinal))
                && read.Facts.All(fact => fact.Confidence is > 0 and <= 1 && fact.Text.StartsWith(fact.Subject, StringComparison.Ordinal))
                && read.Topics.All(topic => topic.Weight is > 0 and <= 1);
        },
        iter: 300);

    [Fact]
    public void Read_Twice_IsTheSame() => Sentences.Sample(text => Show(Read(Reading.Message(text))) == Show(Read(Reading.Message(text))), iter: 200);

    [Fact]
    public void Read_WithNeighboursThatCorrectNothing_IsTheSame() => Gen.Select(Sentences, Sentences, Sentences).Sample(
        (before, text, after) =>
        {
            StoredInteraction[] batch = [Reading.Message(before, sequence: 1), Reading.Message(text, sequence: 2), Reading.Message(after, sequence: 3)];
            var together = Reading.ReadAsync(batch).GetAwaiter().GetResult();
            return together.Count == 3 && batch.Zip(together).All(pair => Show(Read(pair.First)) == Show(pair.Second));
        },
        iter: 200);

    [Fact]
    public void Read_StatementsInAnyOrder_AreTheSameStatements() => Sentences.Sample(
        text =>
        {
            var turned = string.Join(". ", text.TrimEnd('.').Split(". ").Reverse()) + ".";
            return Statements(text).SequenceEqual(Statements(turned), StringComparer.Ordinal);
        },
        iter: 300);

    [Fact]
    public void Read_Statement_IsReadOnce() => Sentences.Sample(
        text => Statements(text).SequenceEqual(Statements(text + " " + text), StringComparer.Ordinal), iter: 200);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az-Latn-AZ")]
    [InlineData("th-TH")]
    [InlineData("fa-IR")]
    public void Read_AnyCulture_IsTheSame(string culture)
    {
        var (before, plain) = (CultureInfo.CurrentCulture, Said.Select(text => Show(Read(Reading.Message(text.ToUpperInvariant())))).ToArray());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Said.Select(text => Show(Read(Reading.Message(text.ToUpperInvariant())))).ShouldBe(plain);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static InteractionUnderstanding Read(StoredInteraction message) => Reading.ReadAsync([message]).GetAwaiter().GetResult()[0];

    private static IEnumerable<Evidence> Evidence(InteractionUnderstanding read) =>
        read.Topics.Select(topic => topic.Evidence).Concat(read.Attributes.Select(attribute => attribute.Evidence)).Concat(read.Facts.Select(fact => fact.Evidence));

    private static string[] Statements(string text) =>
        [.. Read(Reading.Message(text)).Attributes.Select(attribute => attribute.Subject + "|" + Reading.Show(attribute)).Order(StringComparer.Ordinal)];

    private static string Show(InteractionUnderstanding read) => JsonSerializer.Serialize(read);
}
