using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using OMem.Models;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>A recall of one session shows nothing of another, though both are of one memory.</summary>
public sealed class SessionIsolationTests : IAsyncDisposable
{
    private static readonly string[] Canaries = [Owned.Clue, "zanzibor", "quokkazor", "marmelux", "captionix", "owner-"];

    private readonly InMemoryMemoryStore _store = new();
    private readonly EchoClient _model = new();
    private readonly MemoryEngine _engine;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2024, 4, 1, 9, 0, 0, TimeSpan.Zero));

    public SessionIsolationTests() =>
        _engine = new MemoryEngine(_store, options: new OMemOptions { BackgroundUnderstanding = false }, time: _time, models: new MemoryModels { Answerer = _model });

    private IMemory Memory => _engine.ForScope(new MemoryScope("acme", "ann"));

    public async ValueTask DisposeAsync()
    {
        await _engine.DisposeAsync();
        await _store.DisposeAsync();
        _model.Dispose();
    }

    [Theory]
    [InlineData("mine")]
    [InlineData("owner")]
    [InlineData("OWNER-SESSION")]
    [InlineData("owner-session\u200d")]
    [InlineData("owner%")]
    [InlineData("' OR 1=1 --")]
    public async Task RecallAndAsk_OfOneSession_ShowNothingOfAnother(string session)
    {
        await TellAsync();
        var found = 0;
        foreach (var asked in (string[])["What does Ann love, play, own and like?", "Where does Ann live?", "What happened? What is her pet called?"])
        {
            var query = new RecallQuery(asked) { Session = session, Neighbours = 10, IncludeSuperseded = true, MaxItems = 10_000, TokenBudget = 1_000_000 };
            var recalled = await Memory.RecallAsync(query);
            var answer = await Memory.AskAsync(new AskQuery(query));
            var streamed = await Memory.AskStreamingAsync(new AskQuery(query)).ToListAsync();

            foreach (var shown in (object[])[recalled, answer, streamed])
            {
                var text = JsonSerializer.Serialize(shown);
                Canaries.ShouldAllBe(canary => !text.Contains(canary, StringComparison.OrdinalIgnoreCase), text);
            }

            recalled.Items.SelectMany(static item => item.Citations).ShouldAllBe(citation => citation.Session == session);
            found += recalled.Items.Count;
        }

        (found > 0).ShouldBe(session is "mine");
    }

    [Fact]
    public async Task Recall_OfASessionWithoutAName_IsRefused()
    {
        await Memory.RememberAsync([new Interaction { Id = "m1", Speaker = "Ann", Text = "I live in Oslo.", OccurredAt = _time.GetUtcNow() }]);

        var refusal = await Should.ThrowAsync<InvalidQueryException>(() => Memory.RecallAsync(new RecallQuery("Where does Ann live?") { Session = "" }));

        refusal.Field.ShouldBe("Session");
        refusal.Message.ShouldContain("is empty");
    }

    [Fact]
    public async Task Recall_ItemThatBothSessionsTell_CitesOnlyTheOneAskedFor()
    {
        await TellAsync();

        var result = await Memory.RecallAsync(new RecallQuery("Does Ann love chess?") { Session = "mine", Kinds = [RecallItemKind.Attribute] });

        result.Items[0].Text.ShouldContain("chess");
        result.Items[0].Citations.ShouldHaveSingleItem().InteractionId.ShouldBe("mine-1");
    }

    [Fact]
    public async Task Trace_OfOneSession_NamesOthersOnlyAsLeftOut()
    {
        await TellAsync();

        var result = await Memory.RecallAsync(new RecallQuery("What does Ann love?") { Session = "mine", IncludeTrace = true });

        result.Trace!.Candidates.Where(static candidate => candidate.Id.StartsWith("owner-", StringComparison.Ordinal))
            .ShouldAllBe(static candidate => candidate.Decision == TraceDecision.Filtered);
    }

    private async Task TellAsync()
    {
        string[] theirs = ["I love chess.", "I live in Zanzibor.", "I love theremox music.", "I have a quokkazor called Marmelux.", "I own a theremox.", "I moved to Zanzibor."];
        string[] ours = ["I love chess.", "I have a cat.", "I live in Bergen."];
        foreach (var (session, id, texts) in ((string, string, string[])[])[(Owned.Session, "owner-", theirs), ("mine", "mine-", ours)])
        {
            for (var i = 0; i < texts.Length; i++)
            {
                _time.Advance(TimeSpan.FromDays(1));
                await Memory.RememberAsync([new Interaction
                {
                    Id = $"{id}{i + 1}",
                    Speaker = "Ann",
                    Text = texts[i],
                    Session = session,
                    OccurredAt = _time.GetUtcNow(),
                    Metadata = session is "mine" ? new Dictionary<string, string>() : new Dictionary<string, string> { ["caption"] = "captionix" },
                }]);
            }
        }

        await Memory.FlushAsync();
    }
}
