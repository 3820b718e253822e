using OMem.Sqlite.Access;
using OMem.Sqlite.Log;
using OMem.Storage;
using SQLitePCL;

namespace OMem.Sqlite.Erasing;

/// <summary>The values of the rows that an erase takes out or writes over, read before it does.</summary>
internal static class ErasedRows
{
    private static readonly string[] OfScope =
    [
        "SELECT * FROM scope WHERE scope_id = ?1",
        "SELECT * FROM property WHERE scope_id = ?1",
        "SELECT * FROM model_usage WHERE scope_id = ?1",
        "SELECT * FROM item WHERE scope_id = ?1",
        "SELECT e.* FROM item AS i JOIN item_evidence AS e ON e.item_key = i.item_key WHERE i.scope_id = ?1",
        "SELECT * FROM topic WHERE scope_id = ?1",
        "SELECT * FROM cluster WHERE scope_id = ?1",
        "SELECT m.* FROM cluster AS c JOIN cluster_member AS m ON m.cluster_key = c.cluster_key WHERE c.scope_id = ?1",
    ];

    private static readonly string[] OfRange =
    [
        "SELECT * FROM interaction WHERE position > ?1 AND position < ?2",
        "SELECT * FROM outbox WHERE position > ?1 AND position < ?2",
        "SELECT * FROM outbox_parked WHERE position > ?1 AND position < ?2",
        "SELECT * FROM ledger WHERE position > ?1 AND position < ?2",
        "SELECT * FROM ledger_evidence WHERE position > ?1 AND position < ?2",
    ];

    private static readonly string[] OfPosition =
    [
        "SELECT * FROM interaction WHERE position = ?1",
        "SELECT * FROM outbox WHERE position = ?1",
        "SELECT * FROM outbox_parked WHERE position = ?1",
    ];

    private static readonly string[] OfEntry = ["SELECT * FROM ledger WHERE position = ?1", "SELECT * FROM ledger_evidence WHERE position = ?1"];

    private static readonly string[] OfItem =
    [
        "SELECT * FROM item WHERE scope_id = ?1 AND item_id = ?2",
        "SELECT e.* FROM item AS i JOIN item_evidence AS e ON e.item_key = i.item_key WHERE i.scope_id = ?1 AND i.item_id = ?2",
    ];

    private static readonly string[] OfTopic = ["SELECT * FROM topic WHERE scope_id = ?1 AND topic_id = ?2"];

    private static readonly string[] OfCluster =
    [
        "SELECT * FROM cluster WHERE scope_id = ?1 AND cluster_id = ?2",
        "SELECT m.* FROM cluster AS c JOIN cluster_member AS m ON m.cluster_key = c.cluster_key WHERE c.scope_id = ?1 AND c.cluster_id = ?2",
    ];

    public static FragmentSet Collect(SqliteSession session, ScopeRow scope, ScopeErase erase, CancellationToken cancellationToken)
    {
        var fragments = new FragmentSet();
        if (erase.Sequences is not { } sequences)
        {
            Each(OfScope, statement => statement.Add(scope.Id));
            Each(OfRange, statement => statement.Add(Position.Of(scope.Id, 0)).Add(Position.Of(scope.Id + 1, 0)));
            return fragments;
        }

        foreach (var sequence in sequences)
        {
            Each(OfPosition, statement => statement.Add(Position.Of(scope.Id, sequence)));
        }

        foreach (var entry in erase.Ledger)
        {
            Each(OfEntry, statement => statement.Add(Position.Of(scope.Id, entry.Sequence)));
        }

        if (erase.Commit is { } commit)
        {
            EachId(OfItem, [.. commit.RemovedItems, .. commit.Items.Select(static item => item.Item.Id)]);
            EachId(OfTopic, [.. commit.RemovedTopics, .. commit.Topics.Select(static topic => topic.Topic.Id)]);
            EachId(OfCluster, [.. commit.RemovedClusters, .. commit.Clusters.Select(static cluster => cluster.Id)]);
        }

        return fragments;

        void EachId(string[] statements, IReadOnlyList<string> ids)
        {
            foreach (var id in ids)
            {
                Each(statements, statement => statement.Add(scope.Id).Add(id));
            }
        }

        void Each(string[] statements, Func<Statement, Statement> bind)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var sql in statements)
            {
                Add(bind(session.Prepare(sql)), fragments);
            }
        }
    }

    private static void Add(Statement row, FragmentSet fragments)
    {
        while (row.Step())
        {
            for (var column = 0; column < row.ColumnCount; column++)
            {
                switch (row.TypeOf(column))
                {
                    case raw.SQLITE_TEXT:
                        fragments.AddText(row.Bytes(column));
                        break;
                    case raw.SQLITE_BLOB:
                        fragments.AddBlob(row.Bytes(column));
                        break;
                }
            }
        }

        row.Reset();
    }
}
