using System.Runtime.InteropServices;
using System.Text.Json;

namespace OMem.Embeddings.Tests.Reference;

/// <summary>A text with the ids and the vector that the original JavaScript gives it (see generate.mjs).</summary>
internal sealed record ReferenceRow(string Text, int[] Ids, float[] Vector)
{
    public static IReadOnlyList<ReferenceRow> All { get; } = Read();

    private static List<ReferenceRow> Read()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Reference", "reference.json")));
        return [.. json.RootElement.EnumerateArray().Select(row => new ReferenceRow(
            Unescape(row.GetProperty("text").GetRawText()),
            [.. row.GetProperty("ids").EnumerateArray().Select(id => id.GetInt32())],
            MemoryMarshal.Cast<byte, float>(row.GetProperty("vector").GetBytesFromBase64()).ToArray()))];
    }

    /// <summary>The reader refuses a lone surrogate, even escaped: such escapes are put in by hand.</summary>
    private static string Unescape(string raw)
    {
        var parts = raw[1..^1].Split("\\ud", StringSplitOptions.None);
        return JsonSerializer.Deserialize<string>($"\"{parts[0]}\"") + string.Concat(parts.Skip(1).Select(part =>
            (char)int.Parse("d" + part[..3], System.Globalization.NumberStyles.HexNumber, System.Globalization.CultureInfo.InvariantCulture)
            + JsonSerializer.Deserialize<string>($"\"{part[3..]}\"")));
    }
}
