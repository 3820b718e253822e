namespace OMem.Tests.Understanding.Attributes;

/// <summary>What people do again and again.</summary>
public sealed class HabitRuleTests
{
    private static readonly string[] Aspects = ["habit"];

    [Theory]
    [InlineData("I bake bread every Sunday.", "habit:bake bread", "Alice bakes bread every Sunday")]
    [InlineData("I always walk to work.", "habit:walk to work", "Alice always walks to work")]
    [InlineData("I collect stamps.", "habit:collect stamps", "Alice collects stamps")]
    [InlineData("I go to the gym twice a week.", "habit:go to the gym", "Alice goes to the gym twice a week")]
    [InlineData("I play chess on Tuesdays.", "habit:play chess", "Alice plays chess on Tuesdays")]
    [InlineData("I read the news daily.", "habit:read the news daily", "Alice reads the news daily")]
    [InlineData("We garden on weekends.", "habit:garden", "Alice gardens on weekends")]
    [InlineData("I box every Tuesday.", "habit:box", "Alice boxes every Tuesday")]
    [InlineData("I journal every morning.", "habit:journal", "Alice journals every morning")]
    [InlineData("I smoke.", "habit:smoke", "Alice smokes")]
    [InlineData("I'm tired because I jog.", "habit:jog", "Alice jogs")]
    public Task Read_Recurring_GivesTheHabit(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I never smoke.", "-habit:smoke", "Alice never smokes")]
    [InlineData("I don't drink coffee.", "-habit:drink coffee", "Alice does not drink coffee")]
    [InlineData("I hardly eat meat.", "-habit:eat meat", "Alice does not eat meat")]
    [InlineData("I won't eat shellfish.", "-habit:eat shellfish", "Alice does not eat shellfish")]
    public Task Read_Denied_IsNegative(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I no longer drink coffee.", "-habit:drink coffee", "Alice no longer drinks coffee")]
    [InlineData("I don't drink coffee anymore.", "-habit:drink coffee", "Alice no longer drinks coffee")]
    [InlineData("I don't drink coffee any more.", "-habit:drink coffee", "Alice no longer drinks coffee")]
    [InlineData("I stopped smoking.", "-habit:smoke", "Alice no longer smokes")]
    [InlineData("I quit gambling.", "-habit:gamble", "Alice no longer gambles")]
    [InlineData("I gave up sugar.", "-habit:sugar", "Alice gave up sugar")]
    [InlineData("I cut out dairy.", "-habit:dairy", "Alice gave up dairy")]
    [InlineData("I had to stop cycling.", "-habit:cycle", "Alice no longer cycles")]
    public Task Read_Stopped_IsNegativeNow(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I used to smoke a pipe.", "<habit:smoke a pipe", "Alice used to smoke a pipe")]
    [InlineData("I used to skate.", "<habit:skate", "Alice used to skate")]
    public Task Read_UsedTo_IsEnded(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("My brother jogs every morning.", "habit:jog", "Alice's brother jogs every morning")]
    [InlineData("My aunt Ruth never smokes.", "-habit:smoke", "Alice's aunt (Ruth) never smokes")]
    public Task Read_RelativesHabit_IsAboutThem(string text, string expected, string sentence) => Statement.ShouldBeAsync(text, Aspects, expected, sentence);

    [Theory]
    [InlineData("I baked bread.")]
    [InlineData("I smoked.")]
    [InlineData("As I run, it rains.")]
    [InlineData("When I paint, I forget the time.")]
    [InlineData("I am running.")]
    [InlineData("I write.")]
    [InlineData("I drink to that.")]
    [InlineData("I was baking bread.")]
    [InlineData("I see it every day.")]
    [InlineData("I stopped my car.")]
    [InlineData("I miss home every day.")]
    public Task Read_OnceOrFeeling_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("Do I smoke every day?")]
    [InlineData("If I smoke every day, I cough.")]
    [InlineData("She said she smokes every day.")]
    [InlineData("He smokes every day.")]
    [InlineData("I might smoke every day.")]
    [InlineData("My brother smokes.")]
    public Task Read_NotTheSpeakersClaim_GivesNothing(string text) => Statement.NoneAsync(text, Aspects);

    [Theory]
    [InlineData("I started rowing in March.", "habit:row", "2023-03-01", "")]
    [InlineData("I resumed painting in March.", "habit:paint", "2023-03-01", "")]
    [InlineData("I stopped smoking in 2020.", "-habit:smoke", "2020-01-01", "")]
    [InlineData("I gave up sugar last month.", "-habit:sugar", "2023-04-01", "")]
    public Task Read_StartedOrStopped_HoldsFromThen(string text, string expected, string from, string to) => Statement.ValidAsync(text, Aspects, expected, from, to);

    [Theory]
    [InlineData("I bake bread every Sunday.")]
    public Task Read_Recurring_LeavesRoomForOthers(string text) => Statement.ExclusiveAsync(text, Aspects, false);
}
