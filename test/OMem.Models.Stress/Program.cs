using System.Globalization;
using OMem;
using OMem.LoopbackModel;
using OMem.Models.Stress;

return args switch
{
    ["flush", var file, var endpoint, var method] => await FlushCommand.RunAsync(file, endpoint, Enum.Parse<MemoryMethod>(method)),
    ["storm", "paper", var messages, var kills, var seed] => Report(await Storm.RunAsync(Number(messages), Number(kills), Number(seed), MemoryMethod.Paper)),
    ["storm", var messages, var kills, var seed] => Report(await Storm.RunAsync(Number(messages), Number(kills), Number(seed))),
    ["storm", var messages, var kills, var seed, var fault] => Report(await Storm.RunAsync(Number(messages), Number(kills), Number(seed), MemoryMethod.OMem, Enum.Parse<LoopbackFault>(fault))),
    ["build", "paper", .. { Length: > 0 } sizes] => await MeasureCommand.BuildAsync(MemoryMethod.Paper, [.. sizes.Select(Number)]),
    ["build", .. { Length: > 0 } sizes] => await MeasureCommand.BuildAsync(MemoryMethod.OMem, [.. sizes.Select(Number)]),
    ["paper-cost", var file, .. { Length: > 0 } sizes] => await PaperCostCommand.RunAsync(file, [.. sizes.Select(Number)]),
    ["log-cost", "varied", var file, .. { Length: > 0 } sizes] => await LogCostCommand.RunAsync(file, isVaried: true, [.. sizes.Select(Number)]),
    ["log-cost", var file, .. { Length: > 0 } sizes] => await LogCostCommand.RunAsync(file, isVaried: false, [.. sizes.Select(Number)]),
    ["throughput", var messages, var latency, var parallel] => await MeasureCommand.ThroughputAsync(Number(messages), Number(latency), Number(parallel), scopes: 1),
    ["throughput", var messages, var latency, var parallel, var scopes] => await MeasureCommand.ThroughputAsync(Number(messages), Number(latency), Number(parallel), Number(scopes)),
    _ => Usage(),
};

static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);

static int Report(StormResult result)
{
    Console.WriteLine(result);
    return result.Faults.Count == 0 ? 0 : 1;
}

static int Usage()
{
    Console.Error.WriteLine("""
        Everything here talks to a model server on loopback with scripted answers: it measures the machinery, not quality.
        storm [paper] MESSAGES KILLS SEED    build a memory while 30 % of the calls fail in every way and the process is killed; look for what was lost
        storm MESSAGES KILLS SEED FAULT      the same with one kind of fault
        build [paper] MESSAGES...            calls and prompt tokens a message, for memories of these sizes; by the published method
        paper-cost FILE MESSAGES...          the same by the published method on exported messages, when each tells a new fact and attribute
        log-cost [varied] FILE MESSAGES...   calls and prompt tokens a message by OMem's own method on exported messages, repeated where they are too few; in other words
        throughput MESSAGES MS PARALLEL [SCOPES]   messages a second against a server that takes MS for an answer, as a share of what that allows
        flush FILE ENDPOINT METHOD           (child) understand what waits in a store
        """);
    return 2;
}
