using System.Security.Cryptography;
using System.Text;

namespace OMem.Prompts;

/// <summary>A prompt with its version.</summary>
/// <param name="Version">What stands in the ledger, for example <c>read.v2.3fa9c21b</c>: name, version and the first digits of the text's hash, so that any change shows.</param>
/// <param name="Text">The text, with places to fill as <c>{{name}}</c>.</param>
internal sealed record PromptFile(string Version, string Text)
{
    private const string Folder = "OMem.Prompts.";
    private const string Extension = ".md";
    private const int HashDigits = 8;

    /// <summary>The domain's own prompt of a name, else the shipped one (<c>Prompts/name.vN.md</c>, of which there is one).</summary>
    public static PromptFile Load(string name, MemoryDomain domain) => domain.Prompts.TryGetValue(name, out var own)
        ? new PromptFile($"{name}.own.{Hash(own)}", own)
        : Shipped(name);

    private static PromptFile Shipped(string name)
    {
        var assembly = typeof(PromptFile).Assembly;
        var resource = Array.Find(assembly.GetManifestResourceNames(), file => file.StartsWith($"{Folder}{name}.v", StringComparison.Ordinal))
            ?? throw new ArgumentException($"There is no prompt '{name}'.", nameof(name));
        using var stream = assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = reader.ReadToEnd().ReplaceLineEndings("\n");
        return new PromptFile($"{resource[Folder.Length..^Extension.Length]}.{Hash(text)}", text);
    }

    private static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashDigits];
}
