using System.Globalization;
using System.Text.Json;
using OMem.Cli.Import;

namespace OMem.Cli.Tests.Import;

public sealed class InstantParserTests
{
    [Theory]
    [InlineData("2024-05-01T18:30:00+02:00", "2024-05-01T18:30:00.0000000+02:00")]
    [InlineData("2024-05-01T18:30:00Z", "2024-05-01T18:30:00.0000000+00:00")]
    [InlineData("2024-05-01T18:30:00.1234567-11:00", "2024-05-01T18:30:00.1234567-11:00")]
    [InlineData("2024-05-01T18:30", "2024-05-01T18:30:00.0000000+00:00")]
    [InlineData("2024-05-01 18:30:05", "2024-05-01T18:30:05.0000000+00:00")]
    [InlineData("2024-05-01", "2024-05-01T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59+14:00", "9999-12-31T23:59:59.0000000+14:00")]
    public void TryParse_IsoTime_ReadsIt(string text, string expected)
    {
        InstantParser.TryParse(text, out var instant).ShouldBeTrue();
        instant.ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("now")]
    [InlineData("1/5/2024")]
    [InlineData("2024-13-01")]
    [InlineData("2024-02-30")]
    [InlineData("0000-01-01")]
    [InlineData("10000-01-01")]
    [InlineData("0001-01-01T00:00:00+05:00")]
    public void TryParse_AnythingElse_Refuses(string? text) => InstantParser.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("1714588200", "2024-05-01T18:30:00.0000000+00:00")]
    [InlineData("1714588200.5", "2024-05-01T18:30:00.5000000+00:00")]
    [InlineData("1714588200123", "2024-05-01T18:30:00.1230000+00:00")]
    [InlineData("0", "1970-01-01T00:00:00.0000000+00:00")]
    public void TryParse_UnixTime_ReadsSecondsAndMilliseconds(string json, string expected)
    {
        using var document = JsonDocument.Parse(json);
        InstantParser.TryParse(document.RootElement, out var instant).ShouldBeTrue();
        instant.ToString("O", CultureInfo.InvariantCulture).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1e300")]
    [InlineData("-99999999999")]
    [InlineData("true")]
    [InlineData("[]")]
    public void TryParse_OtherJson_Refuses(string json)
    {
        using var document = JsonDocument.Parse(json);
        InstantParser.TryParse(document.RootElement, out _).ShouldBeFalse();
    }
}
