using System.Globalization;
using System.Text.Json;

namespace OMem.Evaluation;

/// <summary>A place in a JSON file that knows its path, so that every complaint can name it.</summary>
internal readonly struct JsonCursor
{
    private readonly string _file;
    private readonly long? _line;

    public JsonCursor(JsonElement element, string file, string path = "$", long? line = null)
    {
        Element = element;
        _file = file;
        Path = path;
        _line = line;
    }

    public JsonElement Element { get; }

    public string Path { get; }

    public bool IsNull => Element.ValueKind is JsonValueKind.Null;

    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string file, long firstLine = 1)
    {
        try
        {
            return JsonDocument.Parse(WithoutByteOrderMark(utf8));
        }
        catch (JsonException e)
        {
            throw new InvalidDatasetException(file, "is not valid JSON", firstLine + (e.LineNumber ?? 0), e.Path, e);
        }
    }

    public InvalidDatasetException Fault(string fault) => new(_file, fault, _line, Path);

    public JsonCursor Get(string name) =>
        TryGet(name) ?? throw At(name, default).Fault("is missing");

    public JsonCursor? TryGet(string name) =>
        Object().TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null ? At(name, value) : null;

    public IEnumerable<(string Name, JsonCursor Value)> Properties()
    {
        var self = this;
        return Object().EnumerateObject().Select(p => (p.Name, self.At(p.Name, p.Value)));
    }

    public IEnumerable<JsonCursor> Items()
    {
        if (Element.ValueKind is not JsonValueKind.Array)
        {
            throw Fault("must be an array");
        }

        var self = this;
        return Element.EnumerateArray().Select((e, i) =>
            new JsonCursor(e, self._file, string.Create(CultureInfo.InvariantCulture, $"{self.Path}[{i}]"), self._line));
    }

    public string Text()
    {
        if (Element.ValueKind is not JsonValueKind.String)
        {
            throw Fault("must be a string");
        }

        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException e)
        {
            throw new InvalidDatasetException(_file, "is not well-formed Unicode", _line, Path, e);
        }
    }

    public int Integer()
    {
        if (Element.ValueKind is JsonValueKind.Number && Element.TryGetInt32(out var number))
        {
            return number;
        }

        return Element.ValueKind is JsonValueKind.String
            && int.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var parsed)
                ? parsed
                : throw Fault("must be a whole number");
    }

    private JsonElement Object() =>
        Element.ValueKind is JsonValueKind.Object ? Element : throw Fault("must be an object");

    private JsonCursor At(string name, JsonElement value) => new(value, _file, $"{Path}.{name}", _line);

    private static ReadOnlyMemory<byte> WithoutByteOrderMark(ReadOnlyMemory<byte> utf8) =>
        utf8.Span.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
}
