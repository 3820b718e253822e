using System.Text.Json;
using Microsoft.Extensions.AI;
using OMem.Prompts;
using OMem.Text;

namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>Makes the prompt of a summarising call. What it shows goes in as JSON strings, apart from the instructions.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SummaryPrompt
{
    private const int MostText = 160;

    /// <summary>Tokens of the statements shown of one cluster: what a large one is about shows in a part of it.</summary>
    private const int MostMemberTokens = 160;

    /// <summary>Tokens of a cluster beside its texts.</summary>
    private const int TokensAround = 12;

    private readonly ChatMessage _instructions;

    /// <summary>Creates the prompt of a domain.</summary>
    public SummaryPrompt(MemoryDomain domain)
    {
        var file = PromptFile.Load("summarize", domain);
        Version = file.Version;
        _instructions = new ChatMessage(ChatRole.System, file.Text);
        FixedTokens = TokenEstimate.Count(file.Text);
    }

    /// <summary>The version of the prompt's file.</summary>
    public string Version { get; }

    /// <summary>Estimated tokens of the instructions.</summary>
    public int FixedTokens { get; }

    /// <summary>Estimated tokens a cluster adds.</summary>
    public static int Tokens(ClusterView view) =>
        TokensAround + TokenEstimate.Count(view.Cluster.Subject) + Shown(view).Sum(Tokens);

    /// <summary>The members that are shown, oldest first: those that were said most often, of equally often said ones the newest.</summary>
    public static IReadOnlyList<PersonaItem> Shown(ClusterView view)
    {
        var left = MostMemberTokens;
        var shown = view.Members.Select(static (member, place) => (Member: member, Place: place))
            .OrderByDescending(static row => row.Member.Evidence.Count).ThenByDescending(static row => row.Place)
            .TakeWhile((row, i) => (left -= Tokens(row.Member)) >= 0 || i == 0);
        return [.. shown.OrderBy(static row => row.Place).Select(static row => row.Member)];
    }

    private static int Tokens(PersonaItem member) => 2 + TokenEstimate.Count(Math.Min(member.Text.Length, MostText));

    /// <summary>The messages of a call; clusters are numbered from 1.</summary>
    public IReadOnlyList<ChatMessage> Messages(IReadOnlyList<ClusterView> views)
    {
        var input = new SummaryInput([.. views.Select(static (view, i) => new SummaryInputGroup(
            i + 1, view.Cluster.Subject, [.. Shown(view).Select(static member => ShownText.Head(member.Text, MostText))]))]);
        return [_instructions, new ChatMessage(ChatRole.User, JsonSerializer.Serialize(input, SummaryFormat.Input))];
    }
}
