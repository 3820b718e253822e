using System.Globalization;
using System.Text;

namespace Sentinel.Memory.Tests.Journal;

/// <summary>The bytes of an entry are its identity: they may not change by accident, machine or culture.</summary>
public sealed class CanonicalTests
{
    [Fact]
    public void Append_AKnownEntry_HasTheseBytes()
    {
        var path = Make.TempFile();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            journal.Append(Make.At(1), new Halted("hal-1", GateCodes.KillSwitch, true, "a \"stop\" <now>", "ines"));
        }

        const string Payload = """{"id":"hal-1","code":"KILL_SWITCH","is_halted":true,"reason":"a \u0022stop\u0022 \u003Cnow\u003E","by":"ines"}""";
        const string Head = """{"id":"hal-1","scope":"acme/ines/sentinel","seq":1,"kind":"Halted","as_of":"2024-01-01T01:00:00Z","payload_hash":""";
        var head = $"{Head}\"{Hash(Encoding.UTF8.GetBytes(Payload))}\"";
        var hash = Hash([.. new byte[32], .. Encoding.UTF8.GetBytes(head)]);
        File.ReadAllText(path).ShouldBe($"{head},\"payload\":{Payload},\"prev_hash\":\"{new string('0', 64)}\",\"hash\":\"{hash}\"}}\n");
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("tr-TR")]
    public void Append_InAnyCulture_HasTheSameHash(string culture)
    {
        var here = CultureInfo.CurrentCulture;
        try
        {
            var invariant = HashOf(Make.Decision(3, IntentDirection.Long, stop: 95.5m, events: [Make.Event(3)]));
            CultureInfo.CurrentCulture = new CultureInfo(culture);

            HashOf(Make.Decision(3, IntentDirection.Long, stop: 95.5m, events: [Make.Event(3)])).ShouldBe(invariant);
        }
        finally
        {
            CultureInfo.CurrentCulture = here;
        }
    }

    [Fact]
    public void Append_TheSameNumberAndInstantWrittenOtherwise_HasTheSameHash()
    {
        var decision = Make.Decision(3);

        HashOf(decision with { Price = 100.00m }).ShouldBe(HashOf(decision with { Price = 100m }));
        HashOf(decision with { AsOf = decision.AsOf.ToOffset(TimeSpan.FromHours(9)) }).ShouldBe(HashOf(decision));
    }

    [Fact]
    public void Read_EveryKind_GivesBackWhatWasWritten()
    {
        var payloads = new IJournalPayload[]
        {
            Make.Decision(1, IntentDirection.Long, Make.State(double.NaN, 1.5), [Make.Event(1)], stop: 95, verdict: GateVerdict.Denied),
            new FillEntry(new Fill { Id = "f", ClientOrderId = "o", Symbol = Make.Btc, Side = OrderSide.Sell, Quantity = 0.00001m, Price = 1e-8m, Timestamp = Make.At(1) }, "dec"),
            new Outcome { Id = "out", DecisionId = "dec", Symbol = Make.Btc, Horizon = OutcomeHorizon.Exit, HorizonEnd = Make.At(2), SettledAt = Make.At(2), Raw = -1.0 / 3 },
            new Assessment { Id = "ass", DecisionId = "dec", OutcomeId = "out", GoodDecision = true, GoodOutcome = false, Surprise = -2.5 },
            new Reflection("ref", "words", ["dec"], "dec", "rules@1"),
            new EventEntry(Make.Event(1), "news \u2028 text", "wire", SourceTrust.External),
            new PersonaChangedEntry("pch", "holding_time", "3", null, "cusum 1.4", ["f"]),
            new MandateChanged(new Mandate { KnownAt = Make.At(1), AllowedSymbols = [Make.Btc] }, "ines"),
            new Denied("den", "dec", Make.Btc, [new GateFinding(GateCodes.Lot, true, 1.5m, 0, 0.2, "detail")]),
            new Halted("hal", GateCodes.DailyLoss, true, "loss", "gate"),
            new Forgotten("for", ["dec"], "ines", "wish"),
            new AgentNote("not", AgentNoteForm.Note, "t", "x", Make.At(9), ["a"]),
        };
        payloads.Select(payload => payload.Kind).ShouldBe(Enum.GetValues<JournalKind>(), ignoreOrder: true);
        using var journal = DecisionJournal.InMemory(Make.Scope);
        using var again = DecisionJournal.InMemory(Make.Scope);

        foreach (var payload in payloads)
        {
            journal.Append(Make.At(10), payload);
        }

        foreach (var entry in journal.Read())
        {
            // Written once more, it has to give the same bytes.
            again.Append(entry.AsOf, entry.Payload).Hash.ShouldBe(entry.Hash);
        }
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));

    private static string HashOf(IJournalPayload payload)
    {
        using var journal = DecisionJournal.InMemory(Make.Scope);
        return journal.Append(Make.At(3), payload).Hash;
    }
}
