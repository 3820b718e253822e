using OMem.Understanding.Grammar;
using OMem.Understanding.Prose;

namespace OMem.Tests.Understanding.Grammar;

/// <summary>Clauses of a text, for tests of the grammar.</summary>
internal static class Clauses
{
    public static Sentence Sentence(string text) => ProseReader.Read(text)[0];

    public static Clause[] Of(string text) => [.. ProseReader.Read(text).SelectMany(ClauseReader.Read)];

    public static Clause First(string text) => Of(text)[0];

    public static VerbGroup Verb(string text) => First(text).Verb.ShouldNotBeNull();

    /// <summary>The words of each clause, lower case.</summary>
    public static string[] Texts(string text) => [.. Of(text).Select(clause => Phrase.Text(clause.Sentence, clause.First, clause.End))];
}
