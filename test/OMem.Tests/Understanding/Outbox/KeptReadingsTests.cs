using OMem.Tests.Engine;
using OMem.Understanding;

namespace OMem.Tests.Understanding.Outbox;

public sealed class KeptReadingsTests
{
    private static readonly MemoryScope Bob = new("acme", "bob");

    [Fact]
    public void Find_Kept_GivesItUntilItIsDropped()
    {
        var kept = new KeptReadings();
        var key = Keys("I love jazz")[0];
        var reading = new InteractionUnderstanding(1, [], [], []);
        kept.Find(key).ShouldBeNull();

        kept.Keep(key, reading, kept.Generation);
        kept.Keep(key, new InteractionUnderstanding(1, [], [], []), kept.Generation);
        kept.Find(key).ShouldBeSameAs(reading);

        kept.Drop(key);
        kept.Drop(key);
        kept.Find(key).ShouldBeNull();
        kept.Count.ShouldBe(0);
    }

    [Fact]
    public void Keep_MoreThanTheBound_TheOldestGo()
    {
        var kept = new KeptReadings(most: 3);
        var keys = Keys("a", "b", "c", "d", "e");
        foreach (var key in keys)
        {
            kept.Keep(key, new InteractionUnderstanding(key.Sequence, [], [], []), kept.Generation);
        }

        kept.Count.ShouldBe(3);
        keys.Select(key => kept.Find(key)?.Sequence).ShouldBe([null, null, 3, 4, 5]);
    }

    [Fact]
    public void Key_SameMessagesCutAnotherWay_IsTheSame()
    {
        var log = Log("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");

        var whole = ReadingKey.Of(EngineFixture.Alice, log, []).ToList();
        var rest = ReadingKey.Of(EngineFixture.Alice, log[7..], log[1..7]).ToList();

        rest.ShouldBe(whole[7..]);
        whole.Distinct().Count().ShouldBe(10);
    }

    [Fact]
    public void Key_OtherNeighbourScopeOrWords_IsAnother()
    {
        var key = Keys("a", "b", "c")[2];

        Keys("a", "x", "c")[2].ShouldNotBe(key);
        Keys("a", "b", "x")[2].ShouldNotBe(key);
        ReadingKey.Of(Bob, Log("a", "b", "c"), []).Last().ShouldNotBe(key);

        // Too far before it to have been shown with it.
        Keys("x", "2", "3", "4", "5", "6", "7", "8")[7].ShouldBe(Keys("a", "2", "3", "4", "5", "6", "7", "8")[7]);
    }

    private static List<ReadingKey> Keys(params string[] texts) => [.. ReadingKey.Of(EngineFixture.Alice, Log(texts), [])];

    private static List<StoredInteraction> Log(params string[] texts) =>
        [.. texts.Select((text, i) => new StoredInteraction(i + 1, EngineFixture.Say($"m{i}", text, minutes: i), EngineFixture.Start))];
}
