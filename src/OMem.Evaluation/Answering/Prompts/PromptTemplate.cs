using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.AI;

namespace OMem.Evaluation;

/// <summary>A prompt kept as a versioned file: a system part, a line <c>===</c>, a user part with <c>{{places}}</c>.</summary>
internal sealed partial class PromptTemplate
{
    private const string Separator = "\n===\n";

    private readonly string _system;
    private readonly string _user;

    private PromptTemplate(string name, string text)
    {
        Name = name;
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var parts = text.Split(Separator, 2);
        (_system, _user) = (parts[0], parts[1].TrimEnd('\n'));
    }

    /// <summary>Its name with the version.</summary>
    public string Name { get; }

    /// <summary>SHA-256 of the file.</summary>
    public string Hash { get; }

    /// <summary>Loads a prompt of <c>Answering/Prompts</c>.</summary>
    public static PromptTemplate Load(string name)
    {
        var resource = $"OMem.Evaluation.Answering.Prompts.{name}.txt";
        using var stream = typeof(PromptTemplate).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The resource {resource} is missing.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new PromptTemplate(name, reader.ReadToEnd().ReplaceLineEndings("\n"));
    }

    /// <summary>The messages with the places filled. What is put in is never looked through for places.</summary>
    /// <exception cref="KeyNotFoundException">A place has no value.</exception>
    public IReadOnlyList<ChatMessage> Fill(IReadOnlyDictionary<string, string> values) =>
    [
        new(ChatRole.System, _system),
        new(ChatRole.User, Places().Replace(_user, place => values[place.Groups["name"].Value])),
    ];

    [GeneratedRegex(@"\{\{(?<name>[a-z_]+)\}\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Places();
}
