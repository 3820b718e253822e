using OMem.Cli.Encryption;
using Spectre.Console;

namespace OMem.Cli.Output;

/// <summary>Draws keys: their ids, never themselves.</summary>
internal static class KeyView
{
    /// <summary>Draws what a store needs and what is given.</summary>
    public static void Write(IAnsiConsole console, KeyStatus status)
    {
        ArgumentNullException.ThrowIfNull(console);
        ArgumentNullException.ThrowIfNull(status);
        var rows = new PairTable()
            .Add("store", status.Store)
            .Add("key ring", status.DataKeys.Count == 0 ? $"none at {status.Ring}: the store is not encrypted" : status.Ring)
            .Add("keys given", status.Given.Count == 0 ? "none" : $"{string.Join(", ", status.Given)} from {status.Origin}");
        foreach (var use in status.DataKeys)
        {
            var isMissing = status.Missing.Contains(use.MasterKeyId, StringComparer.Ordinal);
            var note = isMissing ? ", which is not given" : status.Given.Count > 0 && use.MasterKeyId != status.Given[0] ? ": 'omem key rotate' brings them under the newest" : "";
            rows.Add("data keys", $"{PairTable.Count(use.DataKeys)} under {use.MasterKeyId}{note}", isMissing ? "red" : note.Length > 0 ? "yellow" : null);
        }

        if (status.Destroyed > 0)
        {
            rows.Add("erases broken off", $"{PairTable.Count(status.Destroyed)}: the next use of the store finishes them", "yellow");
        }

        console.Write(rows.Table);
    }

    /// <summary>Draws what became of a key file.</summary>
    public static void Write(IAnsiConsole console, NewKeyOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Line(console, $"{output.File} now has the key {output.KeyIds[0]}{(output.KeyIds.Count > 1 ? $", above {string.Join(", ", output.KeyIds.Skip(1))}" : "")}.");
        Line(console, output.KeyIds.Count > 1
            ? "Next: 'omem key rotate' brings every data key under it; then the older line may go."
            : "Keep a copy apart from the store: who loses it loses the memory. Use it with --key-file or OMEM_KEY_FILE.");
    }

    /// <summary>Draws what a rotation did.</summary>
    public static void Write(IAnsiConsole console, RotateOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Line(console, output.Rewrapped == 0
            ? $"Every data key is under {output.MasterKeyId} already."
            : $"{PairTable.Count(output.Rewrapped)} data keys are now under {output.MasterKeyId}. This store needs no older key any more; copies of the key ring from before still do.");
    }

    /// <summary>Draws what a copy did.</summary>
    public static void Write(IAnsiConsole console, StoreCopyOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Line(console, $"Copied {PairTable.Count(output.Copied)} {(output.Copied == 1 ? "scope" : "scopes")} ({PairTable.Count(output.AlreadyThere)} were there already) to {output.To}, "
            + $"{(output.MasterKeyId is { } key ? $"encrypted under {key}" : "not encrypted")}; {PairTable.Count(output.Interactions)} messages, compared and equal.");
        Line(console, $"{output.From} was not changed and still holds everything. When the new one has proved itself, delete it and its copies.");
    }

    private static void Line(IAnsiConsole console, string text)
    {
        ArgumentNullException.ThrowIfNull(console);
        console.Profile.Out.Writer.Write(SafeText.Block(text) + "\n");
    }
}
