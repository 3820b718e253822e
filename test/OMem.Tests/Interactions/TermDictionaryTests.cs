using System.Text;
using OMem.Interactions;

namespace OMem.Tests.Interactions;

public sealed class TermDictionaryTests
{
    [Fact]
    public void Intern_ManyTerms_NumbersThemInOrderAndFindsThemAgain()
    {
        var dictionary = new TermDictionary();
        for (var i = 0; i < 20_000; i++)
        {
            dictionary.Intern(Bytes($"term{i}")).ShouldBe(i);
        }

        dictionary.Count.ShouldBe(20_000);
        for (var i = 0; i < 20_000; i += 37)
        {
            dictionary.Intern(Bytes($"term{i}")).ShouldBe(i);
            dictionary.Find($"term{i}").ShouldBe(i);
            dictionary.Text(i).ShouldBe($"term{i}");
        }

        dictionary.Find("term20000").ShouldBe(-1);
        dictionary.Bytes.ShouldBeGreaterThan(20_000 * 8);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("größe")]
    [InlineData("日本語")]
    public void Find_AnyText_RoundTrips(string text)
    {
        var dictionary = new TermDictionary();
        dictionary.Intern("other"u8);
        dictionary.Find(text).ShouldBe(-1);
        dictionary.Text(dictionary.Intern(Bytes(text))).ShouldBe(text);
        dictionary.Find(text).ShouldBe(1);
    }

    [Fact]
    public void Find_LongTerm_Works()
    {
        var dictionary = new TermDictionary();
        var text = new string('x', 5000);
        dictionary.Intern(Bytes(text)).ShouldBe(0);
        dictionary.Find(text).ShouldBe(0);
        dictionary.Find(text[1..]).ShouldBe(-1);
    }

    [Fact]
    public async Task Find_WhileInterning_SeesEveryTermThatWasCounted()
    {
        var dictionary = new TermDictionary();
        var writer = Task.Run(() =>
        {
            for (var i = 0; i < 50_000; i++)
            {
                dictionary.Intern(Bytes($"w{i}"));
            }
        });
        var checkedTerms = 0;
        do
        {
            var count = dictionary.Count;
            if (count > 0)
            {
                dictionary.Find($"w{count - 1}").ShouldBe(count - 1);
                dictionary.Text(count / 2).ShouldBe($"w{count / 2}");
                checkedTerms++;
            }
        }
        while (!writer.IsCompleted || checkedTerms == 0);
        await writer;
        dictionary.Count.ShouldBe(50_000);
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
