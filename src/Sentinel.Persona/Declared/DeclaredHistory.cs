namespace Sentinel.Persona;

/// <summary>Versions of what was declared. Each follows the one before in number and in time.</summary>
internal sealed class DeclaredHistory
{
    private readonly List<DeclaredProfile> _profiles = [];
    private readonly List<Mandate> _mandates = [];

    public void Add(DeclaredProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var faults = DeclaredValidator.Faults(profile).ToList();
        if (_profiles.Count > 0)
        {
            Follows(_profiles[^1].Version, _profiles[^1].KnownAt, profile.Version, profile.KnownAt, faults);
        }

        Throw("The declared profile", faults, nameof(profile));
        _profiles.Add(profile);
    }

    public void Add(Mandate mandate)
    {
        var faults = MandateValidator.Faults(mandate).ToList();
        if (_mandates.Count > 0)
        {
            Follows(_mandates[^1].Version, _mandates[^1].KnownAt, mandate.Version, mandate.KnownAt, faults);
        }

        Throw("The mandate", faults, nameof(mandate));
        _mandates.Add(mandate);
    }

    public DeclaredProfile? Profile(DateTimeOffset asOf) => _profiles.FindLast(profile => profile.KnownAt <= asOf);

    public Mandate? Mandate(DateTimeOffset asOf) => _mandates.FindLast(mandate => mandate.KnownAt <= asOf);

    private static void Follows(int lastVersion, DateTimeOffset lastKnown, int version, DateTimeOffset known, List<string> faults)
    {
        if (version <= lastVersion)
        {
            faults.Add($"Version must be above {lastVersion} (was {version})");
        }

        if (known < lastKnown)
        {
            faults.Add(FormattableString.Invariant($"KnownAt must not lie before that of the version in force ({lastKnown:u})"));
        }
    }

    private static void Throw(string what, List<string> faults, string parameter)
    {
        if (faults.Count > 0)
        {
            throw new ArgumentException($"{what} is not valid: {string.Join("; ", faults)}.", parameter);
        }
    }
}
