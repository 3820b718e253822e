using System.Runtime.CompilerServices;
using OMem.Cli.Hosting;
using OMem.Evaluation;

namespace OMem.Cli.Import;

/// <summary>Reads the messages of LoCoMo-layout conversations from a file or a folder; the questions are left alone.</summary>
internal static class LoCoMoImporter
{
    /// <summary>The value of <c>--conversation</c> that takes every conversation.</summary>
    public const string All = "all";

    /// <summary>Reads the wanted conversation.</summary>
    /// <exception cref="UsageException">There are several and none was chosen, or the chosen one is not there.</exception>
    public static async IAsyncEnumerable<ImportedItem> ReadAsync(
        string path, ImportOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        EvaluationDataset dataset;
        try
        {
            dataset = await LoCoMoReader.ReadAsync(path, cancellationToken);
        }
        catch (InvalidDatasetException fault)
        {
            throw new UsageException(fault.Message, fault);
        }

        foreach (var conversation in Choose(dataset.Conversations, options.Conversation))
        {
            foreach (var interaction in conversation.Interactions)
            {
                yield return new ImportedItem($"message {interaction.Id}", interaction, null);
            }
        }
    }

    private static IReadOnlyList<EvaluationConversation> Choose(IReadOnlyList<EvaluationConversation> conversations, string? wanted)
    {
        if (wanted is All || (wanted is null && conversations.Count == 1))
        {
            return conversations;
        }

        var names = string.Join(", ", conversations.Select(conversation => conversation.Id));
        return wanted is null
            ? throw new UsageException(
                $"The input holds {conversations.Count} conversations ({names}), each about other people. Choose one with --conversation ID, or take them into one memory with --conversation {All}.")
            : conversations.FirstOrDefault(conversation => string.Equals(conversation.Id, wanted, StringComparison.Ordinal)) is { } found
                ? [found]
                : throw new UsageException($"There is no conversation '{wanted}' in the input; there are {names}.");
    }
}
