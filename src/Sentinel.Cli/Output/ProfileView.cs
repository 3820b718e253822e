using System.Text.Json.Nodes;
using Sentinel.Memory;
using Sentinel.Persona;
using Spectre.Console;

namespace Sentinel.Cli.Output;

/// <summary>Shows a profile.</summary>
internal static class ProfileView
{
    private const int MostKeys = 8;

    /// <summary>As a table. Of attributes with many keys (assets) the largest are shown.</summary>
    public static void Write(IAnsiConsole console, string account, RevealedProfile profile)
    {
        var title = $"{(account.Length > 0 ? account : "trader")}: {Show.Count(profile.Fills)} fills, {Show.Count(profile.Trips)} round trips, as of {Show.Time(profile.AsOf)}";
        var table = Tables.Of(title, "attribute", "value#", "95 % interval#", "unit", "n_eff#", "status");
        foreach (var group in profile.Attributes.GroupBy(attribute => attribute.Name, StringComparer.Ordinal))
        {
            foreach (var attribute in group.OrderByDescending(attribute => group.Count() > MostKeys ? attribute.Value ?? 0 : 0).Take(MostKeys))
            {
                var isSaid = attribute.Status is not AttributeStatus.Insufficient;
                table.Row(
                    attribute.FullName,
                    isSaid ? attribute.Text ?? Show.Number(attribute.Value) : "-",
                    isSaid && attribute.Interval is { } interval ? $"{Show.Number(interval.Low)} - {Show.Number(interval.High)}" : "",
                    attribute.Unit,
                    Show.Number(attribute.EffectiveN, "0"),
                    attribute.Status.ToString().ToLowerInvariant());
            }
        }

        console.Write(table);
    }

    /// <summary>As JSON: every attribute, with evidence.</summary>
    public static JsonNode Json(string account, RevealedProfile profile) => new JsonObject
    {
        ["account"] = account,
        ["asOf"] = JournalIds.Time(profile.AsOf),
        ["fills"] = profile.Fills,
        ["roundTrips"] = profile.Trips,
        ["attributes"] = JsonFormat.Array(profile.Attributes.Select(attribute => new JsonObject
        {
            ["name"] = attribute.FullName,
            ["status"] = attribute.Status.ToString().ToLowerInvariant(),
            ["value"] = attribute.Status is AttributeStatus.Insufficient ? null : JsonFormat.Number(attribute.Value),
            ["text"] = attribute.Status is AttributeStatus.Insufficient ? null : attribute.Text,
            ["unit"] = attribute.Unit,
            ["n"] = attribute.N,
            ["nEff"] = JsonFormat.Number(attribute.EffectiveN),
            ["low"] = attribute.Status is AttributeStatus.Insufficient ? null : JsonFormat.Number(attribute.Interval?.Low),
            ["high"] = attribute.Status is AttributeStatus.Insufficient ? null : JsonFormat.Number(attribute.Interval?.High),
            ["from"] = JournalIds.Time(attribute.Window.From),
            ["to"] = JournalIds.Time(attribute.Window.To),
            ["evidence"] = JsonFormat.Array(attribute.SourceIds.Select(id => (JsonNode?)id)),
            ["contradicts"] = JsonFormat.Array(attribute.Contradicts.Select(what => (JsonNode?)what)),
        })),
    };
}
