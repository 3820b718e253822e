using OMem.Sqlite.Tests.Isolation;

namespace OMem.Cli.Tests.Isolation;

/// <summary>One command line of a stranger.</summary>
/// <param name="Verb">The command, with its parents.</param>
/// <param name="Code">The exit code it has to end with.</param>
/// <param name="Arguments">What follows the command.</param>
internal sealed record CliCall(string Verb, int Code, Func<Owned, string[]> Arguments)
{
    /// <summary>What has to stand on the error stream.</summary>
    public string Says { get; init; } = "";

    /// <summary>Canaries that the line itself names, so that they may come back.</summary>
    public string[] Named { get; init; } = [];
}

/// <summary>Every command that works on a memory, with the owner's ids and positions where it takes any; those that write come last.</summary>
internal static class CliCalls
{
    private static readonly string[] Why = ["--by", "stranger", "--reason", "I want it"];

    /// <summary>Commands that work on no memory, or on one of their own, and why.</summary>
    public static IReadOnlyDictionary<string, string> WithoutAScope { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["demo"] = "makes a store of its own",
        ["doctor"] = "looks at the machine and the store as a whole, without content",
        ["llm check"] = "asks a model",
        ["llm show"] = "shows settings",
        ["key new"] = "makes a key",
        ["key status"] = "counts the keys of the store as a whole",
        ["key rotate"] = "wraps the keys of the store as a whole anew, without content",
        ["encrypt"] = "copies the store as a whole for whoever has its file and key",
        ["decrypt"] = "copies the store as a whole for whoever has its file and key",
        ["eval retrieval"] = "works on data sets",
        ["eval qa"] = "works on data sets",
        ["eval tune"] = "works on data sets",
        ["bench"] = "makes a store of its own",
        ["bench growth"] = "makes stores of its own",
        ["bench encryption"] = "makes stores of its own",
        ["completion"] = "prints a script",
    };

    public static IReadOnlyList<CliCall> All { get; } =
    [
        Call("recall", "What does she love, own and play, and where does she live?", "--include-superseded", "--neighbours", "10", "--max-items", "100", "--budget", "100000"),
        Call("recall", "What does she love?", "--speaker", Owned.Speaker),
        Call("recall", "What does she love?", "--session", Owned.Session),
        Call("explain", "What does she love, own and play, and where does she live?"),
        new("ask", 1, static _ => ["What does she play?"]) { Says = "No language model" },
        Call("persona", "--include-superseded"),
        Call("quarantine"),
        Call("quarantine list", "--subject", Owned.Speaker),
        Call("topics"),
        Call("episodes"),
        Call("history"),
        new("history", 0, static owned => ["--item", owned.Current]),
        new("history", 0, static owned => ["--after", (owned.LastEntry - 1).ToString(System.Globalization.CultureInfo.InvariantCulture)]),
        Call("status"),
        Call("stats"),
        Call("policy show"),
        Call("export"),
        Call("export", "--derived", "--with-recorded-at"),
        Call("export", "--full"),
        new("confirm", 2, static owned => [owned.Current, .. Why]) { Says = "There is no attribute or fact" },
        new("correct", 2, static owned => [owned.Current, "--value", "x", .. Why]) { Says = "There is no attribute or fact" },
        new("retract", 2, static owned => [owned.Superseded, .. Why]) { Says = "There is no attribute or fact" },
        new("quarantine release", 2, static owned => [owned.Current, .. Why]) { Says = "is held back" },
        new("quarantine discard", 2, static owned => [owned.Current, .. Why]) { Says = "is held back" },
        new("undo", 2, static owned => [owned.LastEntry.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Why]) { Says = "There is no ledger entry" },
        new("redo", 2, static owned => [owned.Undo.ToString(System.Globalization.CultureInfo.InvariantCulture), .. Why]) { Says = "There is no ledger entry" },
        new("import", 2, static _ => ["owner.jsonl"]) { Says = "is not empty" },
        Call("flush"),
        Call("rebuild"),
        Call("policy set", "--all", "mask"),
        new("remember", 0, static _ => ["again.jsonl"]),
        new("export", 0, static _ => []) { Named = ["owner-"] },
        Call("forget", "--query", "What does she play?", "--dry-run"),
        new("forget", 2, static _ => ["owner-2", "--yes", .. Why]) { Says = "Nothing that is selected" },
        new("forget", 2, static _ => ["--session", Owned.Session]) { Says = "no terminal" },
        Call("retention show"),
        Call("retention set", "--max-sessions", "1"),
        Call("retention apply", "--dry-run"),
        Call("erase", "owner-2", "--yes", "--verify", "--by", "stranger", "--reason", "I want it"),
        Call("erase", "--all", "--yes", "--by", "stranger", "--reason", "I want it"),
    ];

    private static CliCall Call(string verb, params string[] arguments) => new(verb, 0, _ => arguments);
}
