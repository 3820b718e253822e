using System.Text;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>Writes one JSON line per system and question: gold, its ranks and the first 20 results. Ids only, no text of the set.</summary>
internal static class QuestionLines
{
    public static byte[] Write(RetrievalReport report)
    {
        using var content = new MemoryStream();
        foreach (var result in report.Results)
        {
            foreach (var question in result.Questions)
            {
                using (var writer = new Utf8JsonWriter(content, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
                {
                    Write(writer, result.System.Name, question);
                }

                content.Write(Encoding.UTF8.GetBytes("\n"));
            }
        }

        return content.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, string system, QuestionResult result)
    {
        writer.WriteStartObject();
        writer.WriteString("system", system);
        writer.WriteString("conversation", result.Conversation);
        writer.WriteString("question", result.Question.Id);
        writer.WriteString("category", result.Question.Category);
        writer.WriteStartArray("gold");
        for (var i = 0; i < result.Question.Gold.Count; i++)
        {
            writer.WriteStartObject();
            writer.WriteString("id", result.Question.Gold[i]);
            if (result.GoldRanks[i] is { } rank)
            {
                writer.WriteNumber("rank", rank);
            }
            else
            {
                writer.WriteNull("rank");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("top");
        foreach (var turn in result.Top)
        {
            writer.WriteStartObject();
            writer.WriteString("id", turn.Id);
            writer.WriteNumber("score", Math.Round(turn.Score, 6));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
