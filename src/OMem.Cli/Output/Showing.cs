using System.Text.Json.Serialization.Metadata;
using OMem.Cli.Hosting;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Shows a value the way it was asked for.</summary>
internal static class Showing
{
    /// <summary>Writes the value as JSON with <c>--json</c>, and draws it without.</summary>
    /// <param name="context">The command.</param>
    /// <param name="value">What to show.</param>
    /// <param name="json">Its place among what <c>--json</c> writes; asked for only then, because JSON costs start-up time.</param>
    /// <param name="draw">Draws it on the console for data.</param>
    public static void Show<T>(this CommandContext context, T value, Func<OutputJson, JsonTypeInfo<T>> json, Action<IAnsiConsole, T> draw)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(draw);
        if (context.Json)
        {
            JsonText.Write(context.Host.Out, value, json(OutputJson.Readable));
        }
        else
        {
            draw(context.Out, value);
        }
    }
}
