using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>Writes one JSON line per system and question: raw answer, figures, cost, fate of the evidence, what the judge wrote.</summary>
internal static class AnswerLines
{
    public static byte[] Write(AnswerReport report)
    {
        using var content = new MemoryStream();
        foreach (var (system, results) in report.Results)
        {
            foreach (var result in results)
            {
                using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                {
                    Write(writer, system, result, report.Main);
                }

                content.Write(Encoding.UTF8.GetBytes("\n"));
            }
        }

        return content.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string system, AnswerResult result, string main)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WriteString("conversation", result.Conversation.Id);
        writer.WriteString("question", result.Question.Id);
        writer.WriteString("category", result.Question.Category);
        writer.WriteString("answer", result.Line?.Answer);
        if (result.Line?.Raw is { } raw)
        {
            writer.WriteString("raw", raw);
        }

        if (result.Line?.Error is { } error)
        {
            writer.WriteString("error", error);
        }

        foreach (var (metric, value) in result.Scores.Values)
        {
            writer.WriteNumber(metric, Math.Round(value, 6));
        }

        if (result.Miss(main) is { } miss)
        {
            writer.WriteString("miss", miss);
        }

        if (result.Line is { } line)
        {
            writer.WriteStartArray("found,cut,missed");
            writer.WriteNumberValue(line.Evidence.Found);
            writer.WriteNumberValue(line.Evidence.Cut);
            writer.WriteNumberValue(line.Evidence.Missed);
            writer.WriteEndArray();
            writer.WriteNumber("contextTokens", line.ContextTokens);
            writer.WriteNumber("promptTokens", line.Cost.PromptTokens);
            writer.WriteNumber("completionTokens", line.Cost.CompletionTokens);
        }

        if (result.Judgement is { } judgement)
        {
            writer.WriteStartArray("judgements");
            foreach (var reply in judgement.Replies)
            {
                writer.WriteStringValue(reply);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
