using System.Text.Encodings.Web;
using System.Text.Json;

namespace OMem.Sqlite.Tests.Isolation;

/// <summary>One call that a stranger makes, with what it knows of the owner's memory.</summary>
/// <param name="Method">The method of <see cref="IMemory"/>.</param>
/// <param name="Run">Calls it and gives what came out.</param>
/// <param name="Fault">The fault it has to end with; null when it works.</param>
/// <param name="Says">Canaries that the call itself names, so that they may come back.</param>
internal sealed record MemoryCall(string Method, Func<IMemory, Owned, Task<object?>> Run, string? Fault = null, params string[] Says)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What came out, as text: the result or the error.</summary>
    public async Task<string> OutcomeAsync(IMemory memory, Owned owned)
    {
        try
        {
            var result = await Run(memory, owned);
            Fault.ShouldBeNull($"{Method} worked");
            return JsonSerializer.Serialize(result, Readable);
        }
        catch (OMemException fault)
        {
            var name = fault is CorrectionException correction ? correction.Fault.ToString() : fault.GetType().Name;
            name.ShouldBe(Fault, $"{Method}: {fault.Message}");
            return $"{name}: {fault.Message}".Replace(owned.Current, "ID", StringComparison.Ordinal).Replace(owned.Superseded, "ID", StringComparison.Ordinal);
        }
    }
}
