using System.ComponentModel;

namespace Sentinel.Memory;

/// <summary>What a model may ask about the trader.</summary>
internal sealed class PersonaFunctions(IMemoryToolkit toolkit, Func<DateTimeOffset> asOf)
{
    public Task<ToolResult<TraderAttribute>> GetPersonaAsync(
        [Description("One of risk, assets, style, habits, goals; leave out for all.")] string? section = null, CancellationToken cancellationToken = default) =>
        toolkit.GetPersonaAsync(asOf(), section, cancellationToken);

    public Task<ToolResult<AttributeExplanation>> ExplainAttributeAsync(
        [Description("The attribute's name as get_persona gives it.")] string name, CancellationToken cancellationToken = default) =>
        toolkit.ExplainAttributeAsync(asOf(), name, cancellationToken);

    public Task<ToolResult<MandateView>> GetMandateAsync(CancellationToken cancellationToken = default) => toolkit.GetMandateAsync(asOf(), cancellationToken);

    public Task<ToolResult<AgentNote>> ProposePersonaUpdateAsync(
        [Description("What it is about, a lower-case name.")] string attribute,
        [Description("The proposed value.")] string value,
        [Description("Ids of the messages or entries it rests on.")] string[] evidence_ids,
        CancellationToken cancellationToken = default) =>
        toolkit.ProposePersonaUpdateAsync(asOf(), attribute, value, evidence_ids, cancellationToken);
}
