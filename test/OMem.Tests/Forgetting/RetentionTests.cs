using CsCheck;
using OMem.Retention;
using OMem.Tests.Engine;

namespace OMem.Tests.Forgetting;

public sealed class RetentionTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 30, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Beyond_AnyRows_NeverTakesWhatIsYounger()
    {
        Gen.Select(Gen.Select(Gen.Int[0, 500], Gen.Int[0, 5], Gen.Int[-400, 400]).Array[0, 30], Gen.Int[1, 400], Gen.Int[0, 4]).Sample((rows, days, sessions) =>
        {
            var log = rows.Select((row, i) => new RetentionSelection.Row(i + 1, Now.AddDays(-row.Item1).AddMinutes(row.Item3), row.Item2 == 0 ? null : $"s{row.Item2}")).ToList();
            var policy = new RetentionPolicy { MaxAge = TimeSpan.FromDays(days), MaxSessions = sessions == 0 ? null : sessions };

            var taken = RetentionSelection.Beyond(log, policy, Now).ToHashSet();

            foreach (var row in log)
            {
                var isOld = row.OccurredAt < Now.AddDays(-days);
                taken.Contains(row.Sequence).ShouldBe(isOld || Ranked(log, row.Session) >= policy.MaxSessions);
            }
        });
    }

    [Fact]
    public async Task Apply_Age_ForgetsTheOlderAndUndoBringsThemBack()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.", "I live in Oslo.", "I love tea.");
        await memory.Memory.SetRetentionAsync(new RetentionPolicy { MaxAge = TimeSpan.FromHours(25) });
        (await memory.Memory.ApplyRetentionAsync(dryRun: true)).Preview.Interactions.ShouldBe(1);
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(3);

        var run = await memory.Memory.ApplyRetentionAsync();

        run.Forgotten!.Interactions.ShouldBe(1);
        (await memory.Memory.ReadLogAsync().Select(stored => stored.Interaction.Id).ToListAsync()).ShouldBe(["m2", "m3"]);
        (await memory.Memory.ApplyRetentionAsync()).Forgotten.ShouldBeNull();
        await memory.Memory.UndoAsync(new UndoRequest { Entry = run.Forgotten.Entry, Note = ForgettingFixture.Note });
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(3);
    }

    [Fact]
    public async Task Apply_NoPolicyOfItsOwn_GoesByTheEngines()
    {
        await using var memory = new ForgettingFixture(configure: options => options.Retention.Default = new RetentionPolicy { MaxSessions = 1, Mode = RetentionMode.Erase });
        await memory.Memory.RememberAsync([EngineFixture.Say("a", "I love jazz.", session: "old"), EngineFixture.Say("b", "I love tea.", session: "new", minutes: 5)]);

        (await memory.Memory.GetRetentionAsync()).ShouldBeNull();
        (await memory.Memory.ApplyRetentionAsync()).Receipt!.Interactions.ShouldBe(1);

        await memory.Memory.SetRetentionAsync(new RetentionPolicy());
        (await memory.Memory.ApplyRetentionAsync()).Receipt.ShouldBeNull();
        (await memory.Memory.ReadLogAsync().Select(stored => stored.Interaction.Id).ToListAsync()).ShouldBe(["b"]);
    }

    [Fact]
    public async Task Worker_ClockJumps_TakesNothingThatTime()
    {
        await using var memory = new ForgettingFixture();
        await memory.SayAsync("I love jazz.");
        await memory.Memory.SetRetentionAsync(new RetentionPolicy { MaxAge = TimeSpan.FromDays(100), Mode = RetentionMode.Erase });
        var worker = memory.Engine.Engine.Retention;

        (await worker.RunAsync(CancellationToken.None)).ShouldBeNull();
        memory.Engine.Time.Advance(TimeSpan.FromHours(1));
        (await worker.RunAsync(CancellationToken.None)).ShouldBe(0);

        // A clock a year ahead, for one run.
        memory.Engine.Time.Advance(TimeSpan.FromDays(365));
        (await worker.RunAsync(CancellationToken.None)).ShouldBeNull();
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(1);

        // It was no jump: it stays there.
        memory.Engine.Time.Advance(TimeSpan.FromHours(1));
        (await worker.RunAsync(CancellationToken.None)).ShouldBe(1);
        (await memory.Memory.GetStatsAsync()).Interactions.ShouldBe(0);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(null, 0)]
    public async Task Set_OutOfRange_IsRefused(int? seconds, int? sessions)
    {
        await using var memory = new ForgettingFixture();
        var policy = new RetentionPolicy { MaxAge = seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), MaxSessions = sessions };

        (await Should.ThrowAsync<CorrectionException>(() => memory.Memory.SetRetentionAsync(policy))).Fault.ShouldBe(CorrectionFault.Invalid);
        (await memory.Memory.GetRetentionAsync()).ShouldBeNull();
    }

    private static int Ranked(List<RetentionSelection.Row> log, string? session) => log.Where(static row => row.Session is not null)
        .GroupBy(static row => row.Session!, StringComparer.Ordinal)
        .OrderByDescending(static group => group.Max(static row => row.OccurredAt)).ThenBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.Key).ToList().IndexOf(session ?? "");
}
