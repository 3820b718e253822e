using OMem.Understanding.Grammar;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Forms of verbs, both ways.</summary>
public sealed class VerbFormsTests
{
    [Theory]
    [InlineData("went", "go")]
    [InlineData("gone", "go")]
    [InlineData("bought", "buy")]
    [InlineData("written", "write")]
    [InlineData("moved", "move")]
    [InlineData("planned", "plan")]
    [InlineData("studied", "study")]
    [InlineData("died", "die")]
    [InlineData("baked", "bake")]
    [InlineData("visited", "visit")]
    [InlineData("called", "call")]
    [InlineData("passed", "pass")]
    [InlineData("gambled", "gamble")]
    [InlineData("zorbled", "zorble")]
    [InlineData("table", "table")]
    public void BaseOfPast_Form_GivesBase(string form, string expected) => VerbForms.BaseOfPast(form).ShouldBe(expected);

    [Theory]
    [InlineData("moving", "move")]
    [InlineData("running", "run")]
    [InlineData("swimming", "swim")]
    [InlineData("studying", "study")]
    [InlineData("juggling", "juggle")]
    [InlineData("dribbling", "dribble")]
    [InlineData("hurling", "hurl")]
    [InlineData("selling", "sell")]
    [InlineData("dancing", "dance")]
    [InlineData("grooving", "groove")]
    [InlineData("morning", "morning")]
    [InlineData("sibling", "sibling")]
    [InlineData("string", "string")]
    public void BaseOfGerund_Form_GivesBase(string form, string expected) => VerbForms.BaseOfGerund(form).ShouldBe(expected);

    [Theory]
    [InlineData("loves", "love")]
    [InlineData("studies", "study")]
    [InlineData("teaches", "teach")]
    [InlineData("goes", "go")]
    [InlineData("has", "have")]
    [InlineData("does", "do")]
    [InlineData("is", "be")]
    [InlineData("glass", "glass")]
    [InlineData("violins", "violins")]
    public void BaseOfThirdPerson_Form_GivesBase(string form, string expected) => VerbForms.BaseOfThirdPerson(form).ShouldBe(expected);

    [Theory]
    [InlineData("love", "loves")]
    [InlineData("study", "studies")]
    [InlineData("play", "plays")]
    [InlineData("teach", "teaches")]
    [InlineData("wash", "washes")]
    [InlineData("fix", "fixes")]
    [InlineData("miss", "misses")]
    [InlineData("go", "goes")]
    [InlineData("do", "does")]
    [InlineData("have", "has")]
    [InlineData("be", "is")]
    public void ThirdPerson_Base_GivesForm(string verb, string expected) => VerbForms.ThirdPerson(verb).ShouldBe(expected);

    [Theory]
    [InlineData("love")]
    [InlineData("study")]
    [InlineData("teach")]
    [InlineData("fix")]
    [InlineData("box")]
    [InlineData("go")]
    [InlineData("have")]
    public void ThirdPerson_ThereAndBack_IsTheSame(string verb) => VerbForms.BaseOfThirdPerson(VerbForms.ThirdPerson(verb)).ShouldBe(verb);

    [Theory]
    [InlineData("went", true)]
    [InlineData("moved", true)]
    [InlineData("seed", false)]
    [InlineData("hundred", false)]
    [InlineData("bed", false)]
    [InlineData("gone", false)]
    [InlineData("move", false)]
    public void IsPast_Word_SaysWhetherForSure(string word, bool expected) => VerbForms.IsPast(word).ShouldBe(expected);

    [Theory]
    [InlineData("running", true)]
    [InlineData("morning", false)]
    [InlineData("something", false)]
    [InlineData("ring", false)]
    [InlineData("sing", false)]
    [InlineData("ing", false)]
    [InlineData("", false)]
    public void IsGerund_Word_SaysWhetherItEndsAsOne(string word, bool expected) => VerbForms.IsGerund(word).ShouldBe(expected);

    [Theory]
    [InlineData("like love enjoy adore prefer fancy cherish hate dislike despise detest loathe tolerate")]
    [InlineData("eat drink smoke play collect study practice volunteer meditate teach coach sing paint knit cycle swim jog run dance surf ski climb bake cook write garden")]
    [InlineData("vape gamble wear vote pray journal bike box fish hunt skate sew crochet train blog start begin resume stop quit give drop cut")]
    [InlineData("live reside move relocate emigrate immigrate settle work join quit leave lose resign land accept retire become promote")]
    [InlineData("suffer develop break injure sprain twist fracture tear heal clear buy adopt purchase acquire rescue open launch sell donate")]
    [InlineData("think guess believe know realise mean swear admit figure reckon feel confess notice discover learn find decide remember announce")]
    [InlineData("wish hope dream doubt wonder imagine pretend suppose forget want expect worry fear say tell hear ask bet pray assume")]
    [InlineData("graduate retire marry divorce move relocate resign win qualify enlist")]
    public void IsBase_VerbsTheRulesAskFor_AreKnown(string verbs) => verbs.Split(' ').Where(verb => !VerbForms.IsBase(verb)).ShouldBeEmpty();
}
