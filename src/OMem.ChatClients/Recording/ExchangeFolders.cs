namespace OMem.ChatClients;

/// <summary>Sees that the folders of exchanges can be used before anything is asked and paid for.</summary>
internal static class ExchangeFolders
{
    /// <exception cref="InvalidModelSettingsException">A folder is not there, or cannot be made.</exception>
    public static void Check(ChatModelsSettings settings)
    {
        if (settings is { ReplayFolder: { } replay, RecordFolder: null } && !Directory.Exists(replay))
        {
            throw new InvalidModelSettingsException([$"There is no folder '{replay}' to replay from. Record one first (--llm-record DIR)."]);
        }

        if (settings.RecordFolder is not { } record)
        {
            return;
        }

        try
        {
            Directory.CreateDirectory(record);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new InvalidModelSettingsException([$"The folder '{record}' to record in cannot be made: {fault.Message}"]);
        }
    }
}
