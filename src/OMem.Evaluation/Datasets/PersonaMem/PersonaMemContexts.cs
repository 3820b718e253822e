namespace OMem.Evaluation;

/// <summary>One message of a shared context.</summary>
internal readonly record struct PersonaMemMessage(string Role, string Text);

/// <summary>Reads the context file: one JSON object <c>{context_id: [{role, content}]}</c> a line.</summary>
internal static class PersonaMemContexts
{
    public static IReadOnlyDictionary<string, IReadOnlyList<PersonaMemMessage>> Read(byte[] content, string file)
    {
        var contexts = new Dictionary<string, IReadOnlyList<PersonaMemMessage>>(StringComparer.Ordinal);
        var line = 0;
        for (var start = 0; start < content.Length;)
        {
            line++;
            var length = content.AsSpan(start).IndexOf((byte)'\n');
            var end = length < 0 ? content.Length : start + length;
            ReadLine(content.AsMemory(start, end - start), file, line, contexts);
            start = end + 1;
        }

        return contexts;
    }

    private static void ReadLine(
        ReadOnlyMemory<byte> utf8, string file, int line, Dictionary<string, IReadOnlyList<PersonaMemMessage>> contexts)
    {
        if (utf8.Span.Trim(" \t\r"u8).IsEmpty)
        {
            return;
        }

        using var document = JsonCursor.Parse(utf8, file, line);
        foreach (var (id, list) in new JsonCursor(document.RootElement, file, "$", line).Properties())
        {
            var messages = list.Items().Select(m => new PersonaMemMessage(m.Get("role").Text(), m.Get("content").Text())).ToList();
            if (!contexts.TryAdd(id, messages))
            {
                throw list.Fault("is a context that another line has too");
            }
        }
    }
}
