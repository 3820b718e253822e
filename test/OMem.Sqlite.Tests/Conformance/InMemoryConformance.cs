using OMem.TestKit.Storage;

namespace OMem.Sqlite.Tests.Conformance;

public sealed class InMemoryAppendTests : AppendConformance<InMemoryHarness>;

public sealed class InMemoryLogReadingTests : LogReadingConformance<InMemoryHarness>;

public sealed class InMemoryIndexTests : IndexConformance<InMemoryHarness>;

public sealed class InMemoryScopeTests : ScopeConformance<InMemoryHarness>;

public sealed class InMemoryOutboxTests : OutboxConformance<InMemoryHarness>;

public sealed class InMemoryUsageTests : UsageConformance<InMemoryHarness>;

public sealed class InMemoryCommitFenceTests : CommitFenceConformance<InMemoryHarness>;

public sealed class InMemoryDerivedTests : DerivedConformance<InMemoryHarness>;

public sealed class InMemoryLedgerTests : LedgerConformance<InMemoryHarness>;

public sealed class InMemoryResetTests : ResetConformance<InMemoryHarness>;

public sealed class InMemoryRestoreTests : RestoreConformance<InMemoryHarness>;

public sealed class InMemoryIsolationTests : IsolationConformance<InMemoryHarness>;

public sealed class InMemoryHostileTextTests : HostileTextConformance<InMemoryHarness>;

public sealed class InMemoryExtremeTimeTests : ExtremeTimeConformance<InMemoryHarness>;

public sealed class InMemoryConcurrencyTests : ConcurrencyConformance<InMemoryHarness>;

public sealed class InMemoryCancellationTests : CancellationConformance<InMemoryHarness>;

public sealed class InMemoryEraseTests : EraseConformance<InMemoryHarness>;

public sealed class InMemoryEpochTests : EpochConformance<InMemoryHarness>;

public sealed class InMemoryForgettingTests : ForgettingConformance<InMemoryHarness>;

public sealed class InMemoryPropertyTests : PropertyConformance<InMemoryHarness>;
