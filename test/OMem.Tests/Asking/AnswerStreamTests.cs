using CsCheck;
using OMem.Asking;

namespace OMem.Tests.Asking;

public sealed class AnswerStreamTests
{
    private static readonly string[] Answers =
    [
        "7 May 2023\nSOURCES: D1:3", "UNKNOWN", "Unknown Pleasures\nSources: a", "one\ntwo\n\n**SOURCES:** a", "S", "SO", "", "\n\nRex\n",
        "S\nSOU\nSOURCES are many\nSOURCES: a", "UNK", "(b)\nSOURCES: a", "\U0001F642 fun\nSOURCES: a", "unknown\nSOURCES: a",
    ];

    [Fact]
    public void Take_CutAnywhere_ShowsTheAnswerAndNothingElse() =>
        Gen.Select(Gen.Int[0, Answers.Length - 1], Gen.Int[1, 5].Array[1, 60]).Sample((which, cuts) =>
        {
            var raw = Answers[which];
            var stream = new AnswerStream();
            var shown = string.Concat(Pieces(raw, cuts).Select(stream.Take));
            var answer = AnswerText.Read(stream.All, 0, ["a", "D1:3"]);

            stream.All.ShouldBe(raw);
            (shown + stream.Rest(answer)).Trim().ShouldBe(answer.Text);
        });

    [Fact]
    public void Take_WholeWords_AreShownAtOnce()
    {
        var stream = new AnswerStream();

        stream.Take("She lives ").ShouldBe("She lives");
        stream.Take("in Oslo").ShouldBe(" in Oslo");
        stream.Take("\nSOUR").ShouldBe("");
        stream.Take("CES: a").ShouldBe("");
    }

    private static IEnumerable<string> Pieces(string raw, int[] cuts)
    {
        var at = 0;
        for (var i = 0; at < raw.Length; i++)
        {
            var length = Math.Min(cuts[i % cuts.Length], raw.Length - at);
            yield return raw.Substring(at, length);
            at += length;
        }
    }
}
