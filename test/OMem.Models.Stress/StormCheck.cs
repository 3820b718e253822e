namespace OMem.Models.Stress;

/// <summary>What a storm left, and what is wrong with it.</summary>
/// <param name="Messages">Messages there were.</param>
/// <param name="Understood">Messages that were understood.</param>
/// <param name="Parked">Messages that were parked, with their error.</param>
/// <param name="Kills">How often the process was killed.</param>
/// <param name="Requests">Requests the server got.</param>
/// <param name="FailedRequests">Requests that were made to fail.</param>
/// <param name="Facts">Facts in memory.</param>
/// <param name="LedgerEntries">Ledger rows.</param>
/// <param name="Faults">What is wrong; empty when nothing is.</param>
internal sealed record StormResult(
    int Messages, int Understood, int Parked, int Kills, long Requests, int FailedRequests, int Facts, int LedgerEntries, IReadOnlyList<string> Faults)
{
    public override string ToString() => FormattableString.Invariant(
        $"{Messages} messages, {Understood} understood, {Parked} parked, killed {Kills} times, {FailedRequests} of {Requests} requests failed, {Facts} facts, {LedgerEntries} ledger rows; wrong: {(Faults.Count == 0 ? "nothing" : string.Join("; ", Faults))}");
}

/// <summary>Looks for losses and doubles.</summary>
internal static class StormCheck
{
    public static async Task<StormResult> RunAsync(IMemory memory, int messages, int kills, LoopbackLog log)
    {
        var faults = new List<string>();
        var status = await memory.GetStatusAsync();
        var card = await memory.GetPersonaAsync(new PersonaQuery { IncludeSuperseded = true });
        var ledger = await memory.GetHistoryAsync().ToListAsync();
        Require(faults, status.LogSequence == messages, $"the log has {status.LogSequence} messages");
        Require(faults, status.Pending == 0, $"{status.Pending} messages wait still");
        Require(faults, status.Failures.All(failure => failure.Error.Length > 0), "a parked message has no error");

        var items = card.Attributes.Concat(card.Facts).ToList();
        foreach (var same in items.GroupBy(item => (item.Kind, item.Subject, item.Text)).Where(group => group.Count() > 1))
        {
            faults.Add($"'{same.Key.Text}' is there {same.Count()} times");
        }

        var sequences = ledger.Select(entry => entry.Sequence).ToList();
        Require(faults, sequences.SequenceEqual(Enumerable.Range(1, ledger.Count).Select(place => (long)place)), "the ledger has gaps");
        var added = ledger.Where(entry => entry.ItemKind is "fact" or "attribute" && entry.Operation is LedgerOperation.Add or LedgerOperation.Update).ToList();
        Require(faults, added.Select(entry => entry.ItemId).Distinct(StringComparer.Ordinal).Count() == added.Count, "the ledger adds an item twice");
        Require(
            faults,
            items.Select(item => item.Id).ToHashSet(StringComparer.Ordinal).SetEquals(added.Select(entry => entry.ItemId)),
            "items and ledger differ");
        Require(faults, items.All(item => item.Evidence.All(evidence => evidence.Sequence >= 1 && evidence.Sequence <= messages)), "evidence points nowhere");
        Require(faults, messages < 60 || card.Facts.Count > (messages - status.Parked) / 6, $"only {card.Facts.Count} facts");
        return new StormResult(
            messages, messages - status.Pending - status.Parked, status.Parked, kills, log.Count,
            log.Exchanges.Count(exchange => exchange.Fault is not LoopbackFault.None), card.Facts.Count, ledger.Count, faults);
    }

    private static void Require(List<string> faults, bool holds, FormattableString otherwise) =>
        Require(faults, holds, FormattableString.Invariant(otherwise));

    private static void Require(List<string> faults, bool holds, string otherwise)
    {
        if (!holds)
        {
            faults.Add(otherwise);
        }
    }
}
