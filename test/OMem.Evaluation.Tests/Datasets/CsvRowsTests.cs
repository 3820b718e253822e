using CsCheck;

namespace OMem.Evaluation.Tests;

public sealed class CsvRowsTests
{
    [Fact]
    public void Read_QuotesCommasAndLineBreaks_GivesFieldsAndFirstLines()
    {
        var rows = CsvRows.Read("a,b\r\n\"x, \"\"y\"\"\n2\",\n\nlast,\"\"", "f.csv").ToList();

        rows.Select(r => r.Line).ShouldBe([1, 2, 5]);
        rows[1].Fields.ShouldBe(["x, \"y\"\n2", ""]);
        rows[2].Fields.ShouldBe(["last", ""]);
    }

    [Theory]
    [InlineData("a\n\"b\n", 2)]
    [InlineData("\"b\"c", 1)]
    public void Read_BadQuotes_NamesTheLine(string text, int line) =>
        Should.Throw<InvalidDatasetException>(() => CsvRows.Read(text, "f.csv").ToList()).Line.ShouldBe(line);

    [Fact]
    public void Read_WhatWasQuoted_ComesBack() =>
        Gen.String.Array[2, 4].Array[1, 4].Sample(rows =>
        {
            var text = string.Join("\r\n", rows.Select(r => string.Join(',', r.Select(f => $"\"{f.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))));
            CsvRows.Read(text, "f.csv").Select(r => r.Fields).ShouldBe(rows);
        });
}
