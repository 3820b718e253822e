namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people like, dislike and fear.</summary>
public sealed class PreferenceRuleTests
{
    private static readonly string[] Aspects = ["preference", "fear"];

    [Theory]
    [InlineData("I like cycling.", "preference:cycling", "Alice likes cycling")]
    [InlineData("I cherish quiet evenings.", "preference:quiet evenings", "Alice cherishes quiet evenings")]
    [InlineData("I really enjoy baking.", "preference:baking", "Alice enjoys baking")]
    [InlineData("I like to swim in lakes.", "preference:swim in lakes", "Alice likes to swim in lakes")]
    [InlineData("I prefer trains to planes.", "preference:trains", "Alice prefers trains to planes")]
    [InlineData("I'm into astronomy.", "preference:astronomy", "Alice likes astronomy")]
    [InlineData("I'm a big fan of sumo.", "preference:sumo", "Alice likes sumo")]
    [InlineData("I'm obsessed with crosswords.", "preference:crosswords", "Alice loves crosswords")]
    [InlineData("I'm crazy about figs.", "preference:figs", "Alice loves figs")]
    [InlineData("I'm keen on sailing.", "preference:sailing", "Alice loves sailing")]
    [InlineData("I can't get enough of mangoes.", "preference:mangoes", "Alice loves mangoes")]
    [InlineData("I've always loved jazz.", "preference:jazz", "Alice loves jazz")]
    [InlineData("I absolutely love jazz, lol.", "preference:jazz", "Alice loves jazz")]
    [InlineData("I love jazz so much.", "preference:jazz", "Alice loves jazz")]
    [InlineData("We love camping.", "preference:camping", "Alice loves camping")]
    public Task Read_Liked_IsPositive(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I hate mushrooms.", "-preference:mushrooms", "Alice hates mushrooms")]
    [InlineData("I despise queues.", "-preference:queues", "Alice despises queues")]
    [InlineData("I detest queues.", "-preference:queues", "Alice detests queues")]
    [InlineData("I loathe mornings.", "-preference:mornings", "Alice loathes mornings")]
    [InlineData("I can't tolerate noise.", "-preference:noise", "Alice cannot stand noise")]
    [InlineData("I don't like jazz.", "-preference:jazz", "Alice does not like jazz")]
    [InlineData("I never liked jazz.", "-preference:jazz", "Alice does not like jazz")]
    [InlineData("I'm not into sports.", "-preference:sports", "Alice does not like sports")]
    [InlineData("I can't bear traffic.", "-preference:traffic", "Alice cannot stand traffic")]
    public Task Read_Disliked_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I don't hate mushrooms.", "preference:mushrooms", "Alice does not hate mushrooms")]
    public Task Read_DislikeDenied_IsPositive(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I no longer like jazz.", "-preference:jazz", "Alice no longer likes jazz")]
    [InlineData("I don't like jazz anymore.", "-preference:jazz", "Alice no longer likes jazz")]
    public Task Read_NoMore_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I used to like jazz.", "<preference:jazz", "Alice used to like jazz")]
    [InlineData("I used to hate mushrooms.", "<-preference:mushrooms", "Alice used to hate mushrooms")]
    public Task Read_UsedTo_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I'm afraid of spiders.", "fear:spiders", "Alice is afraid of spiders")]
    [InlineData("I'm terrified of flying.", "fear:flying", "Alice is afraid of flying")]
    [InlineData("I'm not afraid of heights.", "-fear:heights", "Alice is not afraid of heights")]
    public Task Read_Fear_GivesIt(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My sister hates olives.", "-preference:olives", "Alice's sister hates olives")]
    [InlineData("My sister doesn't like olives.", "-preference:olives", "Alice's sister does not like olives")]
    [InlineData("My friend Ada prefers tea.", "preference:tea", "Alice's friend (Ada) prefers tea")]
    public Task Read_RelativesTaste_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I like jazz and blues.", "preference:jazz", "preference:blues")]
    [InlineData("I love hiking, fishing and sailing.", "preference:hiking", "preference:fishing", "preference:sailing")]
    [InlineData("I hate noise or crowds.", "-preference:noise", "-preference:crowds")]
    public Task Read_List_GivesEach(string text, params string[] expected) => Statement.AllAsync(text, Aspects, expected);

    [Theory]
    [InlineData("I like it.")]
    [InlineData("I like you.")]
    [InlineData("I love this song.")]
    [InlineData("I love your hat.")]
    [InlineData("I like how it smells.")]
    [InlineData("I'd like some tea.")]
    [InlineData("I liked the film.")]
    [InlineData("I loved it.")]
    public Task Read_PointerOrCourtesy_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I might like jazz.")]
    [InlineData("Do I like jazz?")]
    [InlineData("If I like jazz, why not.")]
    [InlineData("She says she likes jazz.")]
    [InlineData("He said I like jazz.")]
    [InlineData("She likes jazz.")]
    [InlineData("I hope I like jazz.")]
    [InlineData("Everyone likes jazz.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I like cycling.")]
    public Task Read_Taste_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);

    [Theory]
    [InlineData("I think I like jazz.", "I like jazz.")]
    [InlineData("I guess I like jazz.", "I like jazz.")]
    [InlineData("I probably like jazz.", "I like jazz.")]
    [InlineData("I kind of like jazz.", "I like jazz.")]
    [InlineData("I reckon I like jazz.", "I like jazz.")]
    public Task Read_Hedged_IsLessSure(string unsure, string plain) => Statement.LessSureAsync(unsure, plain, Aspects);
}
