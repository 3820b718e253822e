namespace OMem;

/// <summary>What was given holds sensitive data that the policy of the memory does not let in. Nothing was stored or changed.</summary>
public sealed class SensitiveDataException : OMemException
{
    /// <summary>Creates the error.</summary>
    /// <param name="index">The place of the interaction in the call, from 0; null when it is no interaction.</param>
    /// <param name="field">The field at fault.</param>
    /// <param name="fault">What is wrong and what to do, without the value.</param>
    /// <param name="kinds">What the field holds.</param>
    public SensitiveDataException(int? index, string field, string fault, IReadOnlyList<SensitiveKind> kinds)
        : base(index is { } place ? $"Interaction {place}: {field} {fault}." : $"The {field} {fault}.")
    {
        Index = index;
        Field = field;
        Fault = fault;
        Kinds = kinds;
    }

    /// <summary>The place of the interaction in the call, from 0; null when it is no interaction.</summary>
    public int? Index { get; }

    /// <summary>The field at fault.</summary>
    public string Field { get; }

    /// <summary>What is wrong with it and what to do, without the value.</summary>
    public string Fault { get; }

    /// <summary>The refused kinds that the field holds.</summary>
    public IReadOnlyList<SensitiveKind> Kinds { get; }
}
