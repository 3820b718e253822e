using System.Collections.Concurrent;
using OMem.Understanding;

namespace OMem.Tests.Understanding.Outbox;

public sealed class ReadAheadTests
{
    [Fact]
    public async Task NextAsync_ReadingsEndInAnotherOrder_GivesTheirResultsInOrder()
    {
        await using var work = new Work(6, running: 3, waiting: 6);
        work.End(2);
        work.End(1);
        work.End(0);
        work.End(4, 3, 5);

        for (var i = 0; i < 6; i++)
        {
            (await work.Ahead.NextAsync()).ShouldBe(i);
        }

        work.Ahead.HasNext.ShouldBeFalse();
    }

    [Fact]
    public async Task Start_NobodyTakesResults_GoesOnUntilTheWindowIsFull()
    {
        await using var work = new Work(20, running: 2, waiting: 5);
        work.Started.ShouldBe(2);

        work.End(1);
        await work.UntilStartedAsync(3);
        work.End(0, 2, 3);
        await work.UntilStartedAsync(5);
        work.End(4);
        await work.Ahead.SettleAsync();

        work.Started.ShouldBe(5);
        (await work.Ahead.NextAsync()).ShouldBe(0);
        work.Ahead.Start();
        work.Started.ShouldBe(6);
    }

    [Fact]
    public async Task Start_ResultThatLeadsNowhere_KeepsItsPlaceUntilItWasTaken()
    {
        await using var work = new Work(20, running: 2, waiting: 10);
        work.Fail(0, 1);
        await work.Ahead.SettleAsync();

        work.Started.ShouldBe(2);
        (await work.Ahead.NextAsync()).ShouldBe(0);
        work.Ahead.Start();
        work.Started.ShouldBe(3);
    }

    [Fact]
    public async Task Start_ReadingsEndAtOnce_ReadsAllInOrder()
    {
        var read = new List<int>();
        await using var ahead = new ReadAhead<int, int>(
            [.. Enumerable.Range(0, 1000)],
            new ReadAheadLimits(4, 16),
            (input, _) =>
            {
                read.Add(input);
                return Task.FromResult(input);
            },
            static _ => true,
            TestContext.Current.CancellationToken);
        read.Count.ShouldBe(16);

        for (var i = 0; ahead.HasNext; i++)
        {
            (await ahead.NextAsync()).ShouldBe(i);
            ahead.Start();
        }

        read.ShouldBe(Enumerable.Range(0, 1000));
    }

    [Fact]
    public async Task Close_ReadingsUnderWay_TheyEndAndNoneFollows()
    {
        await using var work = new Work(10, running: 2, waiting: 10);

        work.Ahead.Close().ShouldBe(Enumerable.Range(2, 8));
        work.Ahead.Close().ShouldBeEmpty();
        work.End(0, 1);
        await work.Ahead.SettleAsync();

        work.Started.ShouldBe(2);
    }

    [Fact]
    public async Task Dispose_ReadingsUnderWay_EndsThem()
    {
        var work = new Work(10, running: 3, waiting: 10);
        var first = work.Ahead.NextAsync();

        await work.DisposeAsync();

        first.IsCanceled.ShouldBeTrue();
        work.Started.ShouldBe(3);
    }

    [Fact]
    public void Limits_OneSlot_RunAheadOfIt()
    {
        var limits = ReadAheadLimits.For(1);

        limits.Running.ShouldBeGreaterThan(1);
        limits.Waiting.ShouldBeGreaterThan(limits.Running);
    }

    /// <summary>Readings that end when the test says so, well or not.</summary>
    private sealed class Work : IAsyncDisposable
    {
        private readonly TaskCompletionSource[] _ends;
        private readonly ConcurrentDictionary<int, bool> _bad = [];
        private int _started;

        public Work(int count, int running, int waiting)
        {
            _ends = [.. Enumerable.Range(0, count).Select(static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously))];
            Ahead = new ReadAhead<int, int>([.. Enumerable.Range(0, count)], new ReadAheadLimits(running, waiting), ReadAsync, place => !_bad.ContainsKey(place), CancellationToken.None);
        }

        public ReadAhead<int, int> Ahead { get; }

        public int Started => Volatile.Read(ref _started);

        public void End(params int[] places)
        {
            foreach (var place in places)
            {
                _ends[place].SetResult();
            }
        }

        public void Fail(params int[] places)
        {
            foreach (var place in places)
            {
                _bad[place] = true;
            }

            End(places);
        }

        public async Task UntilStartedAsync(int count)
        {
            var patience = new Engine.Patience();
            while (Started < count)
            {
                await patience.YieldAsync();
            }
        }

        public ValueTask DisposeAsync() => Ahead.DisposeAsync();

        private async Task<int> ReadAsync(int place, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _started);
            await _ends[place].Task.WaitAsync(cancellationToken);
            return place;
        }
    }
}
