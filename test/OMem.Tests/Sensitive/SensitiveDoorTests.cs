using OMem.Storage;
using OMem.Tests.Engine;
using static OMem.Tests.Engine.EngineFixture;

namespace OMem.Tests.Sensitive;

/// <summary>The policy is done to what comes in, before anything is stored.</summary>
public sealed class SensitiveDoorTests : IAsyncDisposable
{
    private const string Password = "Tr0ub4dor&3", Mail = "alice.miller@example.com";

    private readonly EngineFixture _fixture = new();

    private IMemory Memory => _fixture.Memory;

    [Fact]
    public async Task Remember_ByDefault_MasksCredentialsAndKeepsTheRest()
    {
        var result = await Memory.RememberAsync([Say("m1", $"My password: {Password} and my mail is {Mail}")]);

        (await TextsAsync()).ShouldBe([$"My password: [masked: password] and my mail is {Mail}"]);
        result.Masked.ShouldBe([new SensitiveCount(SensitiveKind.Credential, 1)]);
    }

    [Fact]
    public async Task Remember_NothingSensitive_StoresTheTextAsGivenAndCountsNothing()
    {
        var result = await Memory.RememberAsync([Say("m1", "I live in Oslo")]);

        result.ShouldBe(new RememberResult(1, 0, 1));
    }

    [Fact]
    public async Task Remember_SecretInACaption_MasksIt()
    {
        await Memory.RememberAsync([Say("m1", "look") with { Metadata = new Dictionary<string, string> { ["caption"] = $"a note that says password: {Password}", ["mood"] = "fine" } }]);

        var stored = await Memory.ReadLogAsync().SingleAsync();
        stored.Interaction.Metadata.ShouldBe(new Dictionary<string, string> { ["caption"] = "a note that says password: [masked: password]", ["mood"] = "fine" });
    }

    [Fact]
    public async Task Remember_TheSameMessageTwice_IsRecognised()
    {
        await Memory.RememberAsync([Say("m1", $"password: {Password}")]);

        var again = await Memory.RememberAsync([Say("m1", $"password: {Password}")]);

        (again.Stored, again.AlreadyStored).ShouldBe((0, 1));
    }

    [Fact]
    public async Task Remember_TheSameIdWithAnotherSecret_IsTheSameMessage()
    {
        await Memory.RememberAsync([Say("m1", $"password: {Password}")]);

        var again = await Memory.RememberAsync([Say("m1", "password: Another-1")]);

        again.AlreadyStored.ShouldBe(1);
    }

    [Fact]
    public async Task Remember_WhatThePolicyRefuses_StoresNothingAndNamesNoValue()
    {
        await Memory.SetSensitiveDataPolicyAsync(SensitiveDataPolicy.Default with { Email = SensitiveHandling.Refuse });

        var error = await Should.ThrowAsync<SensitiveDataException>(() => Memory.RememberAsync([Say("m1", "I live in Oslo"), Say("m2", $"write to {Mail}")]));

        (error.Index, error.Field).ShouldBe((1, "text"));
        error.Kinds.ShouldBe([SensitiveKind.Email]);
        error.Message.ShouldBe("Interaction 1: text holds an e-mail address, which the policy of this memory refuses: take it out, or change the policy.");
        (await TextsAsync()).ShouldBeEmpty();
        (await Memory.GetStatusAsync()).Pending.ShouldBe(0);
    }

    [Theory]
    [InlineData("speaker")]
    [InlineData("session")]
    [InlineData("id")]
    [InlineData("metadata key")]
    public async Task Remember_ANameThatMayNotBeKept_IsRefused(string field)
    {
        await Memory.SetSensitiveDataPolicyAsync(SensitiveDataPolicy.All(SensitiveHandling.Mask));
        var given = Say("m1", "hello");
        given = field switch
        {
            "speaker" => given with { Speaker = Mail },
            "session" => given with { Session = Mail },
            "id" => given with { Id = Mail },
            _ => given with { Metadata = new Dictionary<string, string> { [Mail] = "x" } },
        };

        var error = await Should.ThrowAsync<SensitiveDataException>(() => Memory.RememberAsync([given]));

        error.Field.ShouldBe(field);
        error.ToString().ShouldNotContain(Mail);
    }

    [Fact]
    public async Task Policy_OfOneScope_LeavesTheOthers()
    {
        var other = _fixture.Engine.ForScope(new MemoryScope("acme", "bob"));
        await Memory.SetSensitiveDataPolicyAsync(SensitiveDataPolicy.All(SensitiveHandling.Mask));

        await Memory.RememberAsync([Say("m1", $"mail {Mail}")]);
        await other.RememberAsync([Say("m1", $"mail {Mail}")]);

        (await TextsAsync()).ShouldBe(["mail [masked: e-mail address]"]);
        (await other.ReadLogAsync().Select(stored => stored.Interaction.Text).ToListAsync()).ShouldBe([$"mail {Mail}"]);
        (await other.GetSensitiveDataPolicyAsync()).ShouldBe(SensitiveDataPolicy.Default);
    }

    [Fact]
    public async Task Policy_SetToNull_IsThatOfTheOptionsAgain()
    {
        await Memory.SetSensitiveDataPolicyAsync(SensitiveDataPolicy.All(SensitiveHandling.Refuse));
        await Memory.SetSensitiveDataPolicyAsync(null);

        (await Memory.GetSensitiveDataPolicyAsync()).ShouldBe(SensitiveDataPolicy.Default);
        (await Memory.GetStatusAsync()).SensitiveData.ShouldBe(SensitiveDataPolicy.Default);
    }

    [Fact]
    public async Task Policy_SetByAnotherEngine_HoldsAfterASecond()
    {
        await Memory.RememberAsync([Say("m1", $"mail {Mail}")]);
        await using var second = new MemoryEngine(_fixture.Store, options: new OMemOptions { BackgroundUnderstanding = false }, time: _fixture.Time);
        await second.ForScope(Alice).SetSensitiveDataPolicyAsync(SensitiveDataPolicy.All(SensitiveHandling.Mask));

        _fixture.Time.Advance(TimeSpan.FromSeconds(1));
        await Memory.RememberAsync([Say("m2", $"mail {Mail}")]);

        (await TextsAsync()).ShouldBe([$"mail {Mail}", "mail [masked: e-mail address]"]);
    }

    [Fact]
    public async Task Policy_OfANewerVersion_LetsNothingIn()
    {
        await _fixture.Store.OpenAsync();
        await _fixture.Store.SetPropertyAsync(Alice, "sensitive-data", "Email=Keep;Retina=Mask");

        await Should.ThrowAsync<MemoryStoreException>(() => Memory.RememberAsync([Say("m1", "hello")]));
    }

    [Fact]
    public async Task Correct_WithASecret_MasksItInMemoryAndLedger()
    {
        await Memory.RememberAsync([Say("m1", "I live in Oslo.")]);
        await Memory.FlushAsync();
        var item = (await Memory.GetPersonaAsync()).Attributes[0];

        await Memory.CorrectAsync(item.Id, new Replacement { Value = $"password: {Password}" }, new CorrectionNote("carol", $"the password is {Password}"));

        var entry = (await Memory.GetHistoryAsync().ToListAsync())[^1];
        entry.ToString().ShouldNotContain(Password);
        entry.Reason.ShouldContain("[masked: password]");
        (await Memory.GetPersonaAsync()).Attributes[0].Value.ShouldBe("password: [masked: password]");
    }

    [Fact]
    public void Options_WithoutAPolicy_AreNotValid() =>
        Should.Throw<System.ComponentModel.DataAnnotations.ValidationException>(
            () => new MemoryEngine(new InMemoryMemoryStore(), options: new OMemOptions { SensitiveData = null! })).Message.ShouldContain("SensitiveData");

    private async Task<List<string>> TextsAsync() => await Memory.ReadLogAsync().Select(stored => stored.Interaction.Text).ToListAsync();

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();
}
