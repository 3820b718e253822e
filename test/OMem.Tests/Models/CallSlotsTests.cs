using OMem.Models;

namespace OMem.Tests.Models;

public sealed class CallSlotsTests
{
    [Fact]
    public async Task Leave_SeveralWait_QuestionsThenWhatReadingsWaitForThenReadings()
    {
        var slots = new CallSlots(1);
        await slots.EnterAsync(ModelStage.Read, CancellationToken.None);
        var entered = new List<string>();
        Task[] waiting =
        [
            EnterAsync(ModelStage.Read, "read 1"), EnterAsync(ModelStage.Summarize, "summarise"), EnterAsync(ModelStage.Consolidate, "judge"),
            EnterAsync(ModelStage.Read, "read 2"), EnterAsync(ModelStage.Answer, "ask"),
        ];

        slots.Leave();
        await Task.WhenAll(waiting);

        entered.ShouldBe(["ask", "summarise", "judge", "read 1", "read 2"]);

        async Task EnterAsync(ModelStage stage, string name)
        {
            await slots.EnterAsync(stage, CancellationToken.None);
            entered.Add(name);
            slots.Leave();
        }
    }

    [Fact]
    public async Task Enter_WaitIsCancelled_TheSlotGoesToTheNext()
    {
        var slots = new CallSlots(1);
        await slots.EnterAsync(ModelStage.Read, CancellationToken.None);
        using var cancel = new CancellationTokenSource();
        var first = slots.EnterAsync(ModelStage.Consolidate, cancel.Token);
        var second = slots.EnterAsync(ModelStage.Read, CancellationToken.None);

        await cancel.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        second.IsCompleted.ShouldBeFalse();
        slots.Leave();

        await second;
    }
}
