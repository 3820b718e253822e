namespace OMem.Tests.Consolidation;

/// <summary>
/// Changes worded as people do, written before the rules were tried on them: they measure, they do not guide. Notation as in
/// <see cref="ContradictionCases"/>; a value is found when it is contained in the expected one or the other way round.
/// </summary>
internal static class FreeWordingCases
{
    public static readonly (string Chat, string Aspect, string Expected, string Subject)[] All =
    [
        ("Been living in Madrid for a decade | Guess what, we finally made the move to Seville last weekend!", "home", "+Seville", "Alice"),
        ("My place in Leeds is tiny but I love it | Packed the last box today, goodbye Leeds, hello Bristol", "home", "+Bristol", "Alice"),
        ("I've got a flat in Lyon | I ended up moving to Nantes for work", "home", "+Nantes", "Alice"),
        ("We settled in Galway a few years back | Not in Galway these days, we live in Cork", "home", "+Cork", "Alice"),
        ("I'm based in Zurich | From June on I'll be based in Geneva", "home", "+Zurich", "Alice"),
        ("I left Vienna last spring and now call Graz home", "home", "+Graz", "Alice"),
        ("I work in a library | They let me go yesterday, no more library for me", "employer", "", "Alice"),
        ("I'm a software developer at Initech | Handed in my notice at Initech on Friday", "employer", "", "Alice"),
        ("I drive a taxi for a living | Swapped the taxi for a bus, I'm a bus driver now!", "job", "+bus driver", "Alice"),
        ("Currently working as a barista | I'm no longer a barista, I got hired as a florist", "job", "+florist", "Alice"),
        ("I just made partner at the firm | I'm a lawyer", "job", "+lawyer", "Alice"),
        ("I teach maths at a secondary school | I've switched from teaching to writing textbooks", "job", "+writing textbooks", "Alice"),
        ("Green tea is my thing | I've gone off green tea completely", "preference", "-green tea", "Alice"),
        ("I used to hate mushrooms but they've grown on me", "preference", "+mushrooms", "Alice"),
        ("Can't get enough of techno! | Honestly techno bores me now", "preference", "-techno", "Alice"),
        ("I'm not keen on opera | Turns out I actually quite enjoy opera", "preference", "+opera", "Alice"),
        ("I was never into football | Football isn't for me", "preference", "-football", "Alice"),
        ("I prefer the mountains | These days I prefer the sea", "preference", "+the sea", "Alice"),
        ("My favorite food used to be pizza | My favorite food is pad thai", "favourite food", "+pad thai", "Alice"),
        ("Nothing beats a good curry", "preference", "+good curry", "Alice"),
        ("I'm a vegetarian | I started eating fish again, so no more vegetarian life", "diet", "", "Alice"),
        ("I've been vegan since January | I gave up being vegan", "diet", "-vegan", "Alice"),
        ("I never drink | I have a glass of wine every evening now", "habit", "+have a glass of wine", "Alice"),
        ("I haven't touched a cigarette in two years", "habit", "-cigarette", "Alice"),
        ("I jog twice a week | I had to stop jogging because of my knee", "habit", "-jog", "Alice"),
        ("I go swimming every Sunday | I don't swim on Sundays anymore", "habit", "-swim", "Alice"),
        ("I meditate every morning | I still meditate every morning", "habit", "+meditate", "Alice"),
        ("I play the cello | I had to give up the cello", "habit", "-the cello", "Alice"),
        ("We adopted a rescue dog called Biscuit | Biscuit passed away last night", "pet", "", "Alice"),
        ("I've got two cats | We got a third cat last week", "pet", "+third cat", "Alice"),
        ("I drive an old Volvo | Traded my Volvo in for a bike", "vehicle", "+bike", "Alice"),
        ("I don't have a car | I bought a car on Monday!", "vehicle", "+car", "Alice"),
        ("My girlfriend Mia is an architect | Mia and I broke up", "relation", "", "Alice"),
        ("I'm engaged to Sam | Sam and I tied the knot on Saturday", "family status", "+married", "Alice"),
        ("We're expecting our first baby | Our daughter Ida was born on Tuesday!", "relation", "+daughter Ida", "Alice"),
        ("I'm allergic to peanuts | The doctor says I've outgrown my peanut allergy", "allergy", "-peanuts", "Alice"),
        ("I have asthma | My asthma is gone", "health", "", "Alice"),
        ("I broke my arm | My arm has healed", "health", "", "Alice"),
        ("I want to learn Korean | I've given up on learning Korean", "goal", "-learn Korean", "Alice"),
        ("I'm planning to run a marathon | I ran the marathon!", "goal", "", "Alice"),
        ("My brother Leo lives in Lima | Leo moved to Quito", "home", "+Quito", "Alice's brother (Leo)"),
        ("My mom says I should be a doctor", "job", "", "Alice"),
        ("People think I'm a model", "job", "", "Alice"),
        ("My boss asked if I live in Oslo", "home", "", "Alice"),
        ("What if I became a pilot?", "job", "", "Alice"),
        ("I could live in Tokyo", "home", "", "Alice"),
        ("I almost moved to Berlin", "home", "", "Alice"),
        ("I dreamt I lived in Rome", "home", "", "Alice"),
        ("In the game I'm a wizard called Merlin", "role", "", "Alice"),
        ("I'm not saying I hate opera", "preference", "", "Alice"),
    ];

    /// <summary>What a reader by rules gets wrong at present, by index. A case that starts to pass has to be taken off.</summary>
    public static readonly int[] Misses = [0, 1, 5, 7, 11, 12, 13, 14, 17, 19, 20, 23, 25, 27, 28, 30, 33, 35, 37, 40];
}
