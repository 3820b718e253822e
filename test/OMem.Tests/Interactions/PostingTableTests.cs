using OMem.Interactions;

namespace OMem.Tests.Interactions;

public sealed class PostingTableTests
{
    [Fact]
    public void Get_RandomOccurrences_GivesDocumentsWithCounts()
    {
        var random = new Random(4);
        var table = new PostingTable();
        var expected = new Dictionary<(int Term, int Document), int>();
        for (var document = 0; document < 300; document++)
        {
            for (var i = random.Next(20); i > 0; i--)
            {
                var term = random.Next(500);
                table.Add(term, document);
                expected[(term, document)] = expected.GetValueOrDefault((term, document)) + 1;
            }
        }

        var view = table.Snapshot();
        table.Count.ShouldBe(expected.Count);
        foreach (var documents in new[] { 0, 1, 150, 299, 300, 1000 })
        {
            for (var term = 0; term < 500; term++)
            {
                var postings = view.Get(term, documents).ToArray().Select(posting => (PostingView.Document(posting), PostingView.TermCount(posting)));
                postings.ShouldBe(expected.Where(entry => entry.Key.Term == term && entry.Key.Document < documents)
                    .OrderBy(entry => entry.Key.Document).Select(entry => (entry.Key.Document, entry.Value)));
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(100_000)]
    public void Get_UnknownTerm_IsEmpty(int term) => new PostingTable().Snapshot().Get(term, 10).Length.ShouldBe(0);

    [Fact]
    public void Add_MoreThanTheLargestCount_StaysThere()
    {
        var table = new PostingTable();
        for (var i = 0; i < 1000; i++)
        {
            table.Add(0, 5);
        }

        table.Add(0, 6);
        var postings = table.Snapshot().Get(0, 10).ToArray();
        postings.Select(PostingView.Document).ShouldBe([5, 6]);
        postings.Select(PostingView.TermCount).ShouldBe([PostingTable.MaxCount, 1]);
    }

    [Fact]
    public void Get_ViewTakenEarlier_IsCutByItsDocuments()
    {
        var table = new PostingTable();
        table.Add(3, 0);
        var view = table.Snapshot();
        table.Add(3, 1);
        table.Add(3, 1);
        view.Get(3, 1).Length.ShouldBe(1);
    }
}
