using System.Text;
using CsCheck;
using OMem.Portability;
using OMem.Storage;
using OMem.Tests.Engine;

namespace OMem.Tests.Portability;

public sealed class RestoreFaultTests
{
    private static readonly MemoryScope Elsewhere = new("acme", "bob");

    [Fact]
    public async Task Restore_CutOffAnywhere_IsRefusedAndStoresNothing()
    {
        await using var fixture = new EngineFixture();
        var export = await UnderstoodAsync(fixture);

        await Gen.Int[0, export.Length - 1].SampleAsync(
            async length => await RefusedAsync(fixture, export[..length]), iter: 300);
    }

    [Fact]
    public async Task Restore_OneByteChangedAnywhere_IsRefusedAndStoresNothing()
    {
        await using var fixture = new EngineFixture();
        var export = await UnderstoodAsync(fixture);

        await Gen.Select(Gen.Int[0, export.Length - 1], Gen.Byte[1, 255]).SampleAsync(
            async (at, change) =>
            {
                var damaged = export.ToArray();
                damaged[at] ^= change;
                await RefusedAsync(fixture, damaged);
            },
            iter: 500);
    }

    [Fact]
    public async Task Restore_LineTakenOutTwiceOrMoved_IsRefused()
    {
        await using var fixture = new EngineFixture();
        var lines = Exports.Lines(await UnderstoodAsync(fixture))[..^1];

        for (var i = 0; i < lines.Length; i++)
        {
            var without = lines.Where((_, at) => at != i);
            await RefusedAsync(fixture, Exports.Sealed(without));
            await RefusedAsync(fixture, Exports.Sealed([.. lines[..i], lines[i], .. lines[i..]]));
        }

        await RefusedAsync(fixture, Exports.Sealed([.. lines, lines[1]]));
    }

    [Theory]
    [InlineData("", 1, "the export is empty")]
    [InlineData("hello\n", 1, "it is not the first line of an OMem export")]
    [InlineData("[]", 1, "it is not the first line of an OMem export")]
    [InlineData("\uFEFF{\"type\":\"omem-export\",\"version\":1}\n", 1, "byte order mark")]
    [InlineData("{\"type\":\"interaction\",\"id\":\"a\"}\n", 1, "it is not the first line of an OMem export")]
    [InlineData("{\"type\":\"omem-export\",\"version\":3,\"new\":[]}\n", 1, "the export is of version 3; this program reads versions up to 2")]
    [InlineData("{\"type\":\"omem-export\",\"version\":\"1\"}\n", 1, "it names no version")]
    [InlineData("{\"type\":\"omem-export\",\"version\":1,\"extra\":1}\n", 1, "it is not a valid 'omem-export'")]
    [InlineData("{\"type\":\"omem-export\",\"version\":1,}\n", 1, "it is not valid JSON")]
    public async Task Restore_WrongStart_NamesTheFault(string text, long line, string fault)
    {
        await using var fixture = new EngineFixture();

        var refused = await RefusedAsync(fixture, Encoding.UTF8.GetBytes(text));

        refused.Line.ShouldBe(line);
        refused.Fault.ShouldContain(fault);
    }

    [Fact]
    public async Task Restore_Utf16_IsNamed()
    {
        await using var fixture = new EngineFixture();

        var refused = await RefusedAsync(fixture, [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{\"type\":\"omem-export\"}\n")]);

        refused.Fault.ShouldContain("UTF-16");
    }

    [Theory]
    [InlineData("\"speaker\":\"Alice\"", "\"speaker\":\"\"", "speaker is empty")]
    [InlineData("\"role\":\"person\"", "\"role\":\"robot\"", "not a valid 'interaction' at $.role")]
    [InlineData("\"role\":\"person\"", "\"role\":0", "not a valid 'interaction' at $.role")]
    [InlineData("\"occurredAt\":\"2024", "\"occurredAt\":\"20x4", "not a valid 'interaction' at $.occurredAt")]
    [InlineData("\"text\":\"I love jazz.\"", "\"text\":\"half \\ud83e\"", "not a valid 'interaction' at $.text")]
    [InlineData("\"text\":\"I love jazz.\"", "\"text\":null", "not a valid 'interaction' at $.text: the value is not one that belongs there")]
    [InlineData("\"text\":", "\"id\":\"again\",\"text\":", "not a valid 'interaction'")]
    [InlineData("\"text\":", "\"txt\":", "it has a field that is not known")]
    [InlineData("\"session\":\"s1\",", "", "it lacks 'session'")]
    [InlineData("\"sequence\":1", "\"sequence\":2", "its 'sequence' is 2 where 1 follows")]
    public async Task Restore_BadInteraction_NamesLineAndField(string good, string bad, string fault)
    {
        await using var fixture = new EngineFixture();
        var lines = Exports.Lines(await UnderstoodAsync(fixture))[..^1];
        lines[1].ShouldContain(good);
        lines[1] = lines[1].Replace(good, bad, StringComparison.Ordinal);

        var refused = await RefusedAsync(fixture, Exports.Sealed(lines));

        refused.Line.ShouldBe(2);
        refused.Fault.ShouldContain(fault);
    }

    [Fact]
    public async Task Restore_EvidenceOutsideTheLogOrAnIdTwice_IsRefused()
    {
        await using var fixture = new EngineFixture();
        var lines = Exports.Lines(await UnderstoodAsync(fixture))[..^1];
        var item = Array.FindIndex(lines, line => line.Contains("\"type\":\"attribute\"", StringComparison.Ordinal));

        var outside = lines.ToArray();
        outside[item] = outside[item].Replace("\"evidence\":[{\"sequence\":1", "\"evidence\":[{\"sequence\":99", StringComparison.Ordinal);
        (await RefusedAsync(fixture, Exports.Sealed(outside))).Message.ShouldBe(
            $"Line {item + 1} of the export: it rests on the interaction at position 99, which is not in the export.");

        (await RefusedAsync(fixture, Exports.Sealed([.. lines[..(item + 1)], .. lines[item..]]))).Fault.ShouldContain("stands twice");
    }

    [Fact]
    public async Task Restore_ScopeThatHoldsTheSame_DoesNothingAndSaysSo()
    {
        await using var fixture = new EngineFixture();
        var export = await UnderstoodAsync(fixture);

        var first = await fixture.Engine.ForScope(Elsewhere).RestoreAsync(export);
        var again = await fixture.Engine.ForScope(Elsewhere).RestoreAsync(export);

        first.AlreadyThere.ShouldBeFalse();
        again.ShouldBe(first with { AlreadyThere = true });
        (await fixture.Engine.ForScope(Elsewhere).ExportAsync()).ShouldBe(export);
    }

    [Fact]
    public async Task Restore_ScopeThatHoldsSomethingElse_IsRefusedAndKeepsIt()
    {
        await using var fixture = new EngineFixture();
        var export = await UnderstoodAsync(fixture);
        var other = fixture.Engine.ForScope(Elsewhere);
        await other.RememberAsync([EngineFixture.Say("own", "I keep bees.")]);
        var before = await other.ExportAsync();

        var refused = await Should.ThrowAsync<ScopeNotEmptyException>(() => other.RestoreAsync(export));

        refused.Scope.ShouldBe(Elsewhere);
        (await other.ExportAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Restore_DryRun_ReadsEverythingAndStoresNothing()
    {
        await using var fixture = new EngineFixture();
        var export = await UnderstoodAsync(fixture);

        var result = await fixture.Engine.ForScope(Elsewhere).RestoreAsync(export, new RestoreOptions { DryRun = true });

        result.Content.Interactions.ShouldBe(2);
        (await fixture.Engine.ListScopesAsync()).ShouldBe([EngineFixture.Alice]);
        await Should.ThrowAsync<InvalidExportException>(
            () => fixture.Engine.ForScope(Elsewhere).RestoreAsync(export[..^1], new RestoreOptions { DryRun = true }));
    }

    [Fact]
    public async Task Restore_Cancelled_StoresNothing()
    {
        await using var fixture = new EngineFixture();
        var export = await UnderstoodAsync(fixture);
        using var cancellation = new CancellationTokenSource();
        var options = new RestoreOptions { Progress = new Signal(cancellation.Cancel) };

        await Should.ThrowAsync<OperationCanceledException>(
            () => fixture.Engine.ForScope(Elsewhere).RestoreAsync(new MemoryStream(export), options, cancellation.Token));

        (await fixture.Engine.ListScopesAsync()).ShouldBe([EngineFixture.Alice]);
    }

    [Fact]
    public void ExportedInteraction_HasEveryFieldOfAnInteraction() =>
        typeof(ExportedInteraction).GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal).ShouldBe(
            typeof(Interaction).GetProperties().Select(property => property.Name)
                .Concat([nameof(StoredInteraction.Sequence), nameof(StoredInteraction.RecordedAt), nameof(ExportedInteraction.Understood), nameof(ExportedInteraction.Hidden)]).Order(StringComparer.Ordinal));

    /// <summary>A store that comes to hold more of a scope has to hand it to exports too: add it to the layout, then here.</summary>
    [Fact]
    public void DerivedMemory_HoldsNothingAnExportLeavesOut()
    {
        Names(typeof(DerivedMemory)).ShouldBe(["Clusters", "Hidden", "Items", "Topics", "Version"]);
        Names(typeof(StoredItem)).ShouldBe(["Index", "Item"]);
        Names(typeof(StoredTopic)).ShouldBe(["Index", "Topic"]);
        Names(typeof(StoredInteraction)).ShouldBe(["Interaction", "RecordedAt", "Sequence"]);

        static IEnumerable<string> Names(Type type) => type.GetProperties().Select(property => property.Name).Order(StringComparer.Ordinal);
    }

    private static async Task<byte[]> UnderstoodAsync(EngineFixture fixture)
    {
        await fixture.Memory.RememberAsync([EngineFixture.Say("m1", "I love jazz."), EngineFixture.Say("m2", "I moved to Oslo in May.", minutes: 1)]);
        await fixture.Memory.FlushAsync();
        return await fixture.Memory.ExportAsync();
    }

    private static async Task<InvalidExportException> RefusedAsync(EngineFixture fixture, byte[] export)
    {
        var refused = await Should.ThrowAsync<InvalidExportException>(() => fixture.Engine.ForScope(Elsewhere).RestoreAsync(export));
        (await fixture.Engine.ListScopesAsync()).ShouldNotContain(Elsewhere);
        return refused;
    }

    private sealed class Signal(Action signal) : IProgress<RestoreProgress>
    {
        public void Report(RestoreProgress value) => signal();
    }
}
