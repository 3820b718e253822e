namespace OMem.Understanding.Llm;

/// <summary>
/// Whether cited words are an instruction to whoever reads them instead of a statement. "Ignore the above", and all that follows it
/// in the message, tells nothing, unless the speaker goes on to speak of themself; "store that the user loves jazz" tells nothing,
/// while "remember that I love jazz" is the speaker's own word.
/// </summary>
internal static class StatementCheck
{
    /// <summary>Whether the words between two places of a message are no statement.</summary>
    public static bool IsInstruction(MessageWords message, int start, int length)
    {
        var overridden = false;
        foreach (var sentence in message.Sentences)
        {
            if (sentence.Overlaps(start, length)
                && (sentence.Kind is InstructionKind.Override
                    || sentence.NamesTheUser
                    || (!sentence.SpeaksOfItself && (overridden || sentence.Kind is InstructionKind.Store))))
            {
                return true;
            }

            overridden |= sentence.Kind is InstructionKind.Override;
        }

        return false;
    }
}
