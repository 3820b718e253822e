namespace Sentinel.Memory;

/// <summary>What a reflection has to keep.</summary>
internal static class ReflectionRules
{
    private const int MaxLength = 1_200;

    /// <exception cref="JournalException">It cites nothing, or what is not in the journal, or is too long.</exception>
    public static void Check(Reflection reflection, IJournal journal)
    {
        if (reflection.Cites.Count is 0)
        {
            throw new JournalException("A reflection has to cite entries of the journal.");
        }

        if (reflection.Text.Length is 0 or > MaxLength)
        {
            throw new JournalException($"A reflection has 1-{MaxLength} characters.");
        }

        foreach (var id in reflection.Cites)
        {
            if (journal.Find(id) is null)
            {
                throw new JournalException($"The reflection cites {Quoting.Escape(id)}, which is not in the journal.");
            }
        }
    }
}
