using OMem.Understanding.Grammar;

namespace OMem.Understanding.Attributes;

/// <summary>All rules, applied in a fixed order.</summary>
internal static class AttributeRules
{
    private static readonly IAttributeRule[] All =
    [
        new IdentityRule(), new HomeRule(), new OriginRule(), new JobRule(), new EmployerRule(), new StateRule(), new RelationRule(),
        new PossessionRule(), new HealthRule(), new FavouriteRule(), new PreferenceRule(), new SkillRule(), new ActivityRule(), new HabitRule(), new GoalRule(), new PartingRule(),
    ];

    /// <summary>What an asserted clause says people are like.</summary>
    public static List<AttributeDraft> Read(Clause clause, string speaker)
    {
        var drafts = new List<AttributeDraft>();
        if (clause.IsAsserted)
        {
            var reading = new ClauseReading(clause, speaker, drafts);
            foreach (var rule in All)
            {
                rule.Read(reading);
            }
        }

        return drafts;
    }
}
