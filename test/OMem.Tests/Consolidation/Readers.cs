using OMem.Understanding;

namespace OMem.Tests.Consolidation;

/// <summary>Readers under test.</summary>
internal static class Readers
{
    public static LocalInteractionReader Local { get; } = new();
}
