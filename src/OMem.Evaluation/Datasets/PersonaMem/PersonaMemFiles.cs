using System.Text;

namespace OMem.Evaluation;

/// <summary>One split of PersonaMem: its question rows and the contexts they refer to.</summary>
internal sealed record PersonaMemSplit(
    string QuestionFile, IReadOnlyList<PersonaMemRow> Rows, IReadOnlyDictionary<string, IReadOnlyList<PersonaMemMessage>> Contexts);

/// <summary>Finds and reads <c>questions_SPLIT.csv</c> with <c>shared_contexts_SPLIT.jsonl</c> beside it.</summary>
internal static class PersonaMemFiles
{
    public const string QuestionPrefix = "questions_";

    public static async Task<IReadOnlyList<PersonaMemSplit>> ReadAsync(DatasetFiles files, CancellationToken cancellationToken)
    {
        var splits = new List<PersonaMemSplit>();
        foreach (var questionFile in files.List(QuestionPrefix + "*.csv"))
        {
            var split = Path.GetFileNameWithoutExtension(questionFile);
            split = split.StartsWith(QuestionPrefix, StringComparison.Ordinal) ? split[QuestionPrefix.Length..] : split;
            var contextFile = Path.Combine(Path.GetDirectoryName(questionFile)!, $"shared_contexts_{split}.jsonl");
            if (!File.Exists(contextFile))
            {
                throw new InvalidDatasetException(Path.GetFileName(contextFile), "does not exist");
            }

            var contexts = PersonaMemContexts.Read(
                await files.ReadAsync(contextFile, cancellationToken).ConfigureAwait(false), Path.GetFileName(contextFile));
            var name = Path.GetFileName(questionFile);
            splits.Add(new PersonaMemSplit(name, Rows(await files.ReadAsync(questionFile, cancellationToken).ConfigureAwait(false), name), contexts));
        }

        return splits;
    }

    private static List<PersonaMemRow> Rows(byte[] content, string file)
    {
        try
        {
            var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(content);
            return PersonaMemRow.ReadAll(text.TrimStart('\uFEFF'), file);
        }
        catch (DecoderFallbackException e)
        {
            throw new InvalidDatasetException(file, "is not UTF-8", innerException: e);
        }
    }
}
