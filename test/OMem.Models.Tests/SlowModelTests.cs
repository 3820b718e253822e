using System.Text.Json;
using OMem.Models.Stress;

namespace OMem.Models.Tests;

/// <summary>A real store file and a real HTTP server whose answers take their time, fail to come, or come in another order.</summary>
public sealed class SlowModelTests
{
    private const int Messages = 160;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Flush_AnswersInAnyOrder_SameMemoryAndLedger(int seed)
    {
        using var folder = await TalkFile.MakeAsync(Messages);
        await using var even = await LoopbackServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        await using var uneven = await LoopbackServer.StartAsync(
            new LoopbackOptions { MoreLatency = request => TimeSpan.FromMilliseconds(((request.Number * 7919) + seed) * 104_729 % 90) }, TestContext.Current.CancellationToken);

        var expected = await BuildAsync(folder.Copy("even"), even);
        var memory = await BuildAsync(folder.Copy("uneven"), uneven);

        memory.ShouldBe(expected);
        uneven.Log.Exchanges.Count(IsJudging).ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData(LoopbackFault.ServerError)]
    [InlineData(LoopbackFault.Unauthorized)]
    public async Task Flush_JudgeDownThenUp_SendsNoMessageToBeReadTwice(LoopbackFault fault)
    {
        var isUp = false;
        using var folder = await TalkFile.MakeAsync(Messages);
        await using var server = await LoopbackServer.StartAsync(
            new LoopbackOptions { Faults = request => IsJudging(request) && !Volatile.Read(ref isUp) ? fault : LoopbackFault.None }, TestContext.Current.CancellationToken);
        await using var engine = Open(folder.Copy("memory"), server, options => options.MaxUnderstandingAttempts = 1);
        if (fault is LoopbackFault.Unauthorized)
        {
            await Should.ThrowAsync<ModelException>(() => engine.Memory.FlushAsync());
        }
        else
        {
            await engine.Memory.FlushAsync(cancellationToken: TestContext.Current.CancellationToken);
        }

        var down = await engine.Memory.GetStatusAsync(TestContext.Current.CancellationToken);
        (down.Pending + down.Parked).ShouldBe(Messages);

        Volatile.Write(ref isUp, true);
        await engine.Memory.RetryParkedAsync(TestContext.Current.CancellationToken);
        await engine.Memory.FlushAsync(cancellationToken: TestContext.Current.CancellationToken);

        var status = await engine.Memory.GetStatusAsync(TestContext.Current.CancellationToken);
        (status.Pending, status.Parked).ShouldBe((0, 0));
        var readings = server.Log.Exchanges.Where(IsReading).Select(static exchange => exchange.Request.Input).ToList();
        readings.ShouldBeUnique();
        (await DumpAsync(engine.Memory)).ShouldBe(await UndisturbedAsync(folder));
    }

    [Fact]
    public async Task Flush_CancelledInMidJudge_LosesNothingAndHasNothingTwice()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var folder = await TalkFile.MakeAsync(Messages);
        await using var server = await LoopbackServer.StartAsync(
            new LoopbackOptions { MoreLatency = request => IsJudging(request) && asked.TrySetResult() ? TimeSpan.FromMinutes(1) : TimeSpan.Zero }, TestContext.Current.CancellationToken);
        await using var engine = Open(folder.Copy("memory"), server);
        using var cancel = new CancellationTokenSource();
        var flush = engine.Memory.FlushAsync(cancellationToken: cancel.Token);
        await asked.Task;
        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => flush);

        await engine.Memory.FlushAsync(cancellationToken: TestContext.Current.CancellationToken);

        var result = await StormCheck.RunAsync(engine.Memory, Messages, kills: 0, server.Log);
        result.Faults.ShouldBeEmpty();
        result.Understood.ShouldBe(Messages);
        (await DumpAsync(engine.Memory)).ShouldBe(await UndisturbedAsync(folder));
    }

    private static async Task<string> UndisturbedAsync(TalkFile folder)
    {
        await using var server = await LoopbackServer.StartAsync(cancellationToken: TestContext.Current.CancellationToken);
        return await BuildAsync(folder.Copy("undisturbed"), server);
    }

    private static async Task<string> BuildAsync(string file, LoopbackServer server)
    {
        await using var engine = Open(file, server);
        await engine.Memory.FlushAsync(cancellationToken: TestContext.Current.CancellationToken);
        return await DumpAsync(engine.Memory);
    }

    private static async Task<string> DumpAsync(IMemory memory) =>
        JsonSerializer.Serialize(await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true }))
        + JsonSerializer.Serialize(await memory.GetHistoryAsync().ToListAsync());

    private static Engines Open(string file, LoopbackServer server, Action<OMemOptions>? configure = null) => new(file, server.Endpoint.ToString(), options =>
    {
        (options.Models.MessagesPerCall, options.Models.MaxParallelCalls, options.Models.MaxRetries) = (8, 2, 0);
        configure?.Invoke(options);
    });

    private static bool IsReading(LoopbackExchange exchange) => exchange.Request.Input.StartsWith("{\"context\"", StringComparison.Ordinal);

    private static bool IsJudging(LoopbackExchange exchange) => IsJudging(exchange.Request);

    private static bool IsJudging(LoopbackRequest request) => request.Input.StartsWith("{\"known\"", StringComparison.Ordinal);

    /// <summary>Talk remembered once, so that copies of it have the same times.</summary>
    private sealed class TalkFile : IDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omem-slow-");

        private string Source => Path.Combine(_folder.FullName, "source.db");

        public static async Task<TalkFile> MakeAsync(int messages)
        {
            var talk = new TalkFile();
            await using var engine = new Engines(talk.Source, endpoint: null);
            await engine.Memory.RememberAsync(Talk.Messages(messages));
            return talk;
        }

        public string Copy(string name)
        {
            var file = Path.Combine(_folder.FullName, $"{name}.db");
            foreach (var part in _folder.GetFiles("source.db*"))
            {
                part.CopyTo(file + part.Name["source.db".Length..]);
            }

            return file;
        }

        public void Dispose() => _folder.Delete(recursive: true);
    }
}
