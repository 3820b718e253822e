using static OMem.Tests.Rulings.RulingFixture;

namespace OMem.Tests.Rulings;

/// <summary>Undo and redo of single entries and of everything since a point.</summary>
public sealed class UndoTests : IAsyncDisposable
{
    private readonly RulingFixture _fixture = new();

    private IMemory Memory => _fixture.Memory;

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    [Fact]
    public async Task Undo_EveryKindOfRuling_RestoresAndRedoRepeats()
    {
        await _fixture.SayAsync("I live in Oslo.", "I love jazz.", "I love jazz concerts.", "I moved to Rome.");
        foreach (var rule in new Func<Task<CorrectionResult>>[]
        {
            async () => await Memory.ConfirmAsync((await _fixture.ItemAsync("concerts")).Id, Note),
            async () => await Memory.CorrectAsync((await HomeAsync()).Id, new Replacement { Value = "Milan" }, Note),
            async () => await Memory.RetractAsync((await HomeAsync()).Id, Note),
            async () => await Memory.RetractAsync((await _fixture.ItemAsync("concerts")).Id, Note),
        })
        {
            var before = await _fixture.PictureAsync();
            _fixture.Wait();
            var ruled = await rule();
            var after = await _fixture.PictureAsync();
            after.ShouldNotBe(before);
            _fixture.Wait();

            var undo = await Memory.UndoAsync(new UndoRequest { Entry = ruled.Entry, Note = Note });
            (await _fixture.PictureAsync()).ShouldBe(before);
            undo.Entries.ShouldBe([ruled.Entry]);
            await Memory.RedoAsync(Note, undo.Entry);
            (await _fixture.PictureAsync()).ShouldBe(after);
            await Memory.UndoAsync(new UndoRequest { Entry = ruled.Entry, Note = Note });
            (await _fixture.PictureAsync()).ShouldBe(before);
        }
    }

    [Fact]
    public async Task Undo_WhatAReaderDid_RestoresAndARebuildKeepsIt()
    {
        await _fixture.SayAsync("I live in Oslo.");
        var before = await _fixture.PictureAsync();
        var last = (await _fixture.LedgerAsync())[^1].Sequence;
        await _fixture.SayAsync("I moved to Rome.");
        var after = await _fixture.PictureAsync();
        var update = (await _fixture.LedgerAsync()).Single(row => row.Sequence > last && row.Operation is LedgerOperation.Update);

        await Memory.UndoAsync(new UndoRequest { Entry = update.Sequence, Note = Note });
        (await _fixture.ValuesAsync("home")).ShouldBe(["Oslo"]);
        await Memory.RedoAsync(Note);
        (await _fixture.PictureAsync()).ShouldBe(after);
        await Memory.UndoAsync(new UndoRequest { After = last, Note = Note });
        (await _fixture.PictureAsync()).ShouldBe(before);

        await Memory.RebuildAsync();
        (await _fixture.ValuesAsync("home")).ShouldBe(["Oslo"]);
    }

    [Fact]
    public async Task Undo_ConfirmationByAReader_TakesTheEvidenceAndConfidenceBack()
    {
        await _fixture.SayAsync("I love jazz.");
        var before = await _fixture.PictureAsync();
        await _fixture.SayAsync("I love jazz!");
        var ignore = (await _fixture.LedgerAsync()).Last(row => row.Operation is LedgerOperation.Ignore && row.ItemKind == "attribute");

        await Memory.UndoAsync(new UndoRequest { Entry = ignore.Sequence, Note = Note });

        (await _fixture.PictureAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Undo_EntryThatOthersDependOn_NamesThemOrTakesThemAlong()
    {
        await _fixture.SayAsync("I live in Oslo.", "I moved to Rome.");
        var ledger = await _fixture.LedgerAsync();
        var add = ledger.Single(row => row.Operation is LedgerOperation.Add && row.After == "Alice lives in Oslo");
        var update = ledger.Single(row => row.Operation is LedgerOperation.Update);
        var picture = await _fixture.PictureAsync();

        var refused = await Should.ThrowAsync<CorrectionException>(Memory.UndoAsync(new UndoRequest { Entry = add.Sequence, Note = Note }));
        refused.Fault.ShouldBe(CorrectionFault.Dependents);
        refused.Entries.ShouldBe([update.Sequence]);
        (await _fixture.PictureAsync()).ShouldBe(picture);

        var undo = await Memory.UndoAsync(new UndoRequest { Entry = add.Sequence, Cascade = true, Note = Note });
        undo.Entries.ShouldBe([update.Sequence, add.Sequence]);
        (await _fixture.ValuesAsync("home")).ShouldBeEmpty();
        undo.Removed.Count.ShouldBe(2);
        await Memory.RedoAsync(Note);
        (await _fixture.PictureAsync()).ShouldBe(picture);
    }

    [Fact]
    public async Task Undo_SinceATime_WindsBackAndForward()
    {
        await _fixture.SayAsync("I live in Oslo.", "I love jazz.");
        var before = await _fixture.PictureAsync();
        _fixture.Wait();
        var point = _fixture.Now;
        await Memory.RetractAsync((await _fixture.ItemAsync("jazz")).Id, Note);
        await _fixture.SayAsync("I moved to Rome.", "I hate olives.");
        await Memory.UndoAsync(new UndoRequest { Entry = (await _fixture.LedgerAsync()).Last(row => row.After == "Alice hates olives" || row.After == "Alice dislikes olives").Sequence, Note = Note });
        var after = await _fixture.PictureAsync();

        await Memory.UndoAsync(new UndoRequest { Since = point, Note = Note });
        (await _fixture.PictureAsync()).ShouldBe(before);
        await Memory.RedoAsync(Note);
        (await _fixture.PictureAsync()).ShouldBe(after);
    }

    [Fact]
    public async Task Undo_WhatCannotBe_SaysWhy()
    {
        await _fixture.SayAsync("I live in Oslo.", "My sister plays the cello.");
        var topic = (await _fixture.LedgerAsync()).First(row => row.ItemKind == "topic").Sequence;
        var add = (await _fixture.LedgerAsync()).First(row => row.ItemKind == "attribute").Sequence;

        await FailsAsync(new UndoRequest { Entry = topic, Note = Note }, CorrectionFault.NotUndoable);
        await FailsAsync(new UndoRequest { Entry = 999, Note = Note }, CorrectionFault.UnknownEntry);
        await FailsAsync(new UndoRequest { After = 999, Note = Note }, CorrectionFault.NothingToDo);
        await Memory.UndoAsync(new UndoRequest { Entry = add, Note = Note });
        await FailsAsync(new UndoRequest { Entry = add, Note = Note }, CorrectionFault.NothingToDo);
        (await Should.ThrowAsync<CorrectionException>(Memory.RedoAsync(Note, add))).Fault.ShouldBe(CorrectionFault.Invalid);
        await Memory.RebuildAsync();
        await FailsAsync(new UndoRequest { Entry = add - 0, Note = Note }, CorrectionFault.NotUndoable);
        await FailsAsync(new UndoRequest { After = 0, Note = Note }, CorrectionFault.NotUndoable);
    }

    [Fact]
    public async Task Undo_OfARetractionAfterARebuild_BringsTheItemBack()
    {
        await _fixture.SayAsync("I live in Oslo.", "I moved to Rome.");
        var before = await CurrentAsync();
        var retraction = await Memory.RetractAsync((await HomeAsync()).Id, Note);
        await Memory.RebuildAsync();
        (await _fixture.ValuesAsync("home")).ShouldBe(["Oslo"]);

        await Memory.UndoAsync(new UndoRequest { Entry = retraction.Entry, Note = Note });

        (await CurrentAsync()).ShouldBe(before);
        await Memory.RebuildAsync();
        (await CurrentAsync()).ShouldBe(before);
    }

    private async Task FailsAsync(UndoRequest request, CorrectionFault fault)
    {
        var (picture, ledger) = (await _fixture.PictureAsync(), await _fixture.LedgerTextAsync());
        (await Should.ThrowAsync<CorrectionException>(Memory.UndoAsync(request))).Fault.ShouldBe(fault);
        (await _fixture.PictureAsync()).ShouldBe(picture);
        (await _fixture.LedgerTextAsync()).ShouldBe(ledger);
    }

    private async Task<PersonaItem> HomeAsync() => (await Memory.GetPersonaAsync()).Attributes.Single(item => item.Aspect == "home");

    private async Task<string[]> CurrentAsync() =>
        [.. (await Memory.GetPersonaAsync()).Attributes.Select(item => $"{item.Id} {item.Text} {item.Confidence} {item.ValidFrom:O}").Order(StringComparer.Ordinal)];
}
