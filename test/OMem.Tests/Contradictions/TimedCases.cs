namespace OMem.Tests.Contradictions;

/// <summary>A small chat of Alice in which something changes or only seems to.</summary>
/// <param name="First">What she says first.</param>
/// <param name="Then">What she says ten days later.</param>
/// <param name="Question">A question about the present.</param>
/// <param name="Aspect">The aspect asked about.</param>
/// <param name="Before">Values believed and true before: <c>+</c> affirmed, <c>-</c> denied.</param>
/// <param name="After">Values believed and true after.</param>
/// <param name="Stale">What must not come back as present after: said before and overtaken, or never said to be so.</param>
internal sealed record TimedCase(string First, string Then, string Question, string Aspect, string Before, string After, string Stale);

/// <summary>Written for this test.</summary>
internal static class TimedCases
{
    public static readonly TimedCase[] All =
    [
        // changed preferences
        new("I love coffee.", "I don't like coffee anymore.", "Does Alice like coffee?", "preference", "+coffee", "-coffee", "+coffee"),
        new("I hate olives.", "I love olives now!", "What does Alice think of olives?", "preference", "-olives", "+olives", "-olives"),
        new("I'm a big fan of horror movies.", "I can't stand horror movies.", "Does Alice like horror movies?", "preference", "+horror movies", "-horror movies", "+horror movies"),
        new("I don't like jazz.", "I'm really into jazz these days.", "Does Alice like jazz?", "preference", "-jazz", "+jazz", "-jazz"),
        new("My favourite colour is blue.", "My favourite colour is green now.", "What is Alice's favourite colour?", "favourite colour", "+blue", "+green", "+blue"),
        new("My favourite band is Queen.", "Muse is my favourite band.", "What is Alice's favourite band?", "favourite band", "+queen", "+muse", "+queen"),
        new("My favourite food is ramen.", "My favourite food is paella.", "What is Alice's favourite food?", "favourite food", "+ramen", "+paella", "+ramen"),
        new("I love sushi.", "I no longer like sushi.", "Does Alice like sushi?", "preference", "+sushi", "-sushi", "+sushi"),
        new("I enjoy gardening.", "I don't enjoy gardening any more.", "Does Alice enjoy gardening?", "preference", "+gardening", "-gardening", "+gardening"),
        new("I love running.", "I can't stand running.", "Does Alice love running?", "preference", "+running", "-running", "+running"),
        new("I like tea.", "I hate tea.", "Does Alice like tea?", "preference", "+tea", "-tea", "+tea"),
        new("I love skiing.", "I don't like skiing.", "Does Alice like skiing?", "preference", "+skiing", "-skiing", "+skiing"),

        // moved homes
        new("I live in Oslo.", "I moved to Bergen.", "Where does Alice live?", "home", "+oslo", "+bergen", "+oslo"),
        new("I live in Rome.", "I've relocated to Milan.", "Where does Alice live?", "home", "+rome", "+milan", "+rome"),
        new("I live in London.", "I live in Leeds now.", "Where does Alice live now?", "home", "+london", "+leeds", "+london"),
        new("I live in Oslo.", "I no longer live in Oslo.", "Where does Alice live?", "home", "+oslo", "", "+oslo"),
        new("I live in Madrid.", "I used to live in Madrid, but now I live in Seville.", "Where does Alice live?", "home", "+madrid", "+seville", "+madrid"),
        new("I live in Boston.", "We just moved to Denver.", "Where does Alice live these days?", "home", "+boston", "+denver", "+boston"),
        new("I moved to Vienna.", "I moved to Graz.", "Where is Alice living?", "home", "+vienna", "+graz", "+vienna"),
        new("I live in Paris.", "I don't live in Paris any more.", "Does Alice live in Paris?", "home", "+paris", "", "+paris"),
        new("I live in Lyon.", "I have moved to Nice.", "Which city does Alice live in?", "home", "+lyon", "+nice", "+lyon"),
        new("I live in Kyoto.", "I live in Osaka.", "Where does Alice live?", "home", "+kyoto", "+osaka", "+kyoto"),

        // ended jobs
        new("I work as a nurse.", "I quit my job.", "What does Alice do for work?", "job", "+nurse", "", "+nurse"),
        new("I work as a nurse.", "I work as a teacher now.", "What does Alice work as?", "job", "+nurse", "+teacher", "+nurse"),
        new("I'm a baker.", "I no longer work as a baker.", "What is Alice's job?", "job", "+baker", "", "+baker"),
        new("I'm a lawyer.", "I'm a judge now.", "What does Alice do?", "job", "+lawyer", "+judge", "+lawyer"),
        new("I work as a chef.", "I don't work as a chef anymore.", "Does Alice work as a chef?", "job", "+chef", "", "+chef"),
        new("I work at Acme.", "I work at Globex now.", "Where does Alice work?", "employer", "+acme", "+globex", "+acme"),
        new("I work for Initech.", "I no longer work for Initech.", "Who does Alice work for?", "employer", "+initech", "", "+initech"),
        new("I work as a waiter.", "I got a new job as a pilot.", "What is Alice's job?", "job", "+waiter", "+pilot", "+waiter"),

        // habits, possessions, states
        new("I don't eat meat.", "I eat meat again.", "Does Alice eat meat?", "habit", "-eat meat", "+eat meat", "-meat"),
        new("I drink coffee every morning.", "I don't drink coffee any more.", "Does Alice drink coffee?", "habit", "+drink coffee", "-drink coffee", "+coffee"),
        new("I smoke.", "I quit smoking.", "Does Alice smoke?", "habit", "+smoke", "-smoke", "+smoke"),
        new("I have a dog.", "I don't have a dog anymore.", "Does Alice have a dog?", "pet", "+dog", "-dog", "+dog"),
        new("I own a boat.", "I sold my boat.", "Does Alice own a boat?", "vehicle", "+boat", "", "+boat"),
        new("I'm single.", "I'm married now.", "Is Alice married?", "family status", "+single", "+married", "+single"),
        new("I'm a vegetarian.", "I'm no longer a vegetarian.", "Is Alice a vegetarian?", "diet", "+vegetarian", "-vegetarian", "+vegetarian"),

        // negations that change nothing else
        new("I love dogs.", "I don't like snakes.", "What animals does Alice love?", "preference", "+dogs", "+dogs -snakes", "+snakes"),
        new("I live in Oslo.", "I don't live in Bergen.", "Where does Alice live?", "home", "+oslo", "+oslo -bergen", "+bergen"),
        new("I love jazz.", "I don't like techno.", "What music does Alice like?", "preference", "+jazz", "+jazz -techno", "+techno"),
        new("I work as a nurse.", "I don't work as a doctor.", "What does Alice work as?", "job", "+nurse", "+nurse -doctor", "+doctor"),
        new("I like tea.", "It's not that I don't like tea.", "Does Alice like tea?", "preference", "+tea", "+tea", "-tea"),
        new("I love cheese.", "I love cheese but I don't love blue cheese.", "Does Alice love cheese?", "preference", "+cheese", "+cheese -blue cheese", "+blue cheese"),

        // hypotheticals
        new("I live in Oslo.", "If I lived in Paris, I would be happy.", "Where does Alice live?", "home", "+oslo", "+oslo", "+paris"),
        new("I live in Oslo.", "I wish I lived in Rome.", "Where does Alice live?", "home", "+oslo", "+oslo", "+rome"),
        new("I live in Oslo.", "I might move to Lisbon.", "Where does Alice live?", "home", "+oslo", "+oslo", "+lisbon"),
        new("I work as a nurse.", "I would love to be a pilot.", "What does Alice work as?", "job", "+nurse", "+nurse", "+pilot"),
        new("I love coffee.", "If I hated coffee, mornings would be hard.", "Does Alice love coffee?", "preference", "+coffee", "+coffee", "-coffee"),
        new("I live in Bergen.", "Imagine I lived in Tokyo.", "Where does Alice live?", "home", "+bergen", "+bergen", "+tokyo"),
        new("I live in Oslo.", "I could live in Madrid one day.", "Where does Alice live?", "home", "+oslo", "+oslo", "+madrid"),
        new("I work as a chef.", "If I were a lawyer I'd be rich.", "What does Alice work as?", "job", "+chef", "+chef", "+lawyer"),
        new("I live in Oslo.", "Would I ever live in Berlin? Who knows.", "Where does Alice live?", "home", "+oslo", "+oslo", "+berlin"),
        new("I love dogs.", "Suppose I hated dogs.", "Does Alice love dogs?", "preference", "+dogs", "+dogs", "-dogs"),

        // reported speech
        new("I live in Oslo.", "Bob says I live in Rome.", "Where does Alice live?", "home", "+oslo", "+oslo", "+rome"),
        new("I live in Oslo.", "My brother said he lives in Milan.", "Where does Alice live?", "home", "+oslo", "+oslo", "+milan"),
        new("I love jazz.", "Tom told me that he hates jazz.", "Does Alice love jazz?", "preference", "+jazz", "+jazz", "-jazz"),
        new("I work as a nurse.", "My sister works as a pilot.", "What does Alice work as?", "job", "+nurse", "+nurse", "+pilot"),
        new("I live in Bergen.", "People think I live in Stavanger.", "Where does Alice live?", "home", "+bergen", "+bergen", "+stavanger"),
        new("I love tea.", "My mother claims I hate tea.", "Does Alice love tea?", "preference", "+tea", "+tea", "-tea"),
        new("I live in Oslo.", "The form says \"I live in Drammen\".", "Where does Alice live?", "home", "+oslo", "+oslo", "+drammen"),
        new("I'm a baker.", "Everyone keeps telling me I'm a lawyer.", "What is Alice's job?", "job", "+baker", "+baker", "+lawyer"),
        new("I live in Oslo.", "She asked whether I live in Paris.", "Where does Alice live?", "home", "+oslo", "+oslo", "+paris"),

        // plans that are not yet true
        new("I live in Oslo.", "I'm moving to Lisbon in May.", "Where does Alice live?", "home", "+oslo", "+oslo", "+lisbon"),
        new("I work as a nurse.", "I'm going to be a teacher next year.", "What does Alice work as?", "job", "+nurse", "+nurse", "+teacher"),
    ];
}
