using System.Text.Json;
using Microsoft.Data.Sqlite;
using OMem.Cli.Tests.Support;

namespace OMem.Cli.Tests.Commands;

public sealed class DoctorCommandTests : IDisposable
{
    private readonly TestHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Doctor_HealthyStore_HasNoFailure()
    {
        await _host.RememberTeaAsync();

        var checks = await ChecksAsync(0);

        checks["store file"].ShouldBe("ok");
        checks["store"].ShouldBe("ok");
        checks["outbox"].ShouldBe("ok");
        checks["vectors"].ShouldBe("ok");
        checks["clock"].ShouldBe("ok");
        checks["scope"].ShouldBe("ok");
        checks["embedding model"].ShouldBe("warn");
    }

    [Fact]
    public async Task Doctor_EraseThatCouldNotBeFinished_WarnsUntilOpeningFinishesIt()
    {
        await _host.RememberTeaAsync();
        await using (var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _host.Path("store/memory.omem"), Pooling = false }.ConnectionString))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN; SELECT count(*) FROM interaction";
            await command.ExecuteScalarAsync();
            await using (var marking = new SqliteConnection(other.ConnectionString))
            {
                await marking.OpenAsync();
                await using var mark = marking.CreateCommand();
                mark.CommandText = "UPDATE erasure SET unclean = 1";
                await mark.ExecuteNonQueryAsync();
            }

            (await ChecksAsync(0))["erasing"].ShouldBe("warn");
        }

        (await ChecksAsync(0)).ShouldNotContainKey("erasing");
    }

    [Fact]
    public async Task Doctor_NothingThereYet_WarnsAndMakesNothing()
    {
        (await _host.RunAsync("doctor", "--data", "store")).ShouldBe(0);

        _host.Out.ToString().ShouldContain("does not exist yet");
        _host.Out.ToString().ShouldContain("→ Store something with 'omem remember FILE'");
        Directory.Exists(_host.Path("store")).ShouldBeFalse();
    }

    [Fact]
    public async Task Doctor_FileThatIsNoStore_FailsWithAdvice()
    {
        _host.Write("store/memory.omem", "this is not a database, it is a letter to a friend that is long enough to be read as a header");

        (await ChecksAsync(1))["store"].ShouldBe("fail");
    }

    [Fact]
    public async Task Doctor_WaitingMessages_Warns()
    {
        _host.Write("tea.jsonl", Chats.Tea);
        await _host.OmemAsync("remember", "tea.jsonl", "--no-wait");

        (await ChecksAsync(0))["outbox"].ShouldBe("warn");
    }

    [Fact]
    public async Task Doctor_ModelDirectoryThatIsNotThere_Fails()
    {
        await _host.RememberTeaAsync();

        (await _host.RunAsync("doctor", "--data", "store", "--embedding-model", "nowhere")).ShouldBe(1);

        _host.Out.ToString().ShouldContain("fail  embedding model");
        _host.Out.ToString().ShouldContain("→ Give another --embedding-model");
    }

    private async Task<Dictionary<string, string>> ChecksAsync(int expectedCode)
    {
        (await _host.OmemAsync("doctor", "--json")).ShouldBe(expectedCode, _host.Error.ToString());
        using var document = JsonDocument.Parse(_host.Out.ToString());
        return document.RootElement.EnumerateArray().ToDictionary(check => check.GetProperty("name").GetString()!, check => check.GetProperty("state").GetString()!);
    }
}
