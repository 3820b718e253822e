using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Persona;

/// <summary>Proposals read out of text and what became of them. Nothing here is ever averaged with what fills reveal.</summary>
public sealed class ConsentQueue
{
    private readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);
    private readonly List<PersonaProposal> _proposals = [];

    /// <summary>Puts a proposal into the queue. The same proposal again is the one that is there.</summary>
    /// <exception cref="ArgumentException">It has no evidence, or a part is empty.</exception>
    public PersonaProposal Propose(string attribute, string value, IReadOnlyList<string> evidenceIds, string proposedBy, DateTimeOffset proposedAt)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(attribute);
        ArgumentException.ThrowIfNullOrWhiteSpace(value);
        ArgumentException.ThrowIfNullOrWhiteSpace(proposedBy);
        ArgumentNullException.ThrowIfNull(evidenceIds);
        if (evidenceIds.Count == 0)
        {
            throw new ArgumentException("A proposal needs evidence: the ids of the messages it was read from.", nameof(evidenceIds));
        }

        IReadOnlyList<string> evidence = [.. evidenceIds.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var id = IdOf(attribute, value, evidence);
        if (_index.TryGetValue(id, out var known))
        {
            return _proposals[known];
        }

        var proposal = new PersonaProposal
        {
            Id = id,
            Attribute = attribute,
            Value = value,
            EvidenceIds = evidence,
            ProposedBy = proposedBy,
            ProposedAt = proposedAt,
        };
        _index[id] = _proposals.Count;
        _proposals.Add(proposal);
        return proposal;
    }

    /// <summary>Accepts a proposal: it holds from <paramref name="at"/> on.</summary>
    /// <exception cref="KeyNotFoundException">There is none with this id.</exception>
    /// <exception cref="InvalidOperationException">It was decided before, or the decision lies before the proposal.</exception>
    public PersonaProposal Accept(string id, ConsentAuthority by, DateTimeOffset at, string reason = "") => Decide(id, ProposalState.Accepted, by, at, reason);

    /// <summary>Rejects a proposal.</summary>
    /// <exception cref="KeyNotFoundException">There is none with this id.</exception>
    /// <exception cref="InvalidOperationException">It was decided before, or the decision lies before the proposal.</exception>
    public PersonaProposal Reject(string id, ConsentAuthority by, DateTimeOffset at, string reason = "") => Decide(id, ProposalState.Rejected, by, at, reason);

    /// <summary>Proposals known by then as they stood then, in order of proposal.</summary>
    public IReadOnlyList<PersonaProposal> All(DateTimeOffset asOf) =>
        [.. _proposals.Where(proposal => proposal.ProposedAt <= asOf).Select(proposal => AsOf(proposal, asOf))];

    /// <summary>Proposals that waited then.</summary>
    public IReadOnlyList<PersonaProposal> Queued(DateTimeOffset asOf) => [.. All(asOf).Where(proposal => proposal.State == ProposalState.Queued)];

    /// <summary>What text says of the trader and was accepted by then: the newest of each attribute.</summary>
    public IReadOnlyList<PersonaProposal> Stated(DateTimeOffset asOf) =>
    [
        .. All(asOf)
            .Where(proposal => proposal.State == ProposalState.Accepted)
            .GroupBy(proposal => proposal.Attribute, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.OrderBy(proposal => proposal.DecidedAt).Last()),
    ];

    private static PersonaProposal AsOf(PersonaProposal proposal, DateTimeOffset asOf) => proposal.DecidedAt > asOf
        ? proposal with { State = ProposalState.Queued, DecidedBy = null, DecidedAt = null, Reason = "" }
        : proposal;

    private static string IdOf(string attribute, string value, IReadOnlyList<string> evidence)
    {
        var content = new StringBuilder();
        foreach (var part in (IEnumerable<string>)[attribute, value, .. evidence])
        {
            content.Append(part.Length).Append(':').Append(part);
        }

        return "prop-" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())).AsSpan(0, 8));
    }

    private PersonaProposal Decide(string id, ProposalState state, ConsentAuthority by, DateTimeOffset at, string reason)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (string.IsNullOrWhiteSpace(by.Name) || !Enum.IsDefined(by.Kind))
        {
            throw new ArgumentException("Only a named person or a named rule decides.", nameof(by));
        }

        if (!_index.TryGetValue(id, out var at0))
        {
            throw new KeyNotFoundException($"There is no proposal {id}.");
        }

        var proposal = _proposals[at0];
        if (proposal.State != ProposalState.Queued)
        {
            throw new InvalidOperationException($"Proposal {id} was decided before: {proposal.State}.");
        }

        if (at < proposal.ProposedAt)
        {
            throw new InvalidOperationException($"Proposal {id} cannot be decided before it was made.");
        }

        return _proposals[at0] = proposal with { State = state, DecidedBy = by, DecidedAt = at, Reason = reason };
    }
}
