namespace OMem.Tests.Forgetting;

/// <summary>Small memories of which something is taken.</summary>
/// <param name="Name">What is special about it.</param>
/// <param name="Says">What was said and decided, in order, as m1, m2, ... for what was said. A line with a leading '!' is a decision: retract, confirm or correct, the value, and for correct the right one.</param>
/// <param name="Taken">Ids of the messages that are taken.</param>
/// <param name="Gone">Words that no answer may rest on afterwards.</param>
/// <param name="Holds">What holds afterwards, as aspect=value; a denied value with a minus.</param>
internal sealed record DeletionCase(string Name, string[] Says, string[] Taken, string[] Gone, params string[] Holds)
{
    public override string ToString() => Name;
}

/// <summary>The deletion set.</summary>
internal static class DeletionCases
{
    public static IReadOnlyList<DeletionCase> All { get; } =
    [
        // Said nowhere else.
        Of("liking", "I love jazz.|I live in Oslo.", "m1", "jazz", "home=Oslo"),
        Of("home", "I live in Oslo.|I love tea.", "m1", "Oslo", "preference=tea"),
        Of("job", "I work as a nurse.|I love tea.", "m1", "nurse", "preference=tea"),
        Of("relation", "My sister Anna plays the cello.|I love tea.", "m1", "Anna cello", "preference=tea"),
        Of("event", "I visited Lisbon last week.|I love tea.", "m1", "Lisbon", "preference=tea"),
        Of("plan", "I'm going to visit Lisbon next month.|I love tea.", "m1", "Lisbon", "preference=tea"),
        Of("pet", "I adopted a dog called Rex yesterday.|I love tea.", "m1", "Rex dog", "preference=tea"),
        Of("denial", "I don't like olives.|I love tea.", "m1", "olives", "preference=tea"),
        Of("health", "I'm allergic to peanuts.|I love tea.", "m1", "peanuts", "preference=tea"),
        Of("nothing concluded", "The zeppelin was late.|I love tea.", "m1", "zeppelin", "preference=tea"),
        Of("everything", "I love jazz.|I live in Oslo.", "m1 m2", "jazz Oslo"),
        Of("first and last of five", "I love jazz.|I live in Oslo.|I love tea.|My brother plays chess.|I love accordions.", "m1 m5", "jazz accordion", "home=Oslo", "preference=tea"),

        // Said elsewhere too.
        Of("said twice, first taken", "I love jazz.|I still love jazz.", "m1", "", "preference=jazz"),
        Of("said twice, second taken", "I love jazz.|I still love jazz.", "m2", "", "preference=jazz"),
        Of("said thrice, two taken", "I love jazz.|I love jazz!|I really love jazz.", "m1 m3", "", "preference=jazz"),
        Of("more in the message taken", "I love jazz and I live in Oslo.|I love jazz.", "m1", "Oslo", "preference=jazz"),
        Of("finer word taken", "I love tea.|I love jasmine tea.", "m2", "jasmine"),

        // Chains.
        Of("chain, first", "I live in Oslo.|I moved to Rome.", "m1", "Oslo", "home=Rome"),
        Of("chain, last", "I live in Oslo.|I moved to Rome.", "m2", "Rome", "home=Oslo"),
        Of("three, middle", "I live in Oslo.|I moved to Rome.|I moved to Paris.", "m2", "Rome", "home=Paris"),
        Of("three, last", "I live in Oslo.|I moved to Rome.|I moved to Paris.", "m3", "Paris", "home=Rome"),
        Of("three, last two", "I live in Oslo.|I moved to Rome.|I moved to Paris.", "m2 m3", "Rome Paris", "home=Oslo"),
        Of("three, first two", "I live in Oslo.|I moved to Rome.|I moved to Paris.", "m1 m2", "Oslo Rome", "home=Paris"),
        Of("there and back, the way", "I live in Oslo.|I moved to Rome.|I moved to Oslo.", "m2", "Rome", "home=Oslo"),
        Of("ended, the end taken", "I love jazz.|I don't like jazz anymore.", "m2", "", "preference=jazz"),
        Of("ended, the beginning taken", "I love jazz.|I don't like jazz anymore.|I love tea.", "m1", "", "preference=-jazz", "preference=tea"),
        Of("given up, the habit taken", "I love coffee.|I don't drink coffee any more.", "m1", ""),
        Of("given up, the giving up taken", "I love coffee.|I don't drink coffee any more.", "m2", "", "preference=coffee"),
        Of("said twice and moved, first taken", "I live in Oslo.|I still live in Oslo.|I moved to Rome.", "m1", "", "home=Rome"),
        Of("job, new one taken", "I work as a nurse.|I started a new job as a baker.", "m2", "baker"),

        // What the next message was understood from.
        Of("corrected in the next message", "I live in Oslo.|Sorry, I meant Bergen.", "m1", "Oslo"),
        Of("echo of an assistant", "I love jazz.|@So you love jazz, noted.|I love tea.", "m1 m2", "jazz", "preference=tea"),
        Of("question and answer", "@Where do you live?|I live in Oslo.|I love tea.", "m2", "Oslo", "preference=tea"),

        // Topics and groups.
        Of("topic of one", "The sourdough bread turned out great.|I love tea.", "m1", "sourdough", "preference=tea"),
        Of("topic of two", "The sourdough bread turned out great.|We baked sourdough bread again.|I love tea.", "m1 m2", "sourdough", "preference=tea"),
        Of("group, one member", "I love jazz concerts.|I love jazz records.|I love tea.", "m2", "records"),
        Of("group, all members", "I love jazz concerts.|I love jazz records.|I love tea.", "m1 m2", "jazz concerts records", "preference=tea"),

        // What people decided.
        Of("retracted, all taken", "I love jazz.|!retract jazz|I love tea.", "m1", "jazz", "preference=tea"),
        Of("retracted, one of two taken", "I love jazz.|I still love jazz.|!retract jazz|I love tea.", "m1", "", "preference=tea"),
        Of("retracted, the other taken", "I love jazz.|I still love jazz.|!retract jazz|I love tea.", "m2", "", "preference=tea"),
        Of("corrected, all taken", "I live in Oslo.|!correct Oslo Bergen|I love tea.", "m1", "Oslo Bergen", "preference=tea"),
        Of("corrected, one of two taken", "I live in Oslo.|I still live in Oslo.|!correct Oslo Bergen", "m1", "", "home=Bergen"),
        Of("confirmed, taken", "I love jazz.|!confirm jazz|I love tea.", "m1", "jazz", "preference=tea"),
        Of("retraction of what it had ended", "I live in Oslo.|I moved to Rome.|!retract Rome", "m2", "Rome", "home=Oslo"),
        Of("confirmed elsewhere", "I love jazz.|I love tea.|!confirm tea", "m1", "jazz", "preference=tea"),
    ];

    private static DeletionCase Of(string name, string says, string taken, string gone, params string[] holds) =>
        new(name, says.Split('|'), taken.Split(' '), gone.Split(' ', StringSplitOptions.RemoveEmptyEntries), holds);
}
