namespace OMem.Tests.Consolidation;

/// <summary>Runs <see cref="ContradictionCases"/>, and states how many a reader by rules gets right.</summary>
public sealed class ContradictionTests
{
    public static TheoryData<int> Indexes => [.. Enumerable.Range(0, ContradictionCases.All.Length)];

    [Fact]
    public void Cases_AreAtLeastForty() => ContradictionCases.All.Length.ShouldBeGreaterThanOrEqualTo(40);

    [Theory]
    [MemberData(nameof(Indexes))]
    public async Task Understand_Change_LeavesExpectedValues(int index)
    {
        var (text, aspect, expected, subject) = ContradictionCases.All[index];

        var book = await ChatOf(text).UnderstandAsync();

        Shown(book, aspect, subject).ShouldBe(Sorted(expected), $"{text} -> {string.Join("; ", book.Items.Select(item => item.Text))}");
        LedgerRules.Check(book);
    }

    [Fact]
    public async Task Understand_FreeWording_MissesWhatIsListed()
    {
        var misses = new List<int>();
        for (var i = 0; i < FreeWordingCases.All.Length; i++)
        {
            var (text, aspect, expected, subject) = FreeWordingCases.All[i];
            var book = await ChatOf(text).UnderstandAsync();
            LedgerRules.Check(book);
            if (!Matches(book, aspect, subject, expected))
            {
                misses.Add(i);
            }
        }

        misses.ShouldBe(FreeWordingCases.Misses);
    }

    private static bool Matches(DerivedBook book, string aspect, string subject, string expected)
    {
        var shown = Shown(book, aspect, subject);
        return expected.Length == 0 || shown.Length == 0
            ? expected.Length == shown.Length
            : shown[0] == expected[0] && (shown.Contains(expected[1..], StringComparison.OrdinalIgnoreCase) || expected.Contains(shown[1..], StringComparison.OrdinalIgnoreCase));
    }

    private static Chat ChatOf(string text)
    {
        var chat = new Chat();
        foreach (var message in text.Split(" | "))
        {
            if (message.StartsWith("Bob: ", StringComparison.Ordinal))
            {
                chat.Say(message[5..], speaker: "Bob");
            }
            else
            {
                chat.Say(message);
            }
        }

        return chat;
    }

    private static string Shown(DerivedBook book, string aspect, string subject) => string.Join(' ', book.Current
        .Where(item => item.Aspect == aspect && item.Subject == subject && item.ValidTo is null)
        .Select(item => (item.Polarity is Polarity.Positive ? "+" : "-") + item.Value).Order(StringComparer.Ordinal));

    private static string Sorted(string expected) => expected.Length == 0 ? expected
        : string.Join(' ', expected.Replace(" +", "\n+", StringComparison.Ordinal).Replace(" -", "\n-", StringComparison.Ordinal).Split('\n').Order(StringComparer.Ordinal));
}
