using Microsoft.Data.Sqlite;

namespace OMem.Sqlite.Tests.Encryption;

/// <summary>What was damaged or moved is an error that says so, never garbage and never somebody else's words.</summary>
public sealed class TamperingTests(TamperingTests.Filled filled) : IClassFixture<TamperingTests.Filled>
{
    /// <summary>Every sealed column. Content hashes are only compared, never opened: one that was changed calls a repeated message a conflict.</summary>
    public static TheoryData<string, string, string> Sealed => new()
    {
        { "interaction", "text", "position" }, { "interaction", "terms", "position" }, { "interaction", "vector", "position" },
        { "interaction", "speaker", "position" }, { "interaction", "interaction_id", "position" },
        { "item", "text", "item_key" }, { "item", "terms", "item_key" }, { "item", "vector", "item_key" }, { "item", "item_id", "item_key" },
        { "topic", "label", "topic_key" }, { "topic", "terms", "topic_key" }, { "topic", "vector", "topic_key" }, { "topic", "topic_id", "topic_key" },
        { "cluster", "summary", "cluster_key" }, { "cluster", "cluster_id", "cluster_key" },
        { "ledger", "reason", "position" }, { "ledger", "item_id", "position" },
    };

    /// <summary>Sealed references: damaged they do not open; whom they name is not bound to the row.</summary>
    public static TheoryData<string, string, string> References => new()
    {
        { "item", "superseded_by", "item_key" }, { "item", "cluster_id", "item_key" }, { "item_evidence", "interaction_id", "item_key" }, { "cluster_member", "item_id", "cluster_key" },
        { "ledger", "subject", "position" }, { "ledger", "superseded_id", "position" }, { "ledger_evidence", "interaction_id", "position" },
        { "outbox", "error", "position" }, { "property", "value", "scope_id" },
    };

    [Theory]
    [MemberData(nameof(Sealed))]
    [MemberData(nameof(References))]
    public async Task Read_AByteChanged_SaysThatItDoesNotOpen(string table, string column, string key)
    {
        foreach (var where in new[] { "1", "length(v) / 2", "length(v) - 1" })
        {
            using var place = filled.Copy();
            using (var connection = StoreRows.Connect(place.Path))
            {
                Change(connection, table, column, key, where);
            }

            await CorruptAsync(place);
        }
    }

    [Theory]
    [MemberData(nameof(Sealed))]
    public async Task Read_ValuesOfTwoRowsSwapped_SaysThatTheyDoNotOpen(string table, string column, string key)
    {
        using var place = filled.Copy();
        using (var connection = StoreRows.Connect(place.Path))
        {
            connection.Run($"CREATE TEMP TABLE pair AS SELECT {key} AS k, {column} AS v FROM {table} ORDER BY {key} LIMIT 2");
            connection.Run($"UPDATE {table} SET {column} = {column} || 'x' WHERE {key} = (SELECT max(k) FROM pair)");
            connection.Run($"UPDATE {table} SET {column} = (SELECT v FROM pair ORDER BY k DESC LIMIT 1) WHERE {key} = (SELECT min(k) FROM pair)");
            connection.Run($"UPDATE {table} SET {column} = (SELECT v FROM pair ORDER BY k LIMIT 1) WHERE {key} = (SELECT max(k) FROM pair)");
        }

        await CorruptAsync(place);
    }

    [Fact]
    public async Task Read_AValueOfAnotherScope_SaysThatItDoesNotOpen()
    {
        using var place = filled.Copy();
        await using (var store = await place.OpenAsync())
        {
            await store.AppendAsync(StoreRows.Alice, [SealedSample.Row(1)]);
        }

        using (var connection = StoreRows.Connect(place.Path))
        {
            connection.Run("UPDATE interaction SET (text, terms, vector, speaker) = (SELECT text, terms, vector, speaker FROM interaction WHERE scope_id = 2) WHERE position = (1 << 32) + 1");
        }

        await CorruptAsync(place);
    }

    [Theory]
    [InlineData("occurred_at = occurred_at + 10000000")]
    [InlineData("recorded_at = recorded_at + 10000000")]
    [InlineData("role = role + 1")]
    [InlineData("vector = x''")]
    public async Task Read_WhatStandsInTheClearBesideIt_IsBoundToIt(string change)
    {
        using var place = filled.Copy();
        using (var connection = StoreRows.Connect(place.Path))
        {
            connection.Run($"UPDATE interaction SET {change} WHERE position = (1 << 32) + 1");
        }

        await CorruptAsync(place);
    }

    private static async Task CorruptAsync(SealedPlace place)
    {
        await using var store = await place.OpenAsync();
        var fault = await Should.ThrowAsync<MemoryStoreException>(() => SealedSample.ReadAsync(store));

        fault.Fault.ShouldBe(MemoryStoreFault.Corrupt);
        fault.Message.ShouldContain("does not open with its key");
        fault.Message.ShouldNotContain(SealedSample.Canary);
    }

    /// <summary>Puts another byte or letter at one place of the first row's value.</summary>
    private static void Change(SqliteConnection connection, string table, string column, string key, string where)
    {
        var other = $"CASE WHEN substr(v, p, 1) = substr(CAST('A' AS BLOB), 1, 1) OR substr(v, p, 1) = 'A' THEN 'B' ELSE 'A' END";
        connection.Run($"""
            UPDATE {table} SET {column} = (
                SELECT CASE typeof(v) WHEN 'blob' THEN CAST(CAST(substr(v, 1, p - 1) AS BLOB) || CAST({other} AS BLOB) || substr(v, p + 1) AS BLOB)
                    ELSE substr(v, 1, p - 1) || {other} || substr(v, p + 1) END
                FROM (SELECT v, max(1, {where}) AS p FROM (SELECT {column} AS v FROM {table} WHERE {column} IS NOT NULL ORDER BY {key} DESC LIMIT 1)))
            WHERE {key} = (SELECT max({key}) FROM {table} WHERE {column} IS NOT NULL)
            """);
    }

    /// <summary>A sealed store filled once; each test changes a copy.</summary>
    public sealed class Filled : IAsyncLifetime
    {
        private readonly SealedPlace _place = new();

        public async ValueTask InitializeAsync()
        {
            await using var store = await _place.OpenAsync();
            await SealedSample.FillAsync(store);
            await SealedSample.ReadAsync(store);
        }

        public ValueTask DisposeAsync()
        {
            _place.Dispose();
            return ValueTask.CompletedTask;
        }

        internal SealedPlace Copy()
        {
            var copy = new SealedPlace(_place.Key);
            _place.CopyTo(copy);
            return copy;
        }
    }
}
