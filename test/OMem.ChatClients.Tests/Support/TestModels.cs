namespace OMem.ChatClients.Tests.Support;

/// <summary>Clients of a loopback server.</summary>
internal static class TestModels
{
    public const string Key = "sk-test-51NotARealKey0000";
    public const string Name = "small-model";

    public static ChatModels Of(LoopbackServer server, ModelProvider provider = ModelProvider.OpenAI, string? key = null, string model = Name, Func<ChatModelsSettings, ChatModelsSettings>? change = null)
    {
        var settings = new ChatModelsSettings
        {
            Default = new ModelSettings
            {
                Provider = provider,
                Model = model,
                Endpoint = provider switch
                {
                    ModelProvider.OpenAI => server.Endpoint.AbsoluteUri,
                    _ => server.Root.AbsoluteUri,
                },
            },
        };
        return ChatModels.Create(change is null ? settings : change(settings), name => name == "OMEM_LLM_API_KEY" ? key : null);
    }

    public static async Task<ModelException> FaultAsync(Func<Task> call) => await Should.ThrowAsync<ModelException>(call);

    public static async Task<List<ChatResponseUpdate>> StreamAsync(this IChatClient client, string prompt, ChatOptions? options = null) =>
        await client.GetStreamingResponseAsync(prompt, options).ToListAsync();
}
