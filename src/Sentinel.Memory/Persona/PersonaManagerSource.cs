using System.Globalization;
using Sentinel.Persona;

namespace Sentinel.Memory;

/// <summary>Reads the persona manager. The reading is that of the last instant of the cadence (midnight), so that it is computed once a day and is a function of the time asked for.</summary>
public sealed class PersonaManagerSource(PersonaManager manager, TimeSpan? cadence = null) : IPersonaSource
{
    private readonly Lock _gate = new();
    private readonly TimeSpan _cadence = cadence ?? new MemorySettings().PersonaCadence;
    private (DateTimeOffset At, PersonaReading Reading)? _last;

    /// <inheritdoc/>
    public PersonaReading Read(DateTimeOffset asOf)
    {
        var at = _cadence > TimeSpan.Zero ? new DateTimeOffset(asOf.UtcTicks - (asOf.UtcTicks % _cadence.Ticks), TimeSpan.Zero) : asOf;
        lock (_gate)
        {
            if (_last is { } last && last.At == at)
            {
                return last.Reading;
            }

            var reading = new PersonaReading(Declared(at), Revealed(at), Conflicts(at));
            _last = (at, reading);
            return reading;
        }
    }

    /// <summary>Has the next reading computed anew: call it when something was given to the manager that was known before the last reading.</summary>
    public void Refresh()
    {
        lock (_gate)
        {
            _last = null;
        }
    }

    private List<TraderAttribute> Declared(DateTimeOffset asOf)
    {
        var declared = new List<TraderAttribute>();
        if (manager.Declared(asOf) is { } profile)
        {
            DeclaredAttributes.Add(declared, profile);
        }

        foreach (var stated in manager.Consent.Stated(asOf))
        {
            declared.Add(DeclaredAttributes.Stated(stated));
        }

        return declared;
    }

    private List<TraderAttribute> Revealed(DateTimeOffset asOf) =>
        [.. manager.Revealed(asOf).Attributes.Where(attribute => attribute.KnownAt <= asOf).Select(Of)];

    private List<ContextConflict> Conflicts(DateTimeOffset asOf) =>
    [
        .. manager.Contradictions(asOf).Select(contradiction => new ContextConflict(
            JournalIds.Derive("con", contradiction.Attribute, contradiction.Source, JournalIds.Time(contradiction.KnownAt)),
            "declared_revealed",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{contradiction.Attribute}: declared {contradiction.Declared:0.####} ({contradiction.Source}), done {contradiction.Revealed:0.####} [{contradiction.Interval.Low:0.####}, {contradiction.Interval.High:0.####}]; what is declared rules"),
            contradiction.Since,
            contradiction.SourceIds)),
    ];

    private static TraderAttribute Of(PersonaAttribute attribute)
    {
        var isSaid = attribute.Status is not AttributeStatus.Insufficient;
        return new TraderAttribute
        {
            Id = JournalIds.Derive("per", "revealed", attribute.FullName, JournalIds.Time(attribute.KnownAt)),
            Name = attribute.FullName,
            Section = PersonaSections.Of(attribute.Name),
            Value = isSaid ? attribute.Value : null,
            Text = isSaid ? Words(attribute) : "insufficient",
            Unit = attribute.Unit,
            N = attribute.N,
            NEff = attribute.EffectiveN,
            Low = isSaid ? attribute.Interval?.Low : null,
            High = isSaid ? attribute.Interval?.High : null,
            Status = attribute.Status.ToString().ToLowerInvariant(),
            Window = string.Create(CultureInfo.InvariantCulture, $"{attribute.Window.From:yyyy-MM-dd}/{attribute.Window.To:yyyy-MM-dd}"),
            SourceIds = attribute.SourceIds,
            KnownAt = attribute.KnownAt,
        };
    }

    private static string Words(PersonaAttribute attribute) =>
        attribute.Text ?? attribute.Value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";
}
