using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace OMem.LoopbackModel.Protocol;

/// <summary>How an answer ended.</summary>
internal enum AnswerEnd
{
    Stop = 0,
    Length = 1,
    ContentFilter = 2,
    Refusal = 3,
}

/// <summary>What is answered.</summary>
/// <param name="Text">The words.</param>
/// <param name="End">How it ended.</param>
/// <param name="Breaks">Whether the connection breaks in the middle.</param>
/// <param name="Fails">Whether an error ends the stream in the middle.</param>
internal sealed record LoopbackAnswer(string Text, AnswerEnd End, bool Breaks = false, bool Fails = false)
{
    public int Tokens => LoopbackTokens.Count(Text);

    /// <summary>The words in pieces, as they are streamed; half of them when the connection breaks.</summary>
    public IEnumerable<string> Pieces()
    {
        const int Piece = 24;
        var text = Breaks || Fails ? Text[..(Text.Length / 2)] : Text;
        for (var at = 0; at < text.Length;)
        {
            var length = Math.Min(Piece, text.Length - at);
            length += at + length < text.Length && char.IsHighSurrogate(text[at + length - 1]) ? 1 : 0;
            yield return text.Substring(at, length);
            at += length;
        }
    }
}

/// <summary>The words of one API on the wire.</summary>
internal abstract class ModelProtocol
{
    /// <summary>Reads a request.</summary>
    public abstract LoopbackRequest Read(JsonElement body, long number);

    /// <summary>Writes an answer at once.</summary>
    public abstract Task WriteAsync(HttpContext context, LoopbackRequest request, LoopbackAnswer answer, bool usage);

    /// <summary>Writes an answer in pieces.</summary>
    public abstract Task StreamAsync(HttpContext context, LoopbackRequest request, LoopbackAnswer answer, bool usage);

    /// <summary>Writes an error.</summary>
    public abstract Task WriteErrorAsync(HttpContext context, int status, string type, string? code, string message);

    /// <summary>Writes the models known.</summary>
    public abstract Task WriteModelsAsync(HttpContext context, IReadOnlyList<string> models);

    /// <summary>What stands where a message's text stands: a text, or parts of which the text counts.</summary>
    protected static string TextOf(JsonElement message) => !message.TryGetProperty("content", out var content) ? "" : content.ValueKind switch
    {
        JsonValueKind.String => content.GetString()!,
        JsonValueKind.Array => string.Join('\n', content.EnumerateArray()
            .Where(part => part.TryGetProperty("text", out _)).Select(part => part.GetProperty("text").GetString())),
        _ => "",
    };

    /// <summary>The messages of a request.</summary>
    protected static List<LoopbackMessage> MessagesOf(JsonElement body) =>
        [.. body.GetProperty("messages").EnumerateArray().Select(message => new LoopbackMessage(message.GetProperty("role").GetString()!, TextOf(message)))];
}
