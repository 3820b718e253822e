namespace OMem.Tests.Consolidation;

/// <summary>What ledger and items owe each other.</summary>
internal static class LedgerRules
{
    public static void Check(DerivedBook book)
    {
        var ledger = book.Ledger.Where(entry => entry.ItemKind is "attribute" or "fact").ToList();
        foreach (var item in book.Items)
        {
            CheckItem(item, ledger);
        }

        foreach (var topic in book.Topics)
        {
            book.Ledger.Count(entry => entry.ItemKind == "topic" && entry.ItemId == topic.Id && entry.Operation is LedgerOperation.Add).ShouldBe(1);
            topic.Interactions.ShouldBe(topic.Interactions.Distinct().Order());
        }

        CheckClusters(book);
        book.Ledger.ShouldAllBe(entry => entry.Reason.Length > 0 && entry.Actor.Length > 0);
        book.Ledger.Where(entry => entry.Similarity is not null).ShouldAllBe(entry => entry.Similarity >= 0 && entry.Similarity <= 1);
    }

    private static void CheckItem(PersonaItem item, List<LedgerEntry> ledger)
    {
        var rows = ledger.Where(entry => entry.ItemId == item.Id).ToList();
        rows.Count(entry => entry.Operation is LedgerOperation.Add or LedgerOperation.Update).ShouldBe(1, $"{item.Text} was not added exactly once");
        rows[0].Operation.ShouldBeOneOf(LedgerOperation.Add, LedgerOperation.Update);
        rows[0].After.ShouldBe(item.Text);
        if (item.SupersededAt is null)
        {
            item.SupersededBy.ShouldBeNull();
        }
        else
        {
            var wasReplaced = ledger.Any(entry => entry.Operation is LedgerOperation.Update && entry.SupersededId == item.Id);
            var hasEnded = rows.Any(entry => entry.Operation is LedgerOperation.End);
            var wasPast = item.SupersededAt == item.RecordedAt && item.ValidTo is not null;
            (wasReplaced || hasEnded || wasPast).ShouldBeTrue($"{item.Text} was superseded without a ledger row");
        }

        item.Evidence.Select(evidence => evidence.Sequence).ShouldBe(item.Evidence.Select(evidence => evidence.Sequence).Order());
        item.Confidence.ShouldBeInRange(0, 1);
        (item.ValidFrom is null || item.ValidTo is null || item.ValidFrom <= item.ValidTo).ShouldBeTrue($"{item.Text}: validity runs backwards");
    }

    private static void CheckClusters(DerivedBook book)
    {
        var members = book.Clusters.SelectMany(cluster => cluster.Members.Select(member => (member, cluster.Id))).ToList();
        members.Select(pair => pair.member).ShouldBeUnique();
        book.Items.Where(item => item.ClusterId is not null).Select(item => (item.Id, item.ClusterId!)).Order().ShouldBe(members.Order());
        book.Clusters.ShouldAllBe(cluster => cluster.Members.Count >= 2 && cluster.Members.Count <= 12);
        book.Items.Where(item => item.SupersededAt is not null).ShouldAllBe(item => item.ClusterId == null);
    }
}
