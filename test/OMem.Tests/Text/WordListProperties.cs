using CsCheck;
using OMem.Text;

namespace OMem.Tests.Text;

public sealed class WordListProperties
{
    private static readonly Gen<string> Word = Gen.Char['a', 'z'].Array[1, 12].Select(letters => new string(letters));

    [Fact]
    public void Stem_AnyLowerCaseWord_GivesAShorterOrEqualNonEmptyOne() => Word.Sample(word =>
    {
        var stem = PorterStemmer.Stem(word);
        stem.Length.ShouldBeInRange(1, word.Length);
        stem.ShouldAllBe(letter => char.IsAsciiLetterLower(letter));
    });

    [Fact]
    public void Stem_AnyString_NeverThrows() => HostileText.Any.Sample(text => PorterStemmer.Stem(text).ShouldNotBeNull());

    [Fact]
    public void Stem_RegularForms_Meet() =>
        Gen.Select(Pick("walk", "talk", "jump", "paint", "climb", "visit", "cook"), Pick("s", "ed", "ing"), Pick("", "s", "ed", "ing"))
            .Sample((stem, left, right) => PorterStemmer.Stem(stem + left).ShouldBe(PorterStemmer.Stem(stem + right)));

    [Fact]
    public void IsWithin_AnyTwoWords_AgreesWithTheTextbook() =>
        Gen.Select(Word, Word, Gen.Int[0, 4]).Sample((left, right, limit) =>
            EditDistance.IsWithin(left, right, limit).ShouldBe(Distance(left, right) <= limit));

    [Fact]
    public void Find_AnySpeakersAndQuestion_GivesPlacesInsideAndIsStable() =>
        Gen.Select(HostileText.Any.Array[0, 5], HostileText.Any).Sample((speakers, text) =>
        {
            var question = Tokenizer.Tokenize(text);
            var found = new SpeakerNames(speakers).Find(question);

            found.ShouldAllBe(match => match.TokenIndex >= 0 && match.TokenIndex < question.Count && speakers.Contains(match.Speaker));
            new SpeakerNames(speakers.Reverse()).Find(question).ShouldBe(found);
        });

    [Fact]
    public void Find_SpeakersOwnName_IsFoundInAnyQuestion() =>
        Gen.Select(Word.Where(word => word.Length > 2 && !StopWords.IsStopWord(word) && !StopWords.IsQuestionWord(word) && !TimeWords.IsMonth(word)), Word).Sample((name, other) =>
            new SpeakerNames([name]).Find(Tokenizer.Tokenize($"What did {name} say about {other}")).ShouldContain(new SpeakerMatch(2, name)));

    private static Gen<string> Pick(params string[] words) => Gen.Int[0, words.Length - 1].Select(i => words[i]);

    private static int Distance(string left, string right)
    {
        var table = new int[left.Length + 1, right.Length + 1];
        for (var i = 0; i <= left.Length; i++)
        {
            for (var j = 0; j <= right.Length; j++)
            {
                table[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(table[i - 1, j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1), Math.Min(table[i - 1, j], table[i, j - 1]) + 1);
            }
        }

        return table[left.Length, right.Length];
    }
}
