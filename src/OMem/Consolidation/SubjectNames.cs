using OMem.Text;

namespace OMem.Consolidation;

/// <summary>Brings "Alice's sister" together with "Alice's sister (Anna)" while only one sister has a name.</summary>
internal sealed class SubjectNames
{
    private readonly Dictionary<string, HashSet<string>> _named = new(StringComparer.Ordinal);
    private readonly HashSet<string> _subjects = new(StringComparer.Ordinal);
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Whether a word, in lower case, is part of a name that items are filed under.</summary>
    public bool IsName(string word) => _names.Contains(word);

    /// <summary>Notes a subject.</summary>
    public void Add(string subject)
    {
        if (!_subjects.Add(subject))
        {
            return;
        }

        foreach (var token in Tokenizer.Tokenize(subject).Where(token => char.IsUpper(subject[token.Start])))
        {
            _names.Add(token.Text);
        }

        var bare = Bare(subject);
        if (bare.Length < subject.Length)
        {
            if (!_named.TryGetValue(bare, out var names))
            {
                _named[bare] = names = new HashSet<string>(StringComparer.Ordinal);
            }

            names.Add(subject);
        }
    }

    /// <summary>The subject to file something under: the one named relative when no name was said, else as it is.</summary>
    public string Resolve(string subject) =>
        _named.TryGetValue(subject, out var names) && names.Count == 1 ? names.First() : subject;

    private static string Bare(string subject)
    {
        var open = subject.LastIndexOf(" (", StringComparison.Ordinal);
        return open > 0 && subject[^1] == ')' ? subject[..open] : subject;
    }
}
