using System.Text.Json.Nodes;
using OMem.Cli.Tests.Support;
using OMem.LoopbackModel;

namespace OMem.Cli.Tests.Processes;

/// <summary>An evaluation that is killed goes on where it was, and ends as one that was not.</summary>
public sealed class EvalQaProcessTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("omem-eval-process-");

    public EvalQaProcessTests() => File.WriteAllText(Path.Combine(_directory.FullName, "talk.json"), TinyLoCoMo.Json);

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public async Task Killed_ThreeTimes_EndsWithTheSameReportAndAsksNothingTwice()
    {
        using var reached = new SemaphoreSlim(0);
        var stopAt = new Queue<int>([2, 5, 9]);
        var answered = 0;
        var gate = new Lock();
        await using var server = await LoopbackServer.StartAsync(
            new LoopbackOptions
            {
                Answerer = LoopbackAnswerers.Of(request => request.Prompt.Contains("parrot", StringComparison.Ordinal) ? "Kiwi" : "No information available"),
                Faults = _ =>
                {
                    lock (gate)
                    {
                        // At these requests the server keeps the program waiting until it is killed.
                        if (stopAt.TryPeek(out var next) && answered == next)
                        {
                            stopAt.Dequeue();
                            reached.Release();
                            return LoopbackFault.Hang;
                        }

                        answered++;
                        return LoopbackFault.None;
                    }
                },
            },
            TestContext.Current.CancellationToken);
        string[] args =
        [
            "eval", "qa", "--dataset", "locomo", "--data", "talk.json", "--systems", "omem,bm25,full-context,no-memory", "--json",
            "--out",
        ];

        // Only answers come from the model: a memory that is being read when the process dies waits for the lease to run out.
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["OMEM_LLM_API_KEY"] = "", ["OPENAI_API_KEY"] = "",
            ["OMEM_LLM_ANSWERER_ENDPOINT"] = server.Endpoint.AbsoluteUri, ["OMEM_LLM_ANSWERER_MODEL"] = "any",
        };
        for (var kill = 0; kill < 3; kill++)
        {
            using var process = OMemProcess.Start(_directory.FullName, environment, [.. args, "killed"]);
            process.StandardInput.Close();
            await reached.WaitAsync(TestContext.Current.CancellationToken);
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        var resumed = await OMemProcess.RunAsync(_directory.FullName, environment, "", [.. args, "killed"]);
        resumed.Code.ShouldBe(0, resumed.Error);
        answered.ShouldBe(4 * 4);
        var whole = await OMemProcess.RunAsync(_directory.FullName, environment, "", [.. args, "whole"]);
        WithoutTimes(resumed.Out).ShouldBe(WithoutTimes(whole.Out));
    }

    private static string WithoutTimes(string report)
    {
        var root = JsonNode.Parse(report)!;
        foreach (var system in root["systems"]!.AsObject().Select(pair => pair.Value!))
        {
            system["cost"]!.AsObject().Remove("latency");
            system["cost"]!.AsObject().Remove("memoryBytes");
            system["build"]?.AsObject().Remove("secondsPer1000");
        }

        return root.ToJsonString();
    }
}
