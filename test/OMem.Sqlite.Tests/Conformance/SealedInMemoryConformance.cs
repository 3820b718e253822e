using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Conformance;

public sealed class SealedInMemoryAppendTests : AppendConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryLogReadingTests : LogReadingConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryIndexTests : IndexConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryScopeTests : ScopeConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryOutboxTests : OutboxConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryUsageTests : UsageConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryCommitFenceTests : CommitFenceConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryDerivedTests : DerivedConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryLedgerTests : LedgerConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryResetTests : ResetConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryRestoreTests : RestoreConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryIsolationTests : IsolationConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryHostileTextTests : HostileTextConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryExtremeTimeTests : ExtremeTimeConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryConcurrencyTests : ConcurrencyConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryCancellationTests : CancellationConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryEraseTests : EraseConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryEpochTests : EpochConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryForgettingTests : ForgettingConformance<SealedInMemoryHarness>;

public sealed class SealedInMemoryPropertyTests : PropertyConformance<SealedInMemoryHarness>;
