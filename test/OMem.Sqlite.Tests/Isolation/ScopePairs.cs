namespace OMem.Sqlite.Tests.Isolation;

/// <summary>Scopes that are near each other: an owner and a stranger.</summary>
public static class ScopePairs
{
    private static readonly MemoryScope Ann = new("acme", "ann");

    public static TheoryData<string, string[], string[]> All
    {
        get
        {
            var data = new TheoryData<string, string[], string[]>();
            foreach (var (name, owner, stranger) in Pairs())
            {
                data.Add(name, Parts(owner), Parts(stranger));
            }

            return data;
        }
    }

    public static MemoryScope Of(string[] parts) => new(parts[0], parts[1], parts.ElementAtOrDefault(2));

    private static IEnumerable<(string Name, MemoryScope Owner, MemoryScope Stranger)> Pairs() =>
    [
        ("another tenant", Ann, new("globex", "ann")),
        ("another user", Ann, new("acme", "bob")),
        ("another agent", new("acme", "ann", "one"), new("acme", "ann", "two")),
        ("no agent", new("acme", "ann", "one"), Ann),
        ("an agent", Ann, new("acme", "ann", "one")),
        ("longer user", Ann, new("acme", "anna")),
        ("shorter user", new("acme", "anna"), Ann),
        ("longer tenant", Ann, new("acme2", "ann")),
        ("tenant and user run together", new("a/b", "c"), new("a", "b/c")),
        ("user and agent run together", new("a", "b", "c"), new("a", "b/c")),
        ("user and agent in one, with a colon", new("a", "b:c"), new("a", "b", "c")),
        ("parts changed places", new("a", "b"), new("b", "a")),
        ("agent and user changed places", new("a", "b", "c"), new("a", "c", "b")),
        ("case of the user", Ann, new("acme", "Ann")),
        ("case of the tenant", Ann, new("ACME", "ann")),
        ("case of the agent", new("acme", "ann", "one"), new("acme", "ann", "ONE")),
        ("Turkish case", new("acme", "irmak"), new("acme", "\u0131rmak")),
        ("composed and decomposed", new("acme", "Ren\u00e9"), new("acme", "Rene\u0301")),
        ("compatibility forms", new("acme", "ann"), new("acme", "\uff41nn")),
        ("sharp s", new("acme", "strasse"), new("acme", "stra\u00dfe")),
        ("look-alike letters", Ann, new("acme", "\u0430nn")),
        ("zero width joiner", Ann, new("acme", "an\u200dn")),
        ("right to left", new("acme", "\u05d0\u05d1"), new("acme", "\u05d1\u05d0")),
        ("override of direction", Ann, new("acme", "\u202enna")),
        ("emoji and its parts", new("acme", "\U0001F469\u200d\U0001F4BB"), new("acme", "\U0001F469")),
        ("no-break space inside", new("acme", "ann lee"), new("acme", "ann\u00a0lee")),
        ("two spaces inside", new("acme", "ann lee"), new("acme", "ann  lee")),
        ("all of LIKE", Ann, new("acme", "%")),
        ("one character of LIKE", Ann, new("acme", "an_")),
        ("a star", Ann, new("acme", "an*")),
        ("SQL that is always true", Ann, new("acme", "' OR '1'='1")),
        ("SQL that ends the statement", Ann, new("acme", "ann'; DELETE FROM interaction; --")),
        ("a comment", Ann, new("acme' --", "ann")),
        ("numbers that are equal", new("acme", "1"), new("acme", "01")),
        ("the word null", Ann, new("acme", "ann", "NULL")),
        ("percent escapes", new("a/b", "c"), new("a%2Fb", "c")),
        ("longest parts", new("acme", new string('a', 256)), new("acme", new string('a', 255))),
    ];

    private static string[] Parts(MemoryScope scope) => scope.Agent is { } agent ? [scope.Tenant, scope.User, agent] : [scope.Tenant, scope.User];
}
