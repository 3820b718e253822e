namespace OMem.TestKit.Storage;

/// <summary>Heads, the list of scopes, the store's description.</summary>
public abstract class ScopeConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task GetHead_UnknownScope_IsZero() => Assert.Equal(default, await Store.GetHeadAsync(Alice));

    [Fact]
    public async Task GetHead_AfterAppendAndCommit_CountsBoth()
    {
        await AppendAsync(Alice, "a", "b");
        Assert.Equal(new ScopeHead(2, 0), await Store.GetHeadAsync(Alice));

        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0 });
        await AppendAsync(Alice, "c");

        Assert.Equal(new ScopeHead(3, 1), await Store.GetHeadAsync(Alice));
    }

    [Fact]
    public async Task ListScopes_Many_AreInOrdinalOrder()
    {
        // U+FF5E comes before U+1F600 by code point, after it by UTF-16 unit.
        MemoryScope[] expected =
        [
            new("A", "z"), new("a", "B"), new("a", "b"), new("a", "b", "A"), new("a", "b", "a"), new("a", "c"), new("ab", "a"),
            new("\U0001F600", "u"), new("\uFF5E", "u"),
        ];
        foreach (var scope in expected.Reverse())
        {
            await AppendAsync(scope, "m");
        }

        Assert.Equal(expected, await Store.ListScopesAsync());
    }

    [Fact]
    public async Task ListScopes_ScopeWithoutInteractions_IsNotListed()
    {
        await Store.CommitAsync(Alice, new DerivedCommit { ExpectedVersion = 0, Items = [Sample.Item("i", 1)] });

        Assert.Empty(await Store.ListScopesAsync());
        Assert.Equal(new ScopeHead(0, 1), await Store.GetHeadAsync(Alice));
    }

    [Fact]
    public async Task ListScopes_PartsThatCouldBeJoinedWrongly_StayApart()
    {
        MemoryScope[] scopes = [new("a", "b/c"), new("a/b", "c"), new("a", "b", "c"), new("a%2Fb", "c"), new("a'--", "b\";"), new("a", "b", "C")];
        foreach (var scope in scopes)
        {
            await AppendAsync(scope, "m");
        }

        Assert.Equal(scopes.Length, (await Store.ListScopesAsync()).Count);
        Assert.All(await Task.WhenAll(scopes.Select(scope => Store.GetHeadAsync(scope))), static head => Assert.Equal(1, head.LogSequence));
    }

    [Fact]
    public async Task Describe_OpenStore_TellsWhatItIs()
    {
        var description = await Store.DescribeAsync();

        Assert.NotEmpty(description.Provider);
        Assert.NotEmpty(description.Location);
        Assert.NotEmpty(description.Durability);
        Assert.True(description.SchemaVersion > 0);
        Assert.True(description.Bytes >= 0);
    }

    [Fact]
    public async Task Open_Again_IsHarmless()
    {
        await AppendAsync(Alice, "a");

        await Store.OpenAsync();

        Assert.Equal(["a"], await LogIdsAsync(Alice));
    }
}
