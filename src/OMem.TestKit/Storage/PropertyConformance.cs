namespace OMem.TestKit.Storage;

/// <summary>Small named texts of a scope, or of the store.</summary>
public abstract class PropertyConformance<THarness> : MemoryStoreConformance<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task SetProperty_OfScopesAndStore_EachReadsItsOwn()
    {
        await Store.SetPropertyAsync(Alice, "policy", "hers");
        await Store.SetPropertyAsync(Bob, "policy", "his");
        await Store.SetPropertyAsync(null, "policy", "the store's");

        Assert.Equal("hers", (await Store.ReadPropertiesAsync(Alice))["policy"]);
        Assert.Equal("his", (await Store.ReadPropertiesAsync(Bob))["policy"]);
        Assert.Equal("the store's", (await Store.ReadPropertiesAsync(null))["policy"]);
        Assert.Empty(await Store.ReadPropertiesAsync(new MemoryScope("acme", "alice", "helper")));
    }

    [Fact]
    public async Task SetProperty_Again_TakesItsPlaceAndNullTakesItAway()
    {
        await Store.SetPropertyAsync(Alice, "a", "1");
        await Store.SetPropertyAsync(Alice, "a", "2");
        await Store.SetPropertyAsync(Alice, "b", "");

        Assert.Equal([new("a", "2"), new("b", "")], await Store.ReadPropertiesAsync(Alice));
        await Store.SetPropertyAsync(Alice, "a", null);
        await Store.SetPropertyAsync(Alice, "never", null);
        Assert.Equal([new("b", "")], await Store.ReadPropertiesAsync(Alice));
    }

    [Fact]
    public async Task ReadProperties_ManyNames_OrdinalOrderAndOrdinalNames()
    {
        string[] names = ["b", "B", "a", "é", "e\u0301", "🙂", "\uFFFD"];
        foreach (var name in names)
        {
            await Store.SetPropertyAsync(null, name, "of " + name);
        }

        var read = await Store.ReadPropertiesAsync(null);

        Assert.Equal(names.Order(StringComparer.Ordinal), read.Keys);
        Assert.All(names, name => Assert.Equal("of " + name, read[name]));
    }

    [Fact]
    public async Task Properties_ResetAndErase_OutliveTheFirstOnly()
    {
        await Store.AppendAsync(Alice, Sample.Rows(2));
        await Store.SetPropertyAsync(Alice, "policy", "hers");
        await Store.SetPropertyAsync(null, "policy", "the store's");

        await Store.ResetDerivedAsync(Alice, Sample.Entry("scope", LedgerOperation.Rebuild, "scope"));
        await Store.EraseAsync(Alice, new ScopeErase { Sequences = [1] });
        Assert.Equal([new("policy", "hers")], await Store.ReadPropertiesAsync(Alice));

        await Store.EraseAsync(Alice, new ScopeErase());
        Assert.Empty(await Store.ReadPropertiesAsync(Alice));
        Assert.Equal([new("policy", "the store's")], await Store.ReadPropertiesAsync(null));
    }

    [Fact]
    public async Task SetProperty_ScopeWithoutALog_IsNotListedAndCanBeRestoredInto()
    {
        await Store.SetPropertyAsync(Alice, "policy", "hers");

        Assert.Empty(await Store.ListScopesAsync());
        Assert.Equal(1, (await Store.RestoreAsync(Alice, new ScopeRestore { Log = Sample.Rows(1) })).LogSequence);
        Assert.Equal([new("policy", "hers")], await Store.ReadPropertiesAsync(Alice));
    }

    [Fact]
    public async Task SetProperty_EmptyName_IsRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Store.SetPropertyAsync(Alice, "", "x"));
}
