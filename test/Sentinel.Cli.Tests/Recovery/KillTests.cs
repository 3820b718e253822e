using System.Globalization;
using Sentinel.Cli.Tests.Support;

namespace Sentinel.Cli.Tests.Recovery;

/// <summary>The program is killed (SIGKILL) at random points of a replay and started again with the same arguments.</summary>
public sealed class KillTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Workplace _place = new();

    public void Dispose() => _place.Dispose();

    [Fact]
    public Task Replay_KilledAtRandomPoints_EndsWithTheSameBytes() => KillAsync(kills: 8, chain: 4);

    /// <summary>The same, SENTINEL_KILLS times (200 when it is not set): minutes, so it runs when it is asked for.</summary>
    [Fact(Explicit = true)]
    public Task Replay_KilledManyTimes_EndsWithTheSameBytes() =>
        KillAsync(int.TryParse(Environment.GetEnvironmentVariable("SENTINEL_KILLS"), NumberStyles.None, CultureInfo.InvariantCulture, out var kills) ? kills : 200, chain: 5);

    private async Task KillAsync(int kills, int chain)
    {
        (await _place.RunAsync(_place.Replay("whole"))).Code.ShouldBe(0);
        var whole = await File.ReadAllBytesAsync(_place.At("whole"));
        var random = new Random(41);
        var (killed, torn, resumed) = (0, 0, 0);
        while (killed < kills)
        {
            var journal = $"killed{resumed}";
            for (var i = 0; i < chain && killed < kills; i++)
            {
                killed += await KillAsync(journal, random.Next(whole.Length)) ? 1 : 0;
                var left = File.Exists(_place.At(journal)) ? await File.ReadAllBytesAsync(_place.At(journal)) : [];
                left.ShouldBe(whole[..left.Length]);
                torn += left.Length > 0 && left[^1] != (byte)'\n' ? 1 : 0;
            }

            var (code, _, error) = await _place.RunAsync(_place.Replay(journal));
            code.ShouldBe(0, error);
            (await File.ReadAllBytesAsync(_place.At(journal))).ShouldBe(whole);
            resumed++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{killed} kills, {torn} torn lines, {resumed} runs brought to their end, each byte-identical"));
    }

    /// <summary>Kills the program as soon as its journal has reached a length.</summary>
    /// <returns>Whether it was killed; false when it had come to its end before.</returns>
    private async Task<bool> KillAsync(string journal, long length)
    {
        using var process = SentinelProcess.Start(_place.Folder, new Dictionary<string, string>(StringComparer.Ordinal), _place.Replay(journal));
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        var file = new FileInfo(_place.At(journal));
        using var patience = new CancellationTokenSource(Patience);
        while (!process.HasExited && Length(file) < length)
        {
            patience.Token.ThrowIfCancellationRequested();
            Thread.SpinWait(200);
        }

        process.Kill();
        await process.WaitForExitAsync(patience.Token);
        await Task.WhenAll(output, error);
        return process.ExitCode != 0;
    }

    private static long Length(FileInfo file)
    {
        file.Refresh();
        return file.Exists ? file.Length : -1;
    }
}
