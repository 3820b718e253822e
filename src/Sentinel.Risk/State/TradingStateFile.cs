using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sentinel.Risk;

/// <summary>Keeps the state in a file that appears whole or not at all. A file that cannot be read means a full stop, never open trading.</summary>
public sealed class TradingStateFile(string path)
{
    /// <summary>The kept state; open when there is no file yet.</summary>
    public TradingState Read()
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(path), TradingStateJson.Default.TradingState) is { } state && Enum.IsDefined(state.KillSwitch)
                ? state
                : Unreadable("it holds no state");
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return TradingState.Open;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            return Unreadable(fault.GetType().Name);
        }
    }

    /// <summary>Keeps a state; durable when this returns.</summary>
    public void Write(TradingState state)
    {
        var temporary = path + ".tmp";
        using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            JsonSerializer.Serialize(stream, state, TradingStateJson.Default.TradingState);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private static TradingState Unreadable(string why) =>
        new() { KillSwitch = KillSwitchMode.FullStop, SetBy = GateCodes.StateUnknown, Reason = $"the file of the kill switch cannot be read: {why}" };
}

[JsonSourceGenerationOptions(UseStringEnumConverter = true, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(TradingState))]
internal sealed partial class TradingStateJson : JsonSerializerContext;
