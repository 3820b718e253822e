using OMem.Interactions;

namespace OMem.Tests.Interactions;

public sealed class ContentHashTests
{
    private static readonly Interaction Message = new()
    {
        Id = "m1",
        Speaker = "Alice",
        Text = "Hello",
        OccurredAt = new DateTimeOffset(2024, 5, 1, 10, 0, 0, TimeSpan.FromHours(2)),
        Session = "s1",
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "1", ["b"] = "2" },
    };

    public static TheoryData<Interaction> Different =>
    [
        Message with { Text = "Hello!" },
        Message with { Speaker = "Bob" },
        Message with { Role = SpeakerRole.Assistant },
        Message with { Session = null },
        Message with { OccurredAt = Message.OccurredAt.AddTicks(1) },
        Message with { OccurredAt = Message.OccurredAt.ToOffset(TimeSpan.Zero) },
        Message with { Metadata = new Dictionary<string, string> { ["a"] = "1" } },
        Message with { Speaker = "AliceH", Text = "ello" },
    ];

    [Theory]
    [MemberData(nameof(Different))]
    public void Of_AnyFieldChanged_Differs(Interaction other) =>
        ContentHash.Of(other).ShouldNotBe(ContentHash.Of(Message));

    [Fact]
    public void Of_OtherId_IsTheSame() =>
        ContentHash.Of(Message with { Id = "m2" }).ShouldBe(ContentHash.Of(Message));

    [Fact]
    public void Of_MetadataInOtherOrder_IsTheSame()
    {
        var reordered = Message with { Metadata = new Dictionary<string, string> { ["b"] = "2", ["a"] = "1" } };

        ContentHash.Of(reordered).ShouldBe(ContentHash.Of(Message));
    }
}
