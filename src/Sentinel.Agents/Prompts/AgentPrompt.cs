using System.Security.Cryptography;
using System.Text;

namespace Sentinel.Agents.Prompts;

/// <summary>A prompt with its version: a file of this assembly.</summary>
/// <param name="Version">Name, version and the first digits of the text's hash ("decide.v1.3fa9c21b"), so that any change shows.</param>
/// <param name="Text">The text.</param>
/// <param name="Hash">SHA-256 of the text, hex.</param>
internal sealed record AgentPrompt(string Version, string Text, string Hash)
{
    private const string Current = "v1";
    private const int HashDigits = 8;

    /// <summary>The shipped prompt of a name (<c>Prompts/name.v1.md</c>).</summary>
    public static AgentPrompt Load(string name)
    {
        var resource = $"Sentinel.Agents.Prompts.{name}.{Current}.md";
        using var stream = typeof(AgentPrompt).Assembly.GetManifestResourceStream(resource) ?? throw new ArgumentException($"There is no prompt '{resource}'.", nameof(name));
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new AgentPrompt($"{name}.{Current}.{hash[..HashDigits]}", text, hash);
    }
}
