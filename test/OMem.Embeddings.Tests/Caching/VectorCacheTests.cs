using OMem.Embeddings.Caching;

namespace OMem.Embeddings.Tests.Caching;

public sealed class VectorCacheTests
{
    [Fact]
    public void Find_Unknown_GivesNull() => new VectorCache(2).Find(TextHash.Of("a")).ShouldBeNull();

    [Fact]
    public void Keep_MoreThanItHolds_DropsTheOneUnusedForLongest()
    {
        var cache = new VectorCache(2);
        Keep(cache, "a");
        Keep(cache, "b");
        cache.Find(TextHash.Of("a")).ShouldBe([97f]);
        Keep(cache, "c");
        cache.Count.ShouldBe(2);
        cache.Find(TextHash.Of("b")).ShouldBeNull();
        cache.Find(TextHash.Of("a")).ShouldBe([97f]);
        cache.Find(TextHash.Of("c")).ShouldBe([99f]);
    }

    [Fact]
    public void Keep_KnownText_ChangesNothing()
    {
        var cache = new VectorCache(2);
        var first = Keep(cache, "a");
        Keep(cache, "a");
        cache.Count.ShouldBe(1);
        cache.Find(TextHash.Of("a")).ShouldBeSameAs(first);
    }

    [Fact]
    public void Keep_NoCapacity_HoldsNothing()
    {
        var cache = new VectorCache(0);
        Keep(cache, "a");
        cache.Count.ShouldBe(0);
    }

    [Fact]
    public void KeepAndFind_ManyThreads_NeverGiveAnotherTextsVector()
    {
        var cache = new VectorCache(16);
        Parallel.For(0, 8, thread =>
        {
            for (var i = 0; i < 5_000; i++)
            {
                var text = ((char)('a' + ((i * (thread + 3)) % 40))).ToString();
                if (cache.Find(TextHash.Of(text)) is { } vector)
                {
                    vector[0].ShouldBe(text[0]);
                }
                else
                {
                    Keep(cache, text);
                }
            }
        });
        cache.Count.ShouldBe(16);
    }

    [Fact]
    public void Of_TextsThatDifferInALoneSurrogate_Differ()
    {
        TextHash.Of("\ud800").ShouldNotBe(TextHash.Of("\ud801"));
        TextHash.Of("").ShouldNotBe(TextHash.Of("\0"));
        TextHash.Of("abc").ShouldBe(TextHash.Of("abcd"[..3]));
    }

    private static float[] Keep(VectorCache cache, string text)
    {
        float[] vector = [text[0]];
        cache.Keep(TextHash.Of(text), vector);
        return vector;
    }
}
