namespace OMem.Understanding;

/// <summary>Domains that ship with OMem.</summary>
public static class MemoryDomains
{
    /// <summary>Personal assistance: the sides of a person that the reader without a model looks for too, under the same names.</summary>
    public static MemoryDomain Personal { get; } = new("personal", "1")
    {
        Aspects =
        [
            new("preference", "what they like, or dislike (negative)"),
            new("favourite *", "the one they like best of a kind, such as 'favourite colour'", Exclusive: true),
            new("home", "where they live", Exclusive: true),
            new("household", "whom they live with", Exclusive: true),
            new("origin", "where they come from", Exclusive: true),
            new("birthplace", "where they were born", Exclusive: true),
            new("childhood home", "where they grew up", Exclusive: true),
            new("job", "what they work as", Exclusive: true),
            new("employer", "whom they work for", Exclusive: true),
            new("employment", "employed, unemployed, retired, student", Exclusive: true),
            new("name", "their name", Exclusive: true),
            new("nickname", "what they are called", Exclusive: true),
            new("birthday", "the day of the year", Exclusive: true),
            new("age", "in years", Exclusive: true),
            new("family status", "single, married, divorced", Exclusive: true),
            new("diet", "vegetarian, vegan and the like", Exclusive: true),
            new("allergy", "what they do not tolerate"),
            new("health", "illnesses, injuries, conditions"),
            new("identity", "gender and orientation, as they say it"),
            new("belief", "religion and convictions"),
            new("relation", "people they have: 'sister Anna', 'friend Tom'"),
            new("pet", "animals they have"),
            new("possession", "things they own"),
            new("habit", "what they do or stopped doing regularly"),
            new("activity", "hobbies and sports"),
            new("skill", "what they can do"),
            new("language", "languages they speak"),
            new("learning", "what they are learning"),
            new("education", "schools, studies, degrees"),
            new("role", "what they are to others or in a group"),
            new("trait", "character"),
            new("fear", "what they are afraid of"),
            new("goal", "what they want, hope or plan to reach"),
        ],
        TopicHints = ["guitar lessons", "job search", "trip to japan", "family dinner"],
    };
}
