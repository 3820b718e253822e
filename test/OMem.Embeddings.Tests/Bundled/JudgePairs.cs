namespace OMem.Embeddings.Tests.Bundled;

/// <summary>
/// Pairs of statements about one person, written to look at the floors of similarity, not taken from any data set: known and new, each as value and
/// sentence; a fact has no value.
/// </summary>
internal static class JudgePairs
{
    /// <summary>The same again in other words.</summary>
    public static readonly (string? KnownValue, string Known, string? NewValue, string New)[] Restated =
    [
        (null, "Dana adopted a grey cat from the shelter", null, "Dana took in a shelter cat with grey fur"),
        (null, "Dana broke her wrist while skating", null, "Dana fractured a wrist on the ice rink"),
        (null, "Dana finished her thesis on river birds", null, "Dana handed in the thesis about river birds"),
        (null, "Dana bought a second-hand piano", null, "Dana got herself a used piano"),
        (null, "Dana gave a talk at the design conference in Ghent", null, "Dana spoke at a design conference in Ghent"),
        (null, "Dana planted tomatoes on the balcony", null, "Dana put tomato plants on her balcony"),
        (null, "Dana met her cousin Ivo for dinner", null, "Dana had dinner with Ivo, her cousin"),
        (null, "Dana painted the kitchen yellow", null, "The kitchen was repainted in yellow by Dana"),
        (null, "Dana was promoted to team lead", null, "Dana became the lead of her team"),
        (null, "Dana ran the harbour race with Tom", null, "Dana and Tom did the harbour run"),
        ("running in the morning", "Dana likes running in the morning", "early jogs", "Dana enjoys early jogs"),
        ("spicy food", "Dana loves spicy food", "hot curries and chilli", "Dana loves hot curries and chilli"),
        ("plays the cello", "Dana plays the cello", "cello player", "Dana is a cello player"),
        ("board games with friends", "Dana likes board games with friends", "playing board games", "Dana enjoys playing board games"),
        ("afraid of heights", "Dana is afraid of heights", "scared of high places", "Dana is scared of high places"),
        ("pottery class", "Dana goes to a pottery class", "pottery", "Dana does pottery"),
        ("quiet evenings at home", "Dana prefers quiet evenings at home", "staying in at night", "Dana prefers staying in at night"),
        ("crime novels", "Dana reads crime novels", "detective stories", "Dana reads detective stories"),
        ("vegetarian", "Dana is a vegetarian", "no meat", "Dana eats no meat"),
        ("software developer", "Dana works as a software developer", "programmer", "Dana works as a programmer"),
    ];

    /// <summary>Something is different now.</summary>
    public static readonly (string? KnownValue, string Known, string? NewValue, string New)[] Changed =
    [
        (null, "Dana plans to fly to Lisbon in May", null, "The Lisbon trip of Dana is cancelled"),
        (null, "Dana plans to marry Ivo in June", null, "Dana and Ivo have split up"),
        (null, "Dana plans to open a bakery", null, "Dana dropped the idea of a bakery"),
        (null, "Dana bought a blue bicycle", null, "Dana returned the bicycle to the shop"),
        (null, "Dana started a job at the museum", null, "Dana left the museum job"),
        (null, "Dana plans to move to Oslo in autumn", null, "Dana decided to stay and not go to Oslo"),
        (null, "Dana lost her passport", null, "Dana found the missing passport under the sofa"),
        (null, "Dana plans to run the harbour race", null, "Dana pulled out of the race because of a knee injury"),
        (null, "Dana's flight was booked for Monday", null, "Dana rebooked the flight to Wednesday"),
        (null, "Dana signed up for a pottery course", null, "The pottery course was called off, Dana got her money back"),
        ("drinks coffee every morning", "Dana drinks coffee every morning", "gave up coffee", "Dana gave up coffee"),
        ("vegetarian", "Dana is a vegetarian", "eats fish again", "Dana eats fish again"),
        ("cycles to work", "Dana cycles to work", "takes the tram to work", "Dana takes the tram to work"),
        ("loves techno", "Dana loves techno", "bored by techno", "Dana is bored by techno"),
        ("meditates every morning", "Dana meditates every morning", "meditates in the evening", "Dana meditates in the evening"),
        ("afraid of flying", "Dana is afraid of flying", "happy on planes now", "Dana is happy on planes now"),
        ("smokes", "Dana smokes", "has not touched a cigarette in a year", "Dana has not touched a cigarette in a year"),
        ("wants to learn Korean", "Dana wants to learn Korean", "gave up on Korean lessons", "Dana gave up on Korean lessons"),
        ("works from home", "Dana works from home", "works in the office again", "Dana works in the office again"),
        ("goes to the gym three times a week", "Dana goes to the gym three times a week", "cancelled the gym membership", "Dana cancelled the gym membership"),
    ];

    /// <summary>Another thing of the same kind.</summary>
    public static readonly (string? KnownValue, string Known, string? NewValue, string New)[] Other =
    [
        (null, "Dana ran the harbour race with Tom", null, "Dana ran a half marathon in Porto"),
        (null, "Dana adopted a grey cat from the shelter", null, "Dana took the dog to the vet"),
        (null, "Dana visited Lisbon with Ivo", null, "Dana visited Vienna with Tom"),
        (null, "Dana baked bread on Sunday", null, "Dana cooked a curry for her friends"),
        (null, "Dana bought a second-hand piano", null, "Dana bought a lamp at the market"),
        (null, "Dana gave a talk at the design conference", null, "Dana attended a workshop about gardening"),
        (null, "Dana painted the kitchen yellow", null, "Dana painted a picture of the lake"),
        (null, "Dana met her cousin Ivo for dinner", null, "Dana met an old friend at the station"),
        (null, "Dana went to a jazz concert", null, "Dana went to a football match"),
        (null, "Dana finished her thesis on river birds", null, "Dana finished a puzzle of 2000 pieces"),
        ("jazz", "Dana likes jazz", "hiking", "Dana likes hiking"),
        ("spicy food", "Dana loves spicy food", "chocolate cake", "Dana loves chocolate cake"),
        ("plays the cello", "Dana plays the cello", "plays tennis", "Dana plays tennis"),
        ("crime novels", "Dana reads crime novels", "nature films", "Dana watches nature films"),
        ("cycles to work", "Dana cycles to work", "swims on Sundays", "Dana swims on Sundays"),
        ("afraid of heights", "Dana is afraid of heights", "afraid of spiders", "Dana is afraid of spiders"),
        ("wants to learn Korean", "Dana wants to learn Korean", "wants to see Iceland", "Dana wants to see Iceland"),
        ("board games", "Dana likes board games", "video games", "Dana likes video games"),
        ("pottery class", "Dana goes to a pottery class", "choir", "Dana sings in a choir"),
        ("vegetarian", "Dana is a vegetarian", "allergic to peanuts", "Dana is allergic to peanuts"),
    ];

    /// <summary>Nothing to do with each other.</summary>
    public static readonly (string? KnownValue, string Known, string? NewValue, string New)[] Unrelated =
    [
        (null, "Dana planted tomatoes on the balcony", null, "Dana passed her driving test"),
        (null, "Dana broke her wrist while skating", null, "Dana watched a film about Mars"),
        (null, "Dana was promoted to team lead", null, "Dana swam in the lake at night"),
        (null, "Dana lost her passport", null, "Dana learned a card trick from her uncle"),
        (null, "Dana bought a blue bicycle", null, "Dana sang in the church choir"),
        (null, "Dana visited Lisbon with Ivo", null, "Dana repaired the washing machine"),
        (null, "Dana baked bread on Sunday", null, "Dana voted in the city election"),
        (null, "Dana plans to open a bakery", null, "Dana has finished a book about glaciers"),
        (null, "Dana went to a jazz concert", null, "Dana got a flu shot"),
        (null, "Dana started a job at the museum", null, "Dana grew a beard of moss in the aquarium"),
    ];
}
