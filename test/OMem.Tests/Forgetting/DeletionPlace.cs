using OMem.Models;
using OMem.Tests.Engine;
using OMem.Tests.Models;

namespace OMem.Tests.Forgetting;

/// <summary>A memory of the deletion set, with a model whose answers are all that it is told.</summary>
internal sealed class DeletionPlace : IAsyncDisposable
{
    private readonly List<ForgettingFixture> _fixtures = [Make()];
    private int _messages;

    public IMemory Memory => Fixture.Memory;

    private ForgettingFixture Fixture => _fixtures[^1];

    public async Task SayAsync(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.StartsWith('!'))
            {
                await DecideAsync(line[1..].Split(' '));
                continue;
            }

            Fixture.Engine.Time.Advance(TimeSpan.FromDays(1));
            var isAssistant = line.StartsWith('@');
            var said = EngineFixture.Say($"m{++_messages}", line.TrimStart('@'), isAssistant ? "Helper" : "Alice") with
            {
                OccurredAt = Fixture.Now, Role = isAssistant ? SpeakerRole.Assistant : SpeakerRole.Person,
            };
            await Memory.RememberAsync([said]);
            await Memory.FlushAsync();
        }
    }

    public Task ForgetAsync(string[] ids) => Memory.ForgetAsync(ForgettingFixture.Ids(ids), ForgettingFixture.Note);

    public Task EraseAsync(string[] ids) => Fixture.EraseAsync(ids);

    public Task<string[]> ValuesAsync(string aspect) => Fixture.ValuesAsync(aspect);

    public Task<string> ExportAsync() => Fixture.ExportAsync();

    /// <summary>Everything a model is told with a question, its persona, topics and history beside.</summary>
    public async Task<string> ToldAsync(string question)
    {
        var answer = await Memory.AskAsync(new AskQuery(new RecallQuery(question) { MaxItems = 100, TokenBudget = 10_000, Neighbours = 3 }));
        var card = await Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var topics = await Memory.GetTopicsAsync();
        return string.Join('\n', [answer.Text, .. card.Attributes.Concat(card.Facts).Select(static item => item.Text), .. card.Clusters.Select(static cluster => cluster.Summary), .. topics.Select(static topic => $"{topic.Label} {string.Join(' ', topic.Aliases)}")]);
    }

    /// <summary>Goes on with an export of it in another place.</summary>
    public async Task MoveAsync()
    {
        var stream = new MemoryStream();
        await Memory.ExportAsync(stream);
        stream.Position = 0;
        _fixtures.Add(Make());
        await Memory.RestoreAsync(stream);
        var again = new MemoryStream();
        await Memory.ExportAsync(again);
        again.ToArray().ShouldBe(stream.ToArray());
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var fixture in _fixtures)
        {
            await fixture.DisposeAsync();
        }
    }

    private static ForgettingFixture Make() => new(models: new MemoryModels { Answerer = new ScriptedChatClient(static call => call.Prompt) });

    private async Task DecideAsync(string[] words)
    {
        var id = (await Memory.GetPersonaAsync()).Attributes.First(item => item.Value.Contains(words[1], StringComparison.OrdinalIgnoreCase)).Id;
        _ = words[0] switch
        {
            "retract" => await Memory.RetractAsync(id, ForgettingFixture.Note),
            "confirm" => await Memory.ConfirmAsync(id, ForgettingFixture.Note),
            _ => await Memory.CorrectAsync(id, new Replacement { Value = words[2] }, ForgettingFixture.Note),
        };
    }
}
