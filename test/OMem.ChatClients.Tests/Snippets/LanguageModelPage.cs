using System.ClientModel;
using Microsoft.Extensions.DependencyInjection;
using OMem.Storage;

namespace OMem.ChatClients.Tests.Snippets;

/// <summary>The code of docs/how-to/language-model.md, compiled and run.</summary>
public sealed class LanguageModelPage
{
    [Fact]
    public async Task FromSettings_OnThePage_MakesAnEngine()
    {
        var services = new ServiceCollection();

        #region from-settings
        using var models = ChatModels.Create(new ChatModelsSettings
        {
            Default = new ModelSettings { Endpoint = "http://localhost:8000/v1", Model = "qwen3-8b" },
            Roles = new Dictionary<ModelRole, ModelSettings>
            {
                // Another host, so another key: OMEM_LLM_ANSWERER_API_KEY.
                [ModelRole.Answerer] = new() { Endpoint = "https://api.openai.com/v1", Model = "gpt-5-mini" },
            },
        });
        services.AddOMem().UseInMemoryStore().UseModels(_ => models.ToMemoryModels());
        #endregion

        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IMemoryEngine>().ShouldNotBeNull();
        models.Models.Single(model => model.Role == ModelRole.Answerer).KeyVariable.ShouldBe("OMEM_LLM_ANSWERER_API_KEY");
    }

    [Fact]
    public async Task OwnClient_OnThePage_IsRecordedAndMapped()
    {
        await using var server = await LoopbackServer.StartAsync();
        var folder = Directory.CreateTempSubdirectory("omem-snippet-");
        var recordings = folder.FullName;
        var key = new ApiKeyCredential("any");
        var services = new ServiceCollection();

        #region own-client
        var options = new OpenAI.OpenAIClientOptions
        {
            Endpoint = server.Endpoint,
            RetryPolicy = new System.ClientModel.Primitives.ClientRetryPolicy(0), // the engine retries, and counts
        };
        var client = new OpenAI.Chat.ChatClient("qwen3-8b", key, options)
            .AsIChatClient()
            .AsBuilder()
            .UseRecording(recordings)
            .UseModelFaults()
            .Build();
        services.AddOMem().UseInMemoryStore().UseModel(_ => client);
        #endregion

        await client.GetResponseAsync("hello");
        folder.GetFiles().ShouldHaveSingleItem();
        folder.Delete(recursive: true);
    }
}
