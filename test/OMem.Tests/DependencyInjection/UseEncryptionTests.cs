using Microsoft.Extensions.DependencyInjection;
using OMem.Encryption;
using OMem.Storage;

namespace OMem.Tests.DependencyInjection;

/// <summary>How a sealed engine is composed from services.</summary>
public sealed class UseEncryptionTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task UseEncryption_BeforeOrAfterTheStore_SealsIt(bool before)
    {
        await using var inner = new InMemoryMemoryStore();
        var builder = new ServiceCollection().AddOMem();
        _ = before ? Encrypted(builder).UseStore(_ => inner) : Encrypted(builder.UseStore(_ => inner));
        await using var provider = builder.UseKeyRing(static _ => new InMemoryDataKeyRing()).Services.BuildServiceProvider();
        var memory = provider.GetRequiredService<IMemoryEngine>().ForScope(new MemoryScope("acme", "alice"));

        await memory.RememberAsync([new Interaction { Id = "m1", Speaker = "Alice", Text = "I live in Oslo.", OccurredAt = new DateTimeOffset(2024, 5, 17, 12, 0, 0, TimeSpan.Zero) }]);

        provider.GetRequiredService<IMemoryStore>().ShouldBeOfType<SealedMemoryStore>();
        var held = (await inner.ListScopesAsync()).ShouldHaveSingleItem();
        held.Tenant.ShouldNotBe("acme");
        (await inner.GetInteractionsAsync(held, [1])).ShouldHaveSingleItem().Interaction.Text.ShouldNotContain("Oslo");
        (await memory.GetStatusAsync()).Store.MasterKeyId.ShouldNotBeNull();
    }

    [Fact]
    public async Task UseEncryption_StoreWithoutARing_SaysWhatToCall()
    {
        await using var provider = Encrypted(new ServiceCollection().AddOMem().UseStore(static _ => new InMemoryMemoryStore())).Services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<IMemoryEngine>).Message.ShouldContain("UseKeyRing");
    }

    [Fact]
    public async Task UseEncryption_StoreRegisteredPastTheBuilder_IsRefusedInsteadOfLeftPlain()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IMemoryStore>(new InMemoryMemoryStore());
        await using var provider = Encrypted(services.AddOMem()).Services.BuildServiceProvider();

        Should.Throw<InvalidOperationException>(provider.GetRequiredService<IMemoryEngine>).Message.ShouldContain("would not be encrypted");
    }

    [Fact]
    public async Task UseInMemoryStore_Encrypted_BringsItsOwnRing()
    {
        await using var provider = Encrypted(new ServiceCollection().AddOMem().UseInMemoryStore()).Services.BuildServiceProvider();

        (await provider.GetRequiredService<IMemoryEngine>().ListScopesAsync()).ShouldBeEmpty();
    }

    private static IOMemBuilder Encrypted(IOMemBuilder builder) => builder.UseEncryption(static _ => MasterKeys.Parse([MasterKeys.NewKey()], "the test"));
}
