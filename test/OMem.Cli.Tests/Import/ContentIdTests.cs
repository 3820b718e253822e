using OMem.Cli.Import;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Import;

public sealed class ContentIdTests
{
    private const string Line = """{"speaker":"Ana","text":"hi","occurredAt":"2024-05-01T18:30:00+02:00","session":"s","metadata":{"a":"1","b":"2"}}""";

    [Fact]
    public async Task Id_SameContent_IsTheSame()
    {
        var one = await Imports.OneAsync(Line);
        var reordered = await Imports.OneAsync(
            """{"metadata":{"b":"2","a":"1"},"session":"s","occurredAt":"2024-05-01T18:30:00.000+02:00","text":"hi","speaker":"Ana","role":"person"}""");

        one.Id.ShouldBe(reordered.Id);
        one.Id.ShouldMatch("^h-[0-9a-f]{32}$");
    }

    [Theory]
    [InlineData("\"Ana\"", "\"Ann\"")]
    [InlineData("\"hi\"", "\"ho\"")]
    [InlineData("18:30", "18:31")]
    [InlineData("+02:00", "+01:00")]
    [InlineData("\"session\":\"s\"", "\"session\":\"t\"")]
    [InlineData(",\"session\":\"s\"", "")]
    [InlineData("\"1\"", "\"3\"")]
    [InlineData("\"speaker\"", "\"role\":\"assistant\",\"speaker\"")]
    public async Task Id_AnyDifference_IsAnother(string from, string to)
    {
        var one = await Imports.OneAsync(Line);
        var other = await Imports.OneAsync(Line.Replace(from, to, StringComparison.Ordinal));

        other.Id.ShouldNotBe(one.Id);
    }

    [Fact]
    public void Id_BoundariesOfFields_Count()
    {
        var at = new DateTimeOffset(2024, 5, 1, 0, 0, 0, TimeSpan.Zero);
        var none = new Dictionary<string, string>();

        ContentId.Of("ab", "c", SpeakerRole.Person, at, "d", none).ShouldNotBe(ContentId.Of("a", "bc", SpeakerRole.Person, at, "d", none));
        ContentId.Of(null, "c", SpeakerRole.Person, at, "d", none).ShouldNotBe(ContentId.Of("", "c", SpeakerRole.Person, at, "d", none));
    }

    [Fact]
    public void Id_KnownContent_NeverChanges() =>
        ContentId.Of("s", "Ana", SpeakerRole.Person, new DateTimeOffset(2024, 5, 1, 18, 30, 0, TimeSpan.FromHours(2)), "hi", new Dictionary<string, string>())
            .ShouldBe("h-16b092a8d839f9ac00e52b09ed38b244");
}
