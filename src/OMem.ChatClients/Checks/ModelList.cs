using System.Text.Json;

namespace OMem.ChatClients;

/// <summary>The models an endpoint lists.</summary>
internal static class ModelList
{
    private const string OllamaDefaultTag = ":latest";

    /// <summary>Whether the model is listed; null when the endpoint lists none.</summary>
    /// <exception cref="ModelException">The endpoint cannot be reached or does not accept the key.</exception>
    public static async Task<bool?> ContainsAsync(HttpClient http, ResolvedModel model, CancellationToken cancellationToken)
    {
        var about = ModelPlace.Of(model);
        try
        {
            using var response = await http.GetAsync(
                new Uri(model.Provider is ModelProvider.Ollama ? "api/tags" : "models", UriKind.Relative), cancellationToken).ConfigureAwait(false);
            using var document = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false));
            var names = Names(document.RootElement).ToList();
            return names.Count == 0 ? null : names.Exists(name => IsSame(name, model.Model));
        }
        catch (JsonException)
        {
            return null;
        }
        catch (ModelException fault) when (fault.Fault is ModelFault.Rejected)
        {
            // Not every endpoint lists its models; what matters is whether it answers.
            return null;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException)
        {
            throw ModelFaults.Of(fault, about, TimeProvider.System)!;
        }
    }

    private static IEnumerable<string> Names(JsonElement root)
    {
        if (root.ValueKind is not JsonValueKind.Object || !(root.TryGetProperty("data", out var list) || root.TryGetProperty("models", out list)) || list.ValueKind is not JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var item in list.EnumerateArray().Where(item => item.ValueKind is JsonValueKind.Object))
        {
            if ((item.TryGetProperty("id", out var name) || item.TryGetProperty("name", out name)) && name.ValueKind is JsonValueKind.String)
            {
                yield return name.GetString()!;
            }
        }
    }

    private static bool IsSame(string listed, string asked) =>
        string.Equals(listed, asked, StringComparison.Ordinal) || string.Equals(listed, asked + OllamaDefaultTag, StringComparison.Ordinal);
}
