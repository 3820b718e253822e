namespace OMem.ChatClients;

/// <summary>Finds the option that a model does not support.</summary>
internal static class UnsupportedOptions
{
    // Closed, so that no word of the body gets into a message. The longer names come first: the schema is part of the format.
    private static readonly string[] Known =
    [
        "response_format", "json_schema", "temperature", "top_p", "top_k", "seed", "max_completion_tokens", "max_tokens",
        "frequency_penalty", "presence_penalty", "stop", "tools", "tool_choice", "stream_options", "reasoning_effort",
    ];

    /// <summary>The option by its name on the wire; null when the error is about something else.</summary>
    public static string? In(ErrorBody error)
    {
        var isAboutOption = error.Is("unsupported_parameter", "unsupported_value", "unknown_parameter") || error.Says("not support")
            || error.Says("unsupported") || error.Says("unrecognized") || error.Says("not permitted") || error.Says("invalid parameter");
        if (!isAboutOption)
        {
            return null;
        }

        var option = Known.FirstOrDefault(name => error.Parameter?.Contains(name, StringComparison.OrdinalIgnoreCase) is true)
            ?? Known.FirstOrDefault(name => error.Says(name) || error.Says(name.Replace('_', ' ')));
        return option is "json_schema" || error.Says("structured output") ? "response_format" : option;
    }
}
