using System.Globalization;
using System.Text.Json;

namespace OMem.Benchmarks.Budgets;

/// <summary>Bytes allocated by one operation, against bench/budgets.json. Allocation hardly varies between runs and machines, so it may fail a build.</summary>
internal static class BudgetCheck
{
    private const int WarmUps = 20, Runs = 50;

    public static async Task<int> RunAsync(TextWriter output)
    {
        var budgets = await ReadBudgetsAsync();
        var exceeded = 0;
        foreach (var size in (int[])[600, 10_000])
        {
            await using var memory = await FilledMemory.CreateAsync(size);
            var questions = Enumerable.Range(0, WarmUps + Runs).Select(_ => memory.Chat.Question()).ToArray();
            exceeded += await CheckAsync($"recall/{size}", budgets, output, i => memory.Memory.RecallAsync(new RecallQuery(questions[i])));
            exceeded += await CheckAsync($"remember/{size}", budgets, output, _ => memory.RememberAsync(1));
        }

        return exceeded == 0 ? 0 : 1;
    }

    private static async Task<int> CheckAsync(string name, Dictionary<string, Budget> budgets, TextWriter output, Func<int, Task> operation)
    {
        for (var i = 0; i < WarmUps; i++)
        {
            await operation(i);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        for (var i = WarmUps; i < WarmUps + Runs; i++)
        {
            await operation(i);
        }

        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Runs;
        var budget = budgets.TryGetValue(name, out var found)
            ? found.AllocatedBytes
            : throw new InvalidDataException($"bench/budgets.json has no entry '{name}'.");
        var verdict = bytes <= budget ? "ok" : "EXCEEDED";
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{name,-16} {bytes,12:N0} of {budget,12:N0} bytes  {verdict}"));
        return bytes <= budget ? 0 : 1;
    }

    private static async Task<Dictionary<string, Budget>> ReadBudgetsAsync()
    {
        await using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "budgets.json"));
        return await JsonSerializer.DeserializeAsync<Dictionary<string, Budget>>(file, JsonSerializerOptions.Web)
            ?? throw new InvalidDataException("bench/budgets.json is empty.");
    }

    private sealed record Budget(long AllocatedBytes);
}
