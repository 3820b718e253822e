using System.Globalization;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws the persona card.</summary>
internal static class PersonaView
{
    /// <summary>Draws attributes and facts of every person, at most so many rows of each.</summary>
    public static void Write(IAnsiConsole console, PersonaCard card, int attributes = int.MaxValue, int facts = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(card);
        var people = card.Attributes.Concat(card.Facts).Select(item => item.Subject).Distinct(StringComparer.Ordinal)
            .OrderBy(name => name, StringComparer.Ordinal).ToList();
        if (people.Count == 0)
        {
            console.MarkupLine("[dim]Nothing is known about anybody yet.[/]");
        }

        foreach (var person in people)
        {
            var table = Card(person);
            var known = Add(table, card.Attributes, person, attributes, AttributeRow);
            var happened = Add(table, card.Facts, person, facts, FactRow);
            if (known.Left + happened.Left > 0)
            {
                table.Caption = new TableTitle($"and {known.Left} more attributes, {happened.Left} more facts", new Style(decoration: Decoration.Dim));
            }

            console.Write(table);
        }

        foreach (var pair in card.Contradictions)
        {
            console.MarkupLine($"[yellow]undecided[/] {Side(card, pair.Affirmed)} [dim]or[/] {Side(card, pair.Denied)}");
        }
    }

    private static string Side(PersonaCard card, string id)
    {
        var item = card.Attributes.Single(item => string.Equals(item.Id, id, StringComparison.Ordinal));
        return $"{SafeText.Markup(item.Text)} {Evidence(item.Evidence)}";
    }

    private static Table Card(string person) => new Table { Border = TableBorder.Rounded, Title = new TableTitle(SafeText.Markup(person), new Style(Color.Teal, decoration: Decoration.Bold)) }
        .AddColumns(
            new TableColumn("aspect").NoWrap(), new TableColumn("what is known"), new TableColumn("valid").NoWrap(),
            new TableColumn("sure").RightAligned().NoWrap(), new TableColumn("evidence"));

    private static (int Shown, int Left) Add(
        Table table, IReadOnlyList<PersonaItem> items, string person, int limit, Func<PersonaItem, string[]> row)
    {
        var own = items.Where(item => string.Equals(item.Subject, person, StringComparison.Ordinal)).ToList();
        foreach (var item in own.Take(limit))
        {
            table.AddRow(row(item));
        }

        return (Math.Min(limit, own.Count), Math.Max(0, own.Count - limit));
    }

    private static string[] AttributeRow(PersonaItem item)
    {
        var ended = item.SupersededAt is not null || item.ValidTo is not null;
        return
        [
            $"[green]{SafeText.Markup(item.Aspect ?? "attribute")}[/]",
            ended ? $"[dim strikethrough]{SafeText.Markup(item.Text)}[/]" : SafeText.Markup(item.Text),
            Instants.Validity(item.ValidFrom, item.ValidTo, item.Approximate),
            Sure(item),
            Evidence(item.Evidence),
        ];
    }

    private static string[] FactRow(PersonaItem item) =>
    [
        "[blue]fact[/]", SafeText.Markup(item.Text), Instants.Happened(item.ValidFrom, item.ValidTo, item.Approximate), Sure(item), Evidence(item.Evidence),
    ];

    private static string Sure(PersonaItem item) => (item.Confidence * 100).ToString("0", CultureInfo.InvariantCulture) + " %";

    private static string Evidence(IReadOnlyList<Evidence> evidence) => evidence.Count switch
    {
        0 => "",
        1 => $"[dim]{SafeText.Markup(evidence[0].InteractionId)}[/]",
        _ => $"[dim]{SafeText.Markup(evidence[0].InteractionId)} +{evidence.Count - 1}[/]",
    };
}
