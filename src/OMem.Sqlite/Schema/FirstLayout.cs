namespace OMem.Sqlite.Schema;

/// <summary>Layout 1.</summary>
/// <remarks>
/// <c>position</c> is <c>scope_id &lt;&lt; 32 | sequence</c>: it keeps the rows of a scope side by side in one row-id table, which holds
/// large rows much better than a table WITHOUT ROWID (measured with rows of 1.3 KB: a third of the bytes, twice the speed), and a scope
/// still is one range. The text stands last in its row, so reading the columns before it does not touch the overflow pages of a long one.
/// A time is two columns: UTC ticks of 100 ns since year 1, and minutes of offset.
/// <c>*_count</c> and <c>*_hash</c> tell a list that only grew from one that changed, without reading it.
/// </remarks>
internal static class FirstLayout
{
    public const string Sql = """
        CREATE TABLE scope (
            scope_id INTEGER PRIMARY KEY AUTOINCREMENT,
            tenant TEXT NOT NULL,
            user TEXT NOT NULL,
            agent TEXT NOT NULL, -- empty: none
            log_sequence INTEGER NOT NULL DEFAULT 0,
            ledger_sequence INTEGER NOT NULL DEFAULT 0,
            derived_version INTEGER NOT NULL DEFAULT 0,
            lease_owner TEXT,
            lease_until INTEGER,
            UNIQUE (tenant, user, agent));

        CREATE TABLE interaction (
            position INTEGER PRIMARY KEY,
            scope_id INTEGER NOT NULL GENERATED ALWAYS AS (position >> 32) VIRTUAL,
            sequence INTEGER NOT NULL GENERATED ALWAYS AS (position & 4294967295) VIRTUAL,
            speaker TEXT NOT NULL,
            role INTEGER NOT NULL,
            occurred_at INTEGER NOT NULL,
            occurred_offset INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            recorded_offset INTEGER NOT NULL,
            session TEXT,
            text_length INTEGER NOT NULL, -- UTF-16 units
            model_id TEXT,
            dimensions INTEGER NOT NULL,
            terms BLOB NOT NULL,
            vector BLOB NOT NULL,
            interaction_id TEXT NOT NULL,
            content_hash BLOB NOT NULL,
            metadata TEXT, -- JSON object of strings
            text TEXT NOT NULL);
        CREATE UNIQUE INDEX interaction_by_id ON interaction (scope_id, interaction_id);

        CREATE TABLE outbox (
            position INTEGER PRIMARY KEY,
            attempts INTEGER NOT NULL DEFAULT 0,
            next_try INTEGER NOT NULL DEFAULT 0,
            next_try_offset INTEGER NOT NULL DEFAULT 0,
            error TEXT);
        CREATE TABLE outbox_parked (
            position INTEGER PRIMARY KEY,
            attempts INTEGER NOT NULL,
            error TEXT NOT NULL);

        CREATE TABLE item (
            item_key INTEGER PRIMARY KEY,
            scope_id INTEGER NOT NULL REFERENCES scope,
            item_id TEXT NOT NULL,
            kind INTEGER NOT NULL,
            subject TEXT NOT NULL,
            aspect TEXT,
            value TEXT NOT NULL,
            text TEXT NOT NULL,
            polarity INTEGER NOT NULL,
            exclusive INTEGER NOT NULL,
            approximate INTEGER NOT NULL,
            confidence REAL NOT NULL,
            valid_from INTEGER,
            valid_from_offset INTEGER,
            valid_to INTEGER,
            valid_to_offset INTEGER,
            recorded_at INTEGER NOT NULL,
            recorded_offset INTEGER NOT NULL,
            last_stated_at INTEGER,
            last_stated_offset INTEGER,
            superseded_at INTEGER,
            superseded_offset INTEGER,
            superseded_by TEXT,
            cluster_id TEXT,
            reader TEXT NOT NULL,
            evidence_count INTEGER NOT NULL,
            evidence_hash INTEGER NOT NULL,
            model_id TEXT,
            dimensions INTEGER NOT NULL,
            terms BLOB NOT NULL,
            vector BLOB NOT NULL);
        CREATE UNIQUE INDEX item_by_id ON item (scope_id, item_id);
        CREATE TABLE item_evidence (
            item_key INTEGER NOT NULL REFERENCES item ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            interaction_id TEXT NOT NULL,
            PRIMARY KEY (item_key, ordinal)) WITHOUT ROWID;

        CREATE TABLE topic (
            topic_key INTEGER PRIMARY KEY,
            scope_id INTEGER NOT NULL REFERENCES scope,
            topic_id TEXT NOT NULL,
            label TEXT NOT NULL,
            aliases TEXT, -- JSON array of strings
            first_at INTEGER NOT NULL,
            first_offset INTEGER NOT NULL,
            last_at INTEGER NOT NULL,
            last_offset INTEGER NOT NULL,
            interaction_count INTEGER NOT NULL,
            interaction_hash INTEGER NOT NULL,
            model_id TEXT,
            dimensions INTEGER NOT NULL,
            terms BLOB NOT NULL,
            vector BLOB NOT NULL);
        CREATE UNIQUE INDEX topic_by_id ON topic (scope_id, topic_id);
        CREATE TABLE topic_interaction (
            topic_key INTEGER NOT NULL REFERENCES topic ON DELETE CASCADE,
            sequence INTEGER NOT NULL,
            PRIMARY KEY (topic_key, sequence)) WITHOUT ROWID;

        CREATE TABLE cluster (
            cluster_key INTEGER PRIMARY KEY,
            scope_id INTEGER NOT NULL REFERENCES scope,
            cluster_id TEXT NOT NULL,
            subject TEXT NOT NULL,
            label TEXT NOT NULL,
            summary TEXT NOT NULL);
        CREATE UNIQUE INDEX cluster_by_id ON cluster (scope_id, cluster_id);
        CREATE TABLE cluster_member (
            cluster_key INTEGER NOT NULL REFERENCES cluster ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            item_id TEXT NOT NULL,
            PRIMARY KEY (cluster_key, ordinal)) WITHOUT ROWID;

        CREATE TABLE ledger (
            position INTEGER PRIMARY KEY,
            scope_id INTEGER NOT NULL GENERATED ALWAYS AS (position >> 32) VIRTUAL,
            recorded_at INTEGER NOT NULL,
            recorded_offset INTEGER NOT NULL,
            actor TEXT NOT NULL,
            operation INTEGER NOT NULL,
            item_kind TEXT NOT NULL,
            item_id TEXT NOT NULL,
            subject TEXT,
            aspect TEXT,
            superseded_id TEXT,
            similarity REAL,
            before TEXT,
            after TEXT,
            reason TEXT NOT NULL);
        CREATE INDEX ledger_by_item ON ledger (scope_id, item_id, superseded_id);
        CREATE TABLE ledger_evidence (
            position INTEGER NOT NULL REFERENCES ledger ON DELETE CASCADE,
            ordinal INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            start INTEGER NOT NULL,
            length INTEGER NOT NULL,
            interaction_id TEXT NOT NULL,
            PRIMARY KEY (position, ordinal)) WITHOUT ROWID;
        """;
}
