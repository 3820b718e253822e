using System.Text.Json;

namespace OMem.Cli.Tests.Support;

/// <summary>Runs commands on one scope, by words alone so that no model is loaded.</summary>
internal static class TestHostCommands
{
    public static Task<int> OmemAsync(this TestHost host, params string[] args) => host.OmemAsAsync("ana", args);

    public static Task<int> OmemAsAsync(this TestHost host, string user, params string[] args) =>
        host.RunAsync([.. args, "--data", "store", "--tenant", "test", "--user", user, "--embedding-model", "none"]);

    public static async Task<JsonElement> OmemJsonAsync(this TestHost host, params string[] args)
    {
        (await host.OmemAsync([.. args, "--json"])).ShouldBe(0, host.Error.ToString());
        using var document = JsonDocument.Parse(host.Out.ToString());
        return document.RootElement.Clone();
    }

    public static async Task RememberTeaAsync(this TestHost host)
    {
        host.Write("tea.jsonl", Chats.Tea);
        (await host.OmemAsync("remember", "tea.jsonl")).ShouldBe(0, host.Error.ToString());
    }
}
