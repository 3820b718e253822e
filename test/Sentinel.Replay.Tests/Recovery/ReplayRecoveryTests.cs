using OMem.Storage;
using Sentinel.Memory;
using Sentinel.Replay.Tests.Support;

namespace Sentinel.Replay.Tests.Recovery;

/// <summary>A replay that was cut off at any byte of its journal ends as if nothing had happened. Killed processes have their own test beside the program.</summary>
public sealed class ReplayRecoveryTests : IDisposable
{
    private static readonly IReadOnlyList<Bar> Bars = Given.Bars(160);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sentinel-recovery-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task RunAsync_OverAJournalCutAtAnyByte_EndsWithTheSameBytes()
    {
        var whole = await RunAsync("whole", Bars);
        var random = new Random(17);
        for (var i = 0; i < 40; i++)
        {
            var path = At("cut");
            await File.WriteAllBytesAsync(path, whole[..random.Next(whole.Length)]);

            (await RunAsync("cut", Bars)).ShouldBe(whole);
        }
    }

    [Fact]
    public async Task RunAsync_OverAStoreThatAnEarlierRunFilled_DecidesTheSame()
    {
        await using var store = new InMemoryMemoryStore();
        var first = await Given.JournalAsync(Bars, options => options with { Store = store });
        var again = await Given.JournalAsync(Bars, options => options with { Store = store });
        var without = await Given.JournalAsync(Bars);

        again.ShouldBe(first);
        first.ShouldNotBe(without, "words bring back other episodes, or the channel is not in use");
    }

    [Fact]
    public async Task RunAsync_Cancelled_KeepsWhatWasDoneAndGoesOn()
    {
        var whole = await RunAsync("whole", Bars);
        using var cancellation = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(() => ReplayRun.RunAsync(
            Given.Options(Bars) with { JournalPath = At("cancelled") },
            Bars,
            cycle =>
            {
                if (cycle.Cycle == 77)
                {
                    cancellation.Cancel();
                }
            },
            cancellation.Token));
        new FileInfo(At("cancelled")).Length.ShouldBeInRange(1, whole.Length - 1);

        (await RunAsync("cancelled", Bars)).ShouldBe(whole);
    }

    [Fact]
    public async Task RunAsync_OverAFinishedJournal_ChangesNothing()
    {
        var whole = await RunAsync("whole", Bars);

        (await RunAsync("whole", Bars)).ShouldBe(whole);
    }

    [Fact]
    public async Task RunAsync_OverAJournalOfALongerRun_SaysSoAndChangesNothing()
    {
        var whole = await RunAsync("whole", Bars);

        var fault = await Should.ThrowAsync<JournalException>(() => RunAsync("whole", [.. Bars.Take(100)]));

        fault.Message.ShouldContain("longer run");
        (await File.ReadAllBytesAsync(At("whole"))).ShouldBe(whole);
    }

    [Theory]
    [InlineData("seed")]
    [InlineData("arm")]
    [InlineData("mandate")]
    [InlineData("bars")]
    public async Task RunAsync_OverAJournalOfOtherArguments_SaysSoAndChangesNothing(string other)
    {
        var whole = await RunAsync("whole", Bars);
        var options = Given.Options(Bars) with { JournalPath = At("whole") };
        options = other switch
        {
            "seed" => options with { Seed = 8 },
            "arm" => options with { Arm = MemoryArm.None },
            "mandate" => options with { Mandate = options.Mandate with { MaxPosition = 0.2m } },
            _ => options,
        };

        var fault = await Should.ThrowAsync<JournalException>(() => ReplayRun.RunAsync(options, other is "bars" ? Given.Bars(160, seed: 9) : Bars));

        fault.Message.ShouldContain("another run");
        (await File.ReadAllBytesAsync(At("whole"))).ShouldBe(whole);
    }

    [Fact]
    public async Task Replay_OverADamagedJournal_NamesTheEntry()
    {
        var whole = await RunAsync("whole", Bars);
        whole[whole.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(At("whole"), whole);

        var fault = await Should.ThrowAsync<JournalException>(() => RunAsync("whole", Bars));

        fault.Message.ShouldContain("damaged at entry");
    }

    [Fact]
    public async Task Replay_OfAnotherTrader_IsRefused()
    {
        await RunAsync("whole", Bars);
        var options = Given.Options(Bars) with { JournalPath = At("whole"), Scope = new OMem.MemoryScope("acme", "jo") };

        (await Should.ThrowAsync<JournalException>(() => ReplayRun.RunAsync(options, Bars))).Message.ShouldContain("belongs to");
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);

    private async Task<byte[]> RunAsync(string name, IReadOnlyList<Bar> bars)
    {
        await ReplayRun.RunAsync(Given.Options(bars) with { JournalPath = At(name) }, bars);
        return await File.ReadAllBytesAsync(At(name));
    }
}
