using OMem.Text;
using OMem.Understanding.Llm;

namespace OMem.Consolidation.Clusters.Summaries;

/// <summary>Takes over of a summary what holds: one bounded line about its own subject that names nobody and no number its members do not name.</summary>
internal static class SummaryCheck
{
    private const int MostSummary = 280;
    private const int MostLabel = 40;

    /// <summary>The cluster with its summary; null when that cannot be used.</summary>
    /// <param name="view">The cluster.</param>
    /// <param name="group">What the model answered.</param>
    /// <param name="subjects">Whom the memory knows.</param>
    public static AttributeCluster? Apply(ClusterView view, SummaryGroup group, SubjectNames subjects)
    {
        if (FieldText.Line(group.Summary, MostSummary) is not { } summary || !IsAbout(summary, view, subjects))
        {
            return null;
        }

        // A label that says a value over again says nothing: the aspect most members have is better.
        var label = FieldText.Label(group.Label, MostLabel) is { } own && !SaysAValue(own, view) ? own : view.Cluster.Label;
        return view.Cluster with { Label = label, Summary = summary };
    }

    private static bool IsAbout(string summary, ClusterView view, SubjectNames subjects)
    {
        if (!summary.StartsWith(view.Cluster.Subject, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var known = Words(view.Cluster.Subject);
        foreach (var member in view.Members)
        {
            known.UnionWith(Words(member.Text));
        }

        return Words(summary).All(word => known.Contains(word) || (!subjects.IsName(word) && !char.IsAsciiDigit(word[0])));
    }

    private static bool SaysAValue(string label, ClusterView view)
    {
        var stems = ValueKey.Of(label).Stems;
        return view.Members.Any(member => ValueKey.Of(member.Value).Stems.Intersect(stems, StringComparer.Ordinal).Any());
    }

    private static HashSet<string> Words(string text) => Tokenizer.Tokenize(text).Select(static token => token.Text).ToHashSet(StringComparer.Ordinal);
}
