using System.Text;
using CsCheck;
using OMem.Sqlite.Erasing;

namespace OMem.Sqlite.Tests.Erasing;

public sealed class FragmentTests
{
    private const int SurelyFound = FragmentSet.Window + FragmentSet.TextStride - 1;

    private static readonly Gen<byte[]> Noise = Gen.Byte.Array[0, 300];

    [Fact]
    public void Scan_AnyRunOf23BytesOfAText_IsFound() =>
        Gen.Select(Gen.Byte[1, 255].Array[SurelyFound, 200], Gen.Int[0, 1000], Gen.Int[0, 1000], Noise, Noise).Sample((text, from, length, before, after) =>
        {
            var set = new FragmentSet();
            set.AddText(text);
            var run = SurelyFound + (length % (text.Length - SurelyFound + 1));
            var start = from % (text.Length - run + 1);

            var scan = Scan(set, [.. before, .. text[start..(start + run)], .. after]);

            scan.Found.ShouldBeGreaterThan(0);
        });

    [Fact]
    public void Scan_WholeTextAnywhere_FindsEveryFragment() =>
        Gen.Select(Gen.Byte[1, 255].Array[FragmentSet.Shortest, 100].Array[1, 5], Noise).Sample((texts, noise) =>
        {
            var set = new FragmentSet();
            Array.ForEach(texts, text => set.AddText(text));

            var scan = Scan(set, [.. texts.SelectMany(text => noise.Concat(text))]);

            scan.Found.ShouldBe(set.Count);
            scan.HasFoundAll.ShouldBeTrue();
        });

    [Fact]
    public void Scan_WhatIsNotThere_FindsNothing()
    {
        var set = new FragmentSet();
        set.AddText("nothing like that"u8);
        set.AddText("seldom"u8);

        Scan(set, "nothing like th_t seldo_ at all, and now something more"u8).Found.ShouldBe(0);
        Scan(set, []).Found.ShouldBe(0);
        Scan(set, "seldom"u8).Found.ShouldBe(1);
        Scan(set, "so seldom"u8).Found.ShouldBe(1);
    }

    [Fact]
    public void Add_ShortValuesAndZeros_AreLeftOut()
    {
        var set = new FragmentSet();
        set.AddText("five5"u8);
        set.AddText([]);
        set.AddBlob(new byte[400]);

        set.Count.ShouldBe(0);
        set.AddText("sixsix"u8);
        set.Count.ShouldBe(1);
    }

    [Fact]
    public void Add_MoreThanItHolds_KeepsASampleFromAllParts()
    {
        const int Most = 1000;
        var set = new FragmentSet(Most);
        var texts = Enumerable.Range(0, 2000).Select(static i => Encoding.UTF8.GetBytes($"This is the text of message {i}, and {i * 7919} is its own.")).ToArray();
        Array.ForEach(texts, text => set.AddText(text));

        set.IsSample.ShouldBeTrue();
        set.Count.ShouldBeInRange(Most / 4, Most);
        Scan(set, [.. texts[..1000].SelectMany(static text => text)]).Found.ShouldBeGreaterThan(Most / 10);
        Scan(set, [.. texts[1000..].SelectMany(static text => text)]).Found.ShouldBeGreaterThan(Most / 10);
    }

    private static FragmentScan Scan(FragmentSet set, ReadOnlySpan<byte> bytes)
    {
        var scan = new FragmentScan(set.Windows, set.Values);
        scan.Scan(bytes);
        return scan;
    }
}
