namespace Sentinel.Persona;

/// <summary>
/// Compares what was declared with the interval of what is done at the end of each window since the first fill. Two windows in a row outside are a contradiction; it lasts
/// until a window agrees. A window's profile is read once.
/// </summary>
internal sealed class ContradictionWatch(PersonaOptions options, DeclaredHistory declared)
{
    private readonly List<RevealedProfile> _windows = [];

    /// <summary>Windows have to be read anew: the books have changed under them.</summary>
    public void Forget() => _windows.Clear();

    public IReadOnlyList<Contradiction> At(DateTimeOffset asOf, List<DateTimeOffset> fillTimes, Func<DateTimeOffset, RevealedProfile> read, DateTimeOffset settled)
    {
        if (fillTimes.Count == 0 || (declared.Profile(asOf) is null && declared.Mandate(asOf) is null))
        {
            return [];
        }

        Dictionary<(string, string), Run> runs = [];
        List<Contradiction> found = [];
        var k = 0;
        for (var end = fillTimes[0] + options.ContradictionWindow; end <= asOf; end += options.ContradictionWindow, k++)
        {
            found = Step(Window(k, end, read, end <= settled), runs);
        }

        return found;
    }

    /// <summary>Writes contradictions into the attributes they are about.</summary>
    public static RevealedProfile Mark(RevealedProfile profile, IReadOnlyList<Contradiction> contradictions)
    {
        var byName = contradictions.ToLookup(contradiction => contradiction.Attribute, StringComparer.Ordinal);
        return profile with
        {
            Attributes =
            [
                .. profile.Attributes.Select(attribute => attribute.Value is not null && byName[attribute.FullName].Any()
                    ? attribute with
                    {
                        Status = AttributeStatus.Contradicted,
                        Contradicts = [.. byName[attribute.FullName].Select(contradiction => contradiction.Source)],
                    }
                    : attribute),
            ],
        };
    }

    private RevealedProfile Window(int k, DateTimeOffset end, Func<DateTimeOffset, RevealedProfile> read, bool cache)
    {
        if (!cache)
        {
            return read(end);
        }

        if (k == _windows.Count)
        {
            _windows.Add(read(end));
        }

        return _windows[k];
    }

    private List<Contradiction> Step(RevealedProfile profile, Dictionary<(string, string), Run> runs)
    {
        List<Contradiction> found = [];
        HashSet<(string, string)> outside = [];
        foreach (var claim in Claims.Of(declared.Profile(profile.AsOf), declared.Mandate(profile.AsOf)))
        {
            if (profile.Find(claim.Name, claim.Key) is not { Status: AttributeStatus.Ok, Value: { } value } attribute
                || IntervalOf(attribute, claim) is not { } interval
                || (interval.High >= claim.Low && interval.Low <= claim.High))
            {
                continue;
            }

            var key = (claim.Source, attribute.FullName);
            outside.Add(key);
            var run = runs.GetValueOrDefault(key) ?? new Run(profile.AsOf, null, 0);
            run = run with { Count = run.Count + 1, KnownAt = run.KnownAt ?? (run.Count + 1 >= 2 ? profile.AsOf : null) };
            runs[key] = run;
            if (run.KnownAt is { } knownAt)
            {
                found.Add(new Contradiction
                {
                    Attribute = attribute.FullName,
                    Source = claim.Source,
                    Declared = claim.Value,
                    Revealed = value,
                    Interval = interval,
                    Since = run.Since,
                    KnownAt = knownAt,
                    SourceIds = attribute.SourceIds,
                });
            }
        }

        foreach (var ended in runs.Keys.Where(key => !outside.Contains(key)).ToArray())
        {
            runs.Remove(ended);
        }

        return found;
    }

    /// <summary>A path's figure (a drawdown) has no interval: against a limit it stands for itself.</summary>
    private static ValueInterval? IntervalOf(PersonaAttribute attribute, Claim claim) =>
        attribute.Interval ?? (claim.Low == double.MinValue ? new ValueInterval(attribute.Value!.Value, attribute.Value.Value) : null);

    private sealed record Run(DateTimeOffset Since, DateTimeOffset? KnownAt, int Count);
}
