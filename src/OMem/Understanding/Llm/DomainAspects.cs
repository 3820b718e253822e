namespace OMem.Understanding.Llm;

/// <summary>Finds the aspect a model means among those of a domain.</summary>
internal static class DomainAspects
{
    private const int MaxLength = 40;

    /// <summary>The aspect's definition and its name for an item; null when the domain has none such.</summary>
    public static (AspectDefinition Definition, string Name)? Find(MemoryDomain domain, string? aspect)
    {
        if (FieldText.Label(aspect, MaxLength) is not { } name)
        {
            return null;
        }

        foreach (var definition in domain.Aspects)
        {
            if (string.Equals(definition.Name, name, StringComparison.Ordinal))
            {
                return (definition, name);
            }
        }

        // "favourite *" stands for "favourite colour" and the like.
        var family = domain.Aspects.FirstOrDefault(definition =>
            definition.Name.EndsWith(" *", StringComparison.Ordinal) && name.StartsWith(definition.Name[..^1], StringComparison.Ordinal));
        return family is null ? null : (family, name);
    }
}
