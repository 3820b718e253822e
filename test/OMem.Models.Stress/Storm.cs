namespace OMem.Models.Stress;

/// <summary>Builds a memory while calls fail in every way and the process is killed, and then looks for what was lost or is there twice.</summary>
internal static class Storm
{
    private const double Share = 0.3;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(40);

    public static async Task<StormResult> RunAsync(int messages, int kills, int seed, MemoryMethod method = MemoryMethod.OMem, params LoopbackFault[] kinds)
    {
        var folder = Directory.CreateTempSubdirectory("omem-storm-");
        try
        {
            var file = Path.Combine(folder.FullName, "memory.db");
            await using (var engine = new Engines(file, endpoint: null))
            {
                await engine.Memory.RememberAsync(Talk.Messages(messages));
            }

            await using var server = await LoopbackServer.StartAsync(new LoopbackOptions { Faults = FaultPlans.Random(Share, seed, kinds), RetryAfter = "0" });
            var killed = await FlushAsync(file, server.Endpoint.ToString(), messages, kills, method);
            await using var check = new Engines(file, endpoint: null);
            return await StormCheck.RunAsync(check.Memory, messages, killed, server.Log);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Children one after the other: each is killed when a further part is done, the last may end.</summary>
    private static async Task<int> FlushAsync(string file, string endpoint, int messages, int kills, MemoryMethod method)
    {
        for (var kill = 1; ; kill++)
        {
            using var child = ChildProcess.Start("flush", file, endpoint, method.ToString());
            var killAt = kill <= kills ? messages - (messages * kill / (kills + 1)) : -1;
            while (await child.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("remaining ", StringComparison.Ordinal) && int.Parse(line[10..], System.Globalization.CultureInfo.InvariantCulture) <= killAt)
                {
                    // Now at once after a commit, now while the next messages are read or judged.
                    await Task.Delay(kill % 3 * Step);
                    await child.KillAsync();
                    break;
                }
            }

            if (kill > kills)
            {
                return await child.EndAsync() == 0 ? kills : throw new InvalidOperationException("The last child failed.");
            }

            await child.EndAsync();
        }
    }
}
