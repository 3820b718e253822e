using CsCheck;
using Sentinel.Exchange.Recovery;
using Sentinel.Exchange.Simulator;

namespace Sentinel.Exchange.Tests.Recovery;

/// <summary>A venue that was opened again stands where it stood and behaves as if nothing had been.</summary>
public sealed class RecoveryProperties
{
    [Fact]
    public void Restore_AtAnyStep_GoesOnLikeTheUndisturbedOne() => Gen.Select(Scenario.Any, Gen.Int[0, 24]).Sample(
        (scenario, cut) =>
        {
            cut = Math.Min(cut, scenario.Steps.Length);
            var text = scenario.Run(to: cut).Snapshot().ToJson();

            var restored = SimulatedExchange.Restore(ExchangeState.FromJson(text));

            restored.Snapshot().ToJson().ShouldBe(text);
            scenario.Run(restored, from: cut).Snapshot().ToJson().ShouldBe(scenario.Run().Snapshot().ToJson());
        },
        iter: 250);

    [Fact]
    public void Rerun_OverALogCutAnywhere_WritesTheSameBytes() => Gen.Select(Scenario.Any, Gen.Double.Unit).Sample(
        (scenario, part) =>
        {
            using var folder = new TestFolder();
            var whole = folder.File("whole.jsonl");
            var cut = folder.File("cut.jsonl");
            Run(scenario, whole);
            var bytes = File.ReadAllBytes(whole);
            File.WriteAllBytes(cut, bytes[..(int)(bytes.Length * part)]);

            Run(scenario, cut);

            File.ReadAllBytes(cut).ShouldBe(bytes);
        },
        iter: 80);

    [Fact]
    public void Recover_FromALogCutAnywhere_IsTheStateAfterItsLastWholeOperation() => Gen.Select(Scenario.Any, Gen.Double.Unit).Sample(
        (scenario, part) =>
        {
            using var folder = new TestFolder();
            var path = folder.File("log.jsonl");
            var states = new List<string> { new SimulatedExchange(scenario.Options).Snapshot().ToJson() };
            using (var log = ExchangeLog.Open(path, scenario.Options))
            {
                var spy = new SpyLog(log);
                var exchange = new SimulatedExchange(scenario.Options, log: spy);
                spy.Written = () => states.Add(exchange.Snapshot().ToJson());
                scenario.Run(exchange);
            }

            var bytes = File.ReadAllBytes(path);
            File.WriteAllBytes(path, bytes[..(int)(bytes.Length * part)]);

            using var again = ExchangeLog.Open(path, scenario.Options);
            SimulatedExchange.Recover(scenario.Options, again.Operations).Snapshot().ToJson().ShouldBe(states[again.Operations.Count]);
        },
        iter: 80);

    [Fact]
    public void Recover_Any_LedgerIsTheFoldOfTheLog() => Scenario.Any.Sample(
        scenario =>
        {
            using var folder = new TestFolder();
            var path = folder.File("log.jsonl");
            var state = Run(scenario, path).Snapshot();

            using var log = ExchangeLog.Open(path, scenario.Options);
            var ledger = new TradeLedger(scenario.Options.InitialCash);
            ledger.Apply(log.Operations.SelectMany(operation => operation.Fills));

            (ledger.Cash, ledger.Fees, ledger.RealisedPnl).ShouldBe((state.ToLedger().Cash, state.ToLedger().Fees, state.ToLedger().RealisedPnl));
        },
        iter: 60);

    private static SimulatedExchange Run(Scenario scenario, string path)
    {
        using var log = ExchangeLog.OpenForRerun(path, scenario.Options);
        return scenario.Run(new SimulatedExchange(scenario.Options, log: log));
    }

    private sealed class SpyLog(IOperationLog inner) : IOperationLog
    {
        public Action? Written { get; set; }

        public void Append(ExchangeOperation operation)
        {
            inner.Append(operation);
            Written?.Invoke();
        }
    }
}
