using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Conformance;

public sealed class SealedSqliteAppendTests : AppendConformance<SealedSqliteHarness>;

public sealed class SealedSqliteLogReadingTests : LogReadingConformance<SealedSqliteHarness>;

public sealed class SealedSqliteIndexTests : IndexConformance<SealedSqliteHarness>;

public sealed class SealedSqliteScopeTests : ScopeConformance<SealedSqliteHarness>;

public sealed class SealedSqliteOutboxTests : OutboxConformance<SealedSqliteHarness>;

public sealed class SealedSqliteUsageTests : UsageConformance<SealedSqliteHarness>;

public sealed class SealedSqliteCommitFenceTests : CommitFenceConformance<SealedSqliteHarness>;

public sealed class SealedSqliteDerivedTests : DerivedConformance<SealedSqliteHarness>;

public sealed class SealedSqliteLedgerTests : LedgerConformance<SealedSqliteHarness>;

public sealed class SealedSqliteResetTests : ResetConformance<SealedSqliteHarness>;

public sealed class SealedSqliteRestoreTests : RestoreConformance<SealedSqliteHarness>;

public sealed class SealedSqliteIsolationTests : IsolationConformance<SealedSqliteHarness>;

public sealed class SealedSqliteHostileTextTests : HostileTextConformance<SealedSqliteHarness>;

public sealed class SealedSqliteExtremeTimeTests : ExtremeTimeConformance<SealedSqliteHarness>;

public sealed class SealedSqliteConcurrencyTests : ConcurrencyConformance<SealedSqliteHarness>;

public sealed class SealedSqliteCancellationTests : CancellationConformance<SealedSqliteHarness>;

public sealed class SealedSqliteEraseTests : EraseConformance<SealedSqliteHarness>;

public sealed class SealedSqliteEpochTests : EpochConformance<SealedSqliteHarness>;

public sealed class SealedSqliteForgettingTests : ForgettingConformance<SealedSqliteHarness>;

public sealed class SealedSqlitePropertyTests : PropertyConformance<SealedSqliteHarness>;
