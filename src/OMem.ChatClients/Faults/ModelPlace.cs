namespace OMem.ChatClients;

/// <summary>The endpoint and model that a fault is about, as they are named in its message.</summary>
/// <param name="Endpoint">The address without user, query and fragment; <c>the endpoint</c> when it is not known.</param>
/// <param name="Model">For example <c>model 'gpt-5'</c>; <c>the model</c> when it is not known.</param>
internal sealed record ModelPlace(string Endpoint, string Model)
{
    /// <summary>What to do about a key that is not accepted.</summary>
    public string KeyAdvice { get; private init; } = "Check the key.";

    public static ModelPlace Unknown { get; } = new("The endpoint", "the model");

    public static ModelPlace Of(ResolvedModel model) => Of(model.Endpoint, model.Model) with
    {
        KeyAdvice = model.HasKey ? $"Check the key in {model.KeyVariable}." : $"No key is set: put it into {model.KeyVariable}.",
    };

    public static ModelPlace Of(Uri? endpoint, string? model) => new(
        endpoint is null ? Unknown.Endpoint : endpoint.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped),
        string.IsNullOrEmpty(model) ? Unknown.Model : $"model '{model}'");
}
