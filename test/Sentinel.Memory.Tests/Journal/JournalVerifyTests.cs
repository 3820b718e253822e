using CsCheck;

namespace Sentinel.Memory.Tests.Journal;

public sealed class JournalVerifyTests
{
    private static readonly byte[] Intact = Write(6);

    [Fact]
    public void Run_IntactFile_SaysSo()
    {
        var verification = Verify(Intact);

        verification.IsIntact.ShouldBeTrue();
        verification.Entries.ShouldBe(6);
        verification.HeadHash.Length.ShouldBe(64);
    }

    [Fact]
    public void Run_AnyChangedByte_NamesTheEntryItIsIn() =>
        Gen.Select(Gen.Int[0, Intact.Length - 1], Gen.Byte[1, 255]).Sample(
            (position, change) =>
            {
                var bytes = (byte[])Intact.Clone();
                bytes[position] ^= change;
                var entry = Intact.AsSpan(0, position).Count((byte)'\n') + 1;
                return Verify(bytes).FirstBadSeq == entry;
            },
            iter: 400);

    [Fact]
    public void Run_RemovedEntry_NamesItsPlace()
    {
        var lines = File.ReadAllLines(Store(Intact)).ToList();
        lines.RemoveAt(2);

        Verify([.. System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")]).FirstBadSeq.ShouldBe(3);
    }

    [Fact]
    public void Run_SwappedEntries_NamesTheFirst()
    {
        var lines = File.ReadAllLines(Store(Intact)).ToList();
        (lines[1], lines[3]) = (lines[3], lines[1]);

        Verify([.. System.Text.Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n")]).FirstBadSeq.ShouldBe(2);
    }

    [Fact]
    public void Run_TornEnd_NamesIt()
    {
        var verification = Verify(Intact[..^5]);

        verification.FirstBadSeq.ShouldBe(6);
        verification.Fault.ShouldNotBeNull().ShouldContain("torn");
    }

    [Fact]
    public void Run_WhileTheWriterHasIt_Reads()
    {
        var path = Store(Intact);
        using var journal = DecisionJournal.Open(path, Make.Scope);

        JournalVerify.Run(path).IsIntact.ShouldBeTrue();
    }

    [Fact]
    public void Run_MissingFile_SaysSo() => Should.Throw<JournalException>(() => JournalVerify.Run("/nowhere/journal.jsonl"));

    private static JournalVerification Verify(byte[] bytes) => JournalVerify.Run(Store(bytes));

    private static string Store(byte[] bytes)
    {
        var path = Make.TempFile();
        File.WriteAllBytes(path, bytes);
        return path;
    }

    private static byte[] Write(int entries)
    {
        var path = Make.TempFile();
        using (var journal = DecisionJournal.Open(path, Make.Scope))
        {
            for (var i = 1; i <= entries; i++)
            {
                journal.Append(Make.At(i), Make.Decision(i, events: [Make.Event(i)]));
            }
        }

        return File.ReadAllBytes(path);
    }
}
