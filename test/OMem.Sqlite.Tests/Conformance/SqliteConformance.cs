using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Conformance;

public sealed class SqliteAppendTests : AppendConformance<SqliteHarness>;

public sealed class SqliteLogReadingTests : LogReadingConformance<SqliteHarness>;

public sealed class SqliteIndexTests : IndexConformance<SqliteHarness>;

public sealed class SqliteScopeTests : ScopeConformance<SqliteHarness>;

public sealed class SqliteOutboxTests : OutboxConformance<SqliteHarness>;

public sealed class SqliteUsageTests : UsageConformance<SqliteHarness>;

public sealed class SqliteCommitFenceTests : CommitFenceConformance<SqliteHarness>;

public sealed class SqliteDerivedTests : DerivedConformance<SqliteHarness>;

public sealed class SqliteLedgerTests : LedgerConformance<SqliteHarness>;

public sealed class SqliteResetTests : ResetConformance<SqliteHarness>;

public sealed class SqliteRestoreTests : RestoreConformance<SqliteHarness>;

public sealed class SqliteIsolationTests : IsolationConformance<SqliteHarness>;

public sealed class SqliteHostileTextTests : HostileTextConformance<SqliteHarness>;

public sealed class SqliteExtremeTimeTests : ExtremeTimeConformance<SqliteHarness>;

public sealed class SqliteConcurrencyTests : ConcurrencyConformance<SqliteHarness>;

public sealed class SqliteCancellationTests : CancellationConformance<SqliteHarness>;

public sealed class SqliteEraseTests : EraseConformance<SqliteHarness>;

public sealed class SqliteEpochTests : EpochConformance<SqliteHarness>;

public sealed class SqliteForgettingTests : ForgettingConformance<SqliteHarness>;

public sealed class SqlitePropertyTests : PropertyConformance<SqliteHarness>;
