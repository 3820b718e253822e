using System.Collections.Frozen;
using OMem.Text;
using OMem.Understanding.Lexicon;
using OMem.Understanding.Prose;

namespace OMem.Understanding.Llm;

/// <summary>The words of one message, for checking what a model says of it. Made once for each message of a call.</summary>
internal sealed class MessageWords
{
    private static readonly FrozenSet<string> FirstPerson = WordSet.Of(
        "i me my mine myself we us our ours ourselves i'm i've i'll i'd we're we've we'll we'd im ive");

    private static readonly FrozenSet<string> Answering = WordSet.Of("yes yeah yep yup sure right exactly true indeed definitely absolutely correct no nope nah not never same");

    private readonly HashSet<string> _stems;
    private readonly HashSet<string> _quotedStems;
    private readonly bool[] _quoted;

    public MessageWords(StoredInteraction stored)
    {
        Stored = stored;
        var caption = stored.Interaction.Metadata.GetValueOrDefault("caption");
        Tokens = Tokenizer.Tokenize(stored.Interaction.Text);
        Words = Tokens.Select(static token => token.Text).Concat(Tokenizer.Tokenize(caption ?? string.Empty).Select(static token => token.Text)).ToHashSet(StringComparer.Ordinal);
        _quoted = ProseMask.Of(stored.Interaction.Text);
        _quotedStems = Tokens.Where(token => _quoted[token.Start]).Select(static token => PorterStemmer.Stem(token.Text)).ToHashSet(StringComparer.Ordinal);
        _stems = Tokens.Where(token => !_quoted[token.Start]).Concat(Tokenizer.Tokenize(caption ?? string.Empty)).Select(static token => PorterStemmer.Stem(token.Text)).ToHashSet(StringComparer.Ordinal);
        Sentences = InstructionSentences.Of(stored.Interaction.Text, Tokens);
    }

    /// <summary>The message.</summary>
    public StoredInteraction Stored { get; }

    /// <summary>Words of the text, in order.</summary>
    public List<Token> Tokens { get; }

    /// <summary>Distinct words of text and image description, in lower case.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>Its sentences and whether they are instructions.</summary>
    public IReadOnlyList<InstructionSentence> Sentences { get; }

    /// <summary>Whether it instructs whoever reads it.</summary>
    public bool Instructs => Sentences.Any(static sentence => sentence.Kind is not InstructionKind.None);

    /// <summary>Whether a stem occurs in what is not quoted.</summary>
    public bool HasStem(string stem) => _stems.Contains(stem);

    /// <summary>Whether a stem occurs, but in quoted words alone.</summary>
    public bool IsOnlyQuoted(string stem) => _quotedStems.Contains(stem) && !_stems.Contains(stem);

    /// <summary>Whether every word of a span is quoted: code, a quotation, a line of another party.</summary>
    public bool IsQuoted(int start, int length) => !_quoted.AsSpan(start, length).Contains(false);

    /// <summary>Whether the words of a span speak of the speaker, or answer what was said before.</summary>
    public bool Answers(int start, int length) => Sentences.Where(sentence => sentence.Overlaps(start, length))
        .SelectMany(sentence => Tokens.Skip(sentence.FirstToken).Take(sentence.EndToken - sentence.FirstToken))
        .Any(token => !_quoted[token.Start] && (Answering.Contains(token.Text) || FirstPerson.Contains(token.Text)));

    /// <summary>Whether a word is of the first person.</summary>
    public static bool IsFirstPerson(string word) => FirstPerson.Contains(word);
}
