namespace OMem.Sqlite.Tests.Isolation;

/// <summary>Names that would look like another scope to a person are refused at the door; an agent without a name is no way to say "no agent".</summary>
public sealed class RefusedScopeTests
{
    [Theory]
    [InlineData("", "empty")]
    [InlineData(" ann", "white space")]
    [InlineData("ann ", "white space")]
    [InlineData("ann\u00a0", "white space")]
    [InlineData("\u3000ann", "white space")]
    [InlineData("ann\n", "white space")]
    [InlineData("an\0n", "control character")]
    [InlineData("an\u001bn", "control character")]
    [InlineData("a/../b", "'..'")]
    [InlineData("..\\b", "'..'")]
    public void Scope_NameThatCannotBeToldApart_IsRefusedInEveryPart(string name, string fault)
    {
        Refused(() => new MemoryScope(name, "ann", "one"), "tenant", fault);
        Refused(() => new MemoryScope("acme", name, "one"), "user", fault);
        Refused(() => new MemoryScope("acme", "ann", name), "agent", fault);
    }

    [Fact]
    public void Scope_LoneSurrogate_IsRefusedInEveryPart()
    {
        // An attribute's text is kept as UTF-8, where it would be lost.
        foreach (var lone in (string[])["ann\ud83d", "\udca9ann", "a\ud83dn"])
        {
            Scope_NameThatCannotBeToldApart_IsRefusedInEveryPart(lone, "lone surrogate");
        }
    }

    [Fact]
    public void Texts_OfScopesThatAreNearEachOther_AllDiffer()
    {
        var scopes = ScopePairs.All.SelectMany(static row => new[] { ScopePairs.Of(row.Data.Item2), ScopePairs.Of(row.Data.Item3) }).Distinct().ToArray();

        scopes.Select(static scope => scope.ToString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(scopes.Length);
    }

    private static void Refused(Func<MemoryScope> make, string part, string fault)
    {
        var refusal = Should.Throw<InvalidScopeException>(() => make());
        refusal.Part.ShouldBe(part);
        refusal.Message.ShouldContain(fault);
    }
}
