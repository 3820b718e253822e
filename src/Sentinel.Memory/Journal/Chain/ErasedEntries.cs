namespace Sentinel.Memory;

/// <summary>Entries without content. Each has to be named by a later entry that says it was forgotten; else somebody else took the content out.</summary>
internal sealed class ErasedEntries
{
    public const string Fault = "its content is missing and nothing says that it was forgotten";

    private readonly Dictionary<string, EntryLine> _open = new(StringComparer.Ordinal);

    /// <summary>The first that nobody forgot.</summary>
    public EntryLine? First => _open.Count is 0 ? null : _open.Values.MinBy(entry => entry.Seq);

    public void Take(EntryLine entry, ReadOnlySpan<byte> line)
    {
        if (entry.IsErased(line))
        {
            _open[entry.Id] = entry;
        }
        else if (entry.Kind is JournalKind.Forgotten && _open.Count > 0 && entry.ToEntry(line).Payload is Forgotten forgotten)
        {
            foreach (var id in forgotten.Ids)
            {
                _open.Remove(id);
            }
        }
    }
}
