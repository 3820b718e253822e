using System.Globalization;
using System.Runtime.InteropServices;
using OMem.LoopbackModel;

if (args.Contains("--help", StringComparer.Ordinal))
{
    Console.WriteLine(LoopbackArguments.Help);
    return 0;
}

LoopbackOptions options;
try
{
    options = LoopbackArguments.Parse(args);
}
catch (FormatException fault)
{
    await Console.Error.WriteLineAsync(fault.Message);
    return 2;
}

await using var server = await LoopbackServer.StartAsync(options);
Console.WriteLine($"listening on {server.Endpoint} (Ollama clients: {server.Root}; counts: {new Uri(server.Root, "loopback/log")})");
await Console.Out.FlushAsync();
var ended = new TaskCompletionSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => { context.Cancel = true; ended.TrySetResult(); });
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => { context.Cancel = true; ended.TrySetResult(); });
await ended.Task;
Console.WriteLine(FormattableString.Invariant(
    $"{server.Log.Count} requests, {server.Log.PromptTokens} prompt tokens, {server.Log.CompletionTokens} completion tokens, at most {server.Log.MaxInFlight} at once"));
return 0;
