using OMem.Tests.Engine;

namespace OMem.Tests.Consolidation;

/// <summary>A parting ends what is known of the thing, whatever it was, and nothing that is only named alike.</summary>
public sealed class PartingTests
{
    [Theory]
    [InlineData("My apartment is in Queens.", "I gave up the Queens apartment.", "lives in Queens")]
    [InlineData("I love my iPhone.", "I ditched my iPhone for a Pixel.", "loves their iphone")]
    [InlineData("I go to the gym every day.", "I don't go to the gym anymore.", "goes to the gym every day")]
    [InlineData("I'm learning Spanish on my phone.", "I stopped learning Spanish.", "is learning Spanish on their phone")]
    [InlineData("I'm training for the Boston marathon.", "I dropped the marathon.", "is training for the Boston marathon")]
    [InlineData("My dog Biscuit is the best.", "We had to give Biscuit away.", "has a dog Biscuit")]
    [InlineData("I work as a nurse.", "I'm retired now.", "is a nurse")]
    [InlineData("I usually wake up at 6.", "I usually wake up at 8 now.", "usually wakes up at 6")]
    [InlineData("I drive to work.", "I cycle to work now.", "drives to work")]
    [InlineData("I prefer trains over flying.", "I prefer flying over trains now.", "prefers trains over flying")]
    public async Task Tell_Parting_EndsWhatWasKnown(string first, string then, string known)
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", first)]);
        await fixture.Memory.FlushAsync();
        (await TextsAsync(fixture.Memory)).ShouldContain($"Alice {known}", Case.Insensitive);

        await fixture.Memory.RememberAsync([EngineFixture.Say("m2", then, minutes: 10_000)]);
        await fixture.Memory.FlushAsync();

        (await TextsAsync(fixture.Memory)).ShouldNotContain($"Alice {known}", Case.Insensitive);
        (await fixture.Memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true })).Attributes
            .ShouldContain(item => string.Equals(item.Text, $"Alice {known}", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("I love party games.", "I left the party early.")]
    [InlineData("I live in Oslo.", "My sister gave up her flat in Oslo.")]
    [InlineData("I love jazz.", "I sold my jazz records.")]
    [InlineData("I eat meat.", "I cook meat now.")]
    [InlineData("I work as a nurse.", "I left work early.")]
    public async Task Tell_SomethingNamedAlike_EndsNothing(string first, string then)
    {
        await using var fixture = new EngineFixture();
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", first)]);
        await fixture.Memory.FlushAsync();
        var known = (await fixture.Memory.GetPersonaAsync()).Attributes.ShouldHaveSingleItem().Text;

        await fixture.Memory.RememberAsync([EngineFixture.Say("m2", then, minutes: 10_000)]);
        await fixture.Memory.FlushAsync();

        (await TextsAsync(fixture.Memory)).ShouldContain(known);
    }

    private static async Task<string> TextsAsync(IMemory memory) =>
        string.Join('\n', (await memory.GetPersonaAsync()).Attributes.Select(static item => item.Text)) + "\n";
}
