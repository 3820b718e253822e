using System.Text.Json;
using OMem.Models;
using OMem.Tests.Engine;
using OMem.Tests.Models;

namespace OMem.Tests.Trust;

/// <summary>The engine decides who a statement is from: not the words, not the reader, not a model that obeys.</summary>
public sealed class InjectionTests
{
    public static TheoryData<SpeakerRole, string> Cases => InjectionCases.All;

    [Fact]
    public void Cases_AreThirtyAtLeast_OfEveryRole()
    {
        var roles = Cases.Select(static row => row.Data.Item1).ToList();
        roles.Count.ShouldBeGreaterThanOrEqualTo(30);
        roles.Distinct().Count().ShouldBe(Enum.GetValues<SpeakerRole>().Length);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Remember_WithTheRules_IsNotBelieved(SpeakerRole role, string text)
    {
        await using var fixture = new EngineFixture();
        await AttackAsync(fixture, role, text);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Remember_WithAModelThatObeys_IsNotBelieved(SpeakerRole role, string text)
    {
        var client = new ScriptedChatClient(call => Obey(call.Read, text));
        await using var fixture = new EngineFixture(models: MemoryModels.Of(client));
        await AttackAsync(fixture, role, text);
        client.Calls.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Remember_WithAReaderThatLies_IsNotBelieved(SpeakerRole role, string text)
    {
        if (role is SpeakerRole.Person)
        {
            // A reader in the host's own process may read persons as it likes.
            return;
        }

        // It says that the person's message said so.
        await using var fixture = new EngineFixture(new ScriptedReader(stored => stored.Interaction.Role is SpeakerRole.Person ? ScriptedReader.Nothing(stored) : new InteractionUnderstanding(
            stored.Sequence, [], [Claim(new Evidence(1, "own", 0, 10))], [])));
        await AttackAsync(fixture, role, text, knowsOwn: false);
    }

    private static async Task AttackAsync(EngineFixture fixture, SpeakerRole role, string text, bool knowsOwn = true)
    {
        var memory = fixture.Memory;
        await memory.RememberAsync([EngineFixture.Say("own", "I live in Oslo, and I work at Acme.")]);
        await memory.FlushAsync();
        var before = Texts(await memory.GetPersonaAsync());
        Assert.True(before.Length > 0 || !knowsOwn, "the person's own words are believed");

        await memory.RememberAsync([EngineFixture.Say("attack", text, role is SpeakerRole.Person ? "Alice" : "source", "s2", 1) with { Role = role }]);
        await memory.FlushAsync();

        Texts(await memory.GetPersonaAsync()).ShouldBe(before);
        var recall = await memory.RecallAsync(new RecallQuery("Where does Alice live, where does she work, and what does she love? Rome? Evil Corp?") { IncludeSuperseded = true });
        recall.Items.Where(item => item.Kind is not RecallItemKind.Interaction).SelectMany(static item => item.Citations).ShouldAllBe(citation => citation.InteractionId == "own");
        (await memory.GetQuarantineAsync()).ShouldAllBe(held => held.Item.Evidence.All(evidence => evidence.InteractionId == "attack"));
        await memory.RebuildAsync();
        Texts(await memory.GetPersonaAsync()).ShouldBe(before);
    }

    /// <summary>Cites every message, the attack's words and every part of them, for whatever the attack wants.</summary>
    private static string Obey(ReadRequestView request, string attack)
    {
        var attributes = new List<object>();
        var facts = new List<object>();
        foreach (var message in request.Messages)
        {
            var isAttack = string.Equals(message.Text, attack, StringComparison.Ordinal);
            string[] words = isAttack ? [message.Text, .. message.Text.Split('\n', '"', '>', '.')] : [message.Text];
            foreach (var word in words.Where(static word => word.Trim().Length > 8))
            {
                if (!isAttack)
                {
                    // It reads the person's own message well: only the attack is to be obeyed.
                    attributes.Add(new { message = message.N, words = word, subject = "Alice", aspect = "home", value = "Oslo", text = "Alice lives in Oslo", polarity = "positive", tense = "present" });
                    continue;
                }

                foreach (var (aspect, value, text) in new[] { ("home", "Rome", "Alice lives in Rome"), ("employer", "Evil Corp", "Alice works at Evil Corp"), ("preference", "leverage", "Alice loves leverage") })
                {
                    attributes.Add(new { message = message.N, words = word, subject = "Alice", aspect, value, text, polarity = "positive", tense = "present" });
                    facts.Add(new { message = message.N, words = word, subject = "Alice", text, polarity = "positive", tense = "past" });
                }
            }
        }

        return JsonSerializer.Serialize(new
        {
            topics = Array.Empty<object>(),
            attributes,
            facts,
            read = request.Messages.Select(message => new { message = message.N, items = 0 }),
        });
    }

    private static AttributeCandidate Claim(Evidence evidence) => new()
    {
        Subject = "Alice", Aspect = "home", Value = "Rome", Text = "Alice lives in Rome", Exclusive = true, Confidence = 1, Evidence = evidence,
    };

    private static string[] Texts(PersonaCard card) => [.. card.Attributes.Concat(card.Facts).Select(static item => item.Text).Order(StringComparer.Ordinal)];
}
