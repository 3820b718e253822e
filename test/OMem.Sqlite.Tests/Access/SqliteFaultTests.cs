using OMem.Sqlite.Access;

namespace OMem.Sqlite.Tests.Access;

public sealed class SqliteFaultTests
{
    [Theory]
    [InlineData(5, MemoryStoreFault.Busy)]
    [InlineData(261, MemoryStoreFault.Busy)]
    [InlineData(6, MemoryStoreFault.Busy)]
    [InlineData(26, MemoryStoreFault.NotAStore)]
    [InlineData(8, MemoryStoreFault.ReadOnly)]
    [InlineData(1544, MemoryStoreFault.ReadOnly)]
    [InlineData(14, MemoryStoreFault.ReadOnly)]
    [InlineData(13, MemoryStoreFault.Full)]
    [InlineData(4874, MemoryStoreFault.Full)]
    [InlineData(11, MemoryStoreFault.Corrupt)]
    [InlineData(267, MemoryStoreFault.Corrupt)]
    [InlineData(10, MemoryStoreFault.Other)]
    [InlineData(266, MemoryStoreFault.Other)]
    [InlineData(1, MemoryStoreFault.Other)]
    public void From_Code_IsTheRightFault(int code, MemoryStoreFault fault)
    {
        var error = SqliteFault.From(code, "the detail", "/data/x.omem", null);

        error.Fault.ShouldBe(fault);
        error.IsTransient.ShouldBe(fault is MemoryStoreFault.Busy);
        error.Message.ShouldContain("/data/x.omem");
        error.Message.ShouldContain("the detail");
    }
}
