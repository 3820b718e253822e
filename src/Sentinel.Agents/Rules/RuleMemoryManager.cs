using System.Globalization;
using System.Text.RegularExpressions;
using Sentinel.Memory;
using Sentinel.Persona;

namespace Sentinel.Agents;

/// <summary>Reads texts by a small lexicon, and fills by counting. Only the trader's own words give attributes of the trader.</summary>
public sealed partial class RuleMemoryManager : IMemoryManager
{
    private const int MostText = 4_000;

    private static readonly (string Word, string Type, int Side)[] EventWords =
    [
        ("exploit", "hack", -1), ("hack", "hack", -1), ("stolen", "hack", -1), ("outage", "outage", -1), ("halted withdrawals", "outage", -1), ("depeg", "depeg", -1),
        ("bankrupt", "insolvency", -1), ("insolven", "insolvency", -1), ("lawsuit", "regulation", -1), ("approved", "regulation", 1), ("listing", "listing", 1), ("delist", "delisting", -1),
        ("halving", "halving", 0), ("hard fork", "fork", 0),
    ];

    /// <inheritdoc/>
    public Task<AgentOutput<MemoryExtraction>> ExtractAsync(MemoryMaterial material, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(material);
        return Task.FromResult(RuleRecord.Of(AgentNames.MemoryManager, Extract(material), AgentJson.Default.MemoryExtraction));
    }

    private static MemoryExtraction Extract(MemoryMaterial material)
    {
        var topics = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var events = new List<EventProposal>();
        var attributes = new List<AttributeProposal>();
        foreach (var text in material.Texts)
        {
            var words = text.Text.Length > MostText ? text.Text[..MostText] : text.Text;
            var symbols = Symbols(words);
            foreach (var symbol in symbols)
            {
                Add(topics, symbol.Value, text.Id);
            }

            events.AddRange(EventWords.Where(entry => words.Contains(entry.Word, StringComparison.OrdinalIgnoreCase)).DistinctBy(static entry => entry.Type, StringComparer.Ordinal)
                .Select(entry => new EventProposal(entry.Type, symbols.Count is 1 ? symbols[0] : null, entry.Side, [text.Id])));
            if (text.Trust is SourceTrust.Trader)
            {
                attributes.AddRange(Attributes(words, text.Id));
            }
        }

        foreach (var fills in material.Fills.GroupBy(static fill => fill.Symbol).OrderBy(static group => group.Key))
        {
            topics[fills.Key.Value] = [.. topics.GetValueOrDefault(fills.Key.Value) ?? [], .. fills.Select(static fill => $"fil-{fill.Id}").Order(StringComparer.Ordinal)];
        }

        return new MemoryExtraction([.. topics.Select(static topic => new TopicProposal(topic.Key, topic.Value))], events, attributes);
    }

    private static IEnumerable<AttributeProposal> Attributes(string words, string id)
    {
        if (RiskPhrase().Match(words) is { Success: true } risk
            && decimal.TryParse(risk.Groups["percent"].Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is > 0m and <= 100m)
        {
            yield return new AttributeProposal(AttributeNames.RiskPerTrade, (percent / 100m).ToString("0.####", CultureInfo.InvariantCulture), [id]);
        }

        if (NeverShort().IsMatch(words))
        {
            yield return new AttributeProposal(AttributeNames.LongShare, "1", [id]);
        }

        if (HoldPhrase().Match(words) is { Success: true } hold && int.TryParse(hold.Groups["count"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0)
        {
            var hours = hold.Groups["unit"].Value.ToUpperInvariant() switch { "HOUR" => 1, "DAY" => 24, _ => 168 };
            yield return new AttributeProposal(AttributeNames.HoldingTime, (count * (long)hours).ToString(CultureInfo.InvariantCulture), [id]);
        }
    }

    private static List<Symbol> Symbols(string words) =>
        [.. SymbolPhrase().Matches(words).Select(static match => Symbol.Parse(match.Value)).Distinct().Order()];

    private static void Add(SortedDictionary<string, List<string>> topics, string topic, string id)
    {
        if (!topics.TryGetValue(topic, out var ids))
        {
            topics[topic] = ids = [];
        }

        ids.Add(id);
    }

    [GeneratedRegex(@"\bI\s+(?:never\s+)?risk\s+(?:at\s+most\s+|no\s+more\s+than\s+|more\s+than\s+)?(?<percent>\d{1,3}(?:\.\d{1,4})?)\s*(?:%|percent)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RiskPhrase();

    [GeneratedRegex(@"\bI\s+(?:never|do\s+not|don't)\s+(?:go\s+)?short\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex NeverShort();

    [GeneratedRegex(@"\bI\s+(?:usually\s+|mostly\s+)?hold\s+(?:for\s+)?(?:about\s+)?(?<count>\d{1,3})\s+(?<unit>hour|day|week)s?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex HoldPhrase();

    [GeneratedRegex(@"\b[A-Z]{2,10}(?:USDT|USDC|/USD|-USD)\b", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex SymbolPhrase();
}
