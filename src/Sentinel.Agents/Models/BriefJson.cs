using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Sentinel.Memory;

namespace Sentinel.Agents.Models;

/// <summary>
/// A brief as JSON for a model: numbers of the market, what was found, and the context as one string of quoted data. No date stands in it beside what the
/// context itself says, so that like situations give like prompts.
/// </summary>
internal static class BriefJson
{
    // Text stays readable; it is inside JSON strings of a message of the user, never part of the instructions.
    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(AgentBrief brief, Action<Utf8JsonWriter>? more = null)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Writing))
        {
            writer.WriteStartObject();
            Market(writer, brief.Market);
            writer.WriteStartArray("events");
            foreach (var found in brief.Situation.Events)
            {
                writer.WriteStartObject();
                writer.WriteString("id", found.Id);
                writer.WriteString("type", found.Type);
                writer.WriteNumber("side", found.Side);
                Number(writer, "severity", found.Severity);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            more?.Invoke(writer);
            writer.WriteStartArray("ids");
            foreach (var id in brief.Citable.Order(StringComparer.Ordinal))
            {
                writer.WriteStringValue(id);
            }

            writer.WriteEndArray();
            writer.WriteString("context", brief.Context.Text);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static void Limits(Utf8JsonWriter writer, MandateView? view)
    {
        writer.WriteStartArray("limits");
        foreach (var room in view?.Room ?? [])
        {
            writer.WriteStartObject();
            writer.WriteString("limit", room.Limit);
            writer.WriteNumber("allowed", room.Allowed);
            writer.WriteNumber("used", room.Used);
            writer.WriteNumber("left", room.Left);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    public static void Number(Utf8JsonWriter writer, string name, double? value)
    {
        if (value is { } number && double.IsFinite(number))
        {
            writer.WriteNumber(name, number);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    private static void Market(Utf8JsonWriter writer, MarketSnapshot market)
    {
        writer.WriteStartObject("market");
        writer.WriteString("symbol", market.Symbol.Value);
        writer.WriteString("regime", market.Regime.ToString());
        Number(writer, "sigma", market.Sigma);
        foreach (var (name, value) in market.Indicators)
        {
            Number(writer, name, value);
        }

        for (var at = 0; at < StateVector.Names.Count && at < market.State.Values.Count; at++)
        {
            Number(writer, "state_" + StateVector.Names[at], market.State.Values[at]);
        }

        writer.WriteEndObject();
    }
}
