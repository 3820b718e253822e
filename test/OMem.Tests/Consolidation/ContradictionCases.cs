namespace OMem.Tests.Consolidation;

/// <summary>
/// Small chats in which something changes, seems to change, or does not. <c>|</c> separates messages of Alice, <c>Bob:</c> starts one of
/// Bob's. What is expected are the current values of one aspect of one person: <c>+</c> affirmed, <c>-</c> denied.
/// </summary>
internal static class ContradictionCases
{
    public static readonly (string Chat, string Aspect, string Expected, string Subject)[] All =
    [
        // changed preferences
        ("I love coffee. | I don't like coffee anymore.", "preference", "-coffee", "Alice"),
        ("I hate olives. | I love olives now!", "preference", "+olives", "Alice"),
        ("I'm a big fan of horror movies. | I can't stand horror movies.", "preference", "-horror movies", "Alice"),
        ("I don't like jazz. | I'm really into jazz these days.", "preference", "+jazz", "Alice"),
        ("My favourite colour is blue. | My favourite colour is green now.", "favourite colour", "+green", "Alice"),
        ("My favourite band is Queen. | Muse is my favourite band.", "favourite band", "+muse", "Alice"),
        ("I love sushi. | I love ramen.", "preference", "+sushi +ramen", "Alice"),
        ("I used to love running.", "preference", "", "Alice"),
        ("I like tea. | I no longer like tea. | I like tea again.", "preference", "+tea", "Alice"),
        ("I love dogs. | I love cats, but I don't like snakes.", "preference", "+dogs +cats -snakes", "Alice"),

        // homes
        ("I live in Oslo. | I moved to Bergen.", "home", "+Bergen", "Alice"),
        ("I live in Oslo. | I no longer live in Oslo.", "home", "", "Alice"),
        ("I used to live in London, but now I live in Leeds.", "home", "+Leeds", "Alice"),
        ("We live in Rome. | We've relocated to Milan last month!", "home", "+Milan", "Alice"),
        ("I live in Oslo. | I'm moving to Lisbon in May.", "home", "+Oslo", "Alice"),
        ("I live in Oslo. | If I lived in Paris, I would be happy.", "home", "+Oslo", "Alice"),
        ("I live in Oslo. | I wish I lived in Rome.", "home", "+Oslo", "Alice"),
        ("I live in Oslo. | Bob: I live in Rome.", "home", "+Oslo", "Alice"),
        ("I live in Oslo. | My brother lives in Rome.", "home", "+Oslo", "Alice"),
        ("I moved to Porto. | Sorry, I meant Lisbon.", "home", "+Lisbon", "Alice"),
        ("I moved out of Berlin. | I live in Hamburg.", "home", "+Hamburg", "Alice"),
        ("When I lived in Paris, I was so young. | I live in Nice.", "home", "+Nice", "Alice"),

        // jobs
        ("I'm a nurse. | I became a teacher.", "job", "+a teacher", "Alice"),
        ("I work at Acme. | I started a new job at Globex.", "employer", "+Globex", "Alice"),
        ("I work at Acme. | I quit my job.", "employer", "", "Alice"),
        ("I work at Acme as a designer. | I got promoted to design lead!", "job", "+design lead", "Alice"),
        ("I'm a nurse. | I'm a nurse at St Mary's hospital.", "job", "+a nurse", "Alice"),
        ("I used to work at Nokia. | I work for Siemens.", "employer", "+Siemens", "Alice"),
        ("I'm a student. | I'm not a student anymore.", "role", "-a student", "Alice"),
        ("I work at Acme. | I would love to work at Globex.", "employer", "+Acme", "Alice"),
        ("I'm unemployed. | I retired last year.", "employment", "+retired", "Alice"),

        // diet, health, habits, family
        ("I'm vegan. | I'm vegetarian now.", "diet", "+vegetarian", "Alice"),
        ("I'm vegan. | I'm not vegan anymore.", "diet", "-vegan", "Alice"),
        ("I smoke cigarettes. | I quit smoking cigarettes last year.", "habit", "-smoke cigarettes", "Alice"),
        ("I don't eat meat. | I eat meat again.", "habit", "+eat meat", "Alice"),
        ("I'm allergic to nuts. | I'm not allergic to nuts anymore.", "allergy", "-nuts", "Alice"),
        ("I'm single. | I got married last week!", "family status", "+married", "Alice"),
        ("I'm married. | I got divorced in March.", "family status", "+divorced", "Alice"),
        ("I have a dog. | I don't have a dog anymore.", "pet", "-dog", "Alice"),
        ("I have a cat. | My cat died last week.", "pet", "", "Alice"),
        ("I have a dog. | My dog is called Rex.", "pet", "+dog Rex", "Alice"),
        ("I own a car. | I sold my car.", "vehicle", "", "Alice"),
        ("I'm 29. | I turned 30 yesterday!", "age", "+30", "Alice"),
        ("I go to the gym every day. | I stopped going to the gym.", "habit", "-go to the gym", "Alice"),

        // reported speech, questions, hypotheticals
        ("Tom said he likes jazz.", "preference", "", "Alice"),
        ("She told me I am a doctor.", "job", "", "Alice"),
        ("According to Tom, I'm a doctor.", "job", "", "Alice"),
        ("Tom thinks that I love golf.", "preference", "", "Alice"),
        ("Do I like golf? | Would I live in Rome?", "preference", "", "Alice"),
        ("I wish I had a dog.", "pet", "", "Alice"),
        ("If I had a dog, I would walk it.", "pet", "", "Alice"),
        ("I don't think I like golf.", "preference", "", "Alice"),
        ("Imagine I was a pilot.", "job", "", "Alice"),
        ("\"I love golf,\" he said.", "preference", "", "Alice"),
        ("`I love golf` is what the code prints.", "preference", "", "Alice"),
        ("My sister Anna loves jazz. | I hate jazz.", "preference", "+jazz", "Alice's sister (Anna)"),
        ("My sister Anna loves jazz. | My sister doesn't like jazz anymore.", "preference", "-jazz", "Alice's sister (Anna)"),
        ("You live in Oslo, right? | Bob: I live in Oslo.", "home", "", "Alice"),
    ];
}
