using Microsoft.Extensions.DependencyInjection;
using OMem.Encryption;

namespace OMem.Sqlite.Tests.Snippets;

/// <summary>The code of docs/how-to/encryption.md.</summary>
public static class EncryptionPage
{
    public static IServiceCollection Host()
    {
        #region host
        var services = new ServiceCollection();
        services.AddOMem()
            .UseSqlite("memory.omem") // its key ring is memory.omem.keys
            .UseEncryption(_ => KeyFile.Read("/run/secrets/omem.key"));
        #endregion
        return services;
    }
}
