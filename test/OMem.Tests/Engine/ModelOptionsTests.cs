using System.ComponentModel.DataAnnotations;
using OMem.Storage;

namespace OMem.Tests.Engine;

public sealed class ModelOptionsTests
{
    [Fact]
    public void Engine_WrongModelSettings_NamesAllAtOnce()
    {
        var options = new OMemOptions { UnderstandingBatchSize = 0 };
        options.Models.MaxParallelCalls = 0;
        options.Models.CallTimeout = TimeSpan.Zero;
        options.Models.RequestsPerMinute = -1;

        var fault = Should.Throw<ValidationException>(() => new MemoryEngine(new InMemoryMemoryStore(), options: options));

        fault.Message.ShouldContain(nameof(OMemOptions.UnderstandingBatchSize));
        fault.Message.ShouldContain(nameof(ModelOptions.MaxParallelCalls));
        fault.Message.ShouldContain(nameof(ModelOptions.CallTimeout));
        fault.Message.ShouldContain(nameof(ModelOptions.RequestsPerMinute));
    }
}
