using OMem.Storage;

namespace OMem.Encryption;

/// <summary>Log and index rows as the store is given them: the id a token, everything said in one sealed text, everything a search needs in one sealed blob.</summary>
/// <remarks>
/// In the clear stay times, role, trust, model and dimensions. The text is bound to id, role and times; what a search needs to the same, by a short name
/// of the row that stands where the speaker would and follows from the id. So no value opens in another row.
/// </remarks>
internal static class SealedInteractions
{
    private static readonly IReadOnlyDictionary<string, string> NoMetadata = new Dictionary<string, string>(StringComparer.Ordinal).AsReadOnly();

    public static AppendRow Seal(ScopeKeys keys, AppendRow row)
    {
        var given = row.Interaction;
        var tag = keys.RowTag(given.Id);
        using var plain = new Pack().Add(given.Speaker).Add(given.Session).Add(given.Text).AddCount(given.Metadata.Count);
        foreach (var (key, value) in given.Metadata.OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            plain.Add(key).Add(value);
        }

        using var bound = Bound(FieldKind.InteractionText, given.Id, given, row.RecordedAt);
        return row with
        {
            Interaction = given with
            {
                Id = keys.Token(TokenKind.Interaction, given.Id),
                Speaker = tag,
                Session = null,
                Text = keys.SealText(plain.Written, bound),
                Metadata = NoMetadata,
            },
            ContentHash = keys.Hash(row.ContentHash.Span),
            Index = SealIndex(keys, given, row.RecordedAt, row.Index),
        };
    }

    /// <summary>Seals new index data of an interaction that is in the log.</summary>
    public static IndexData SealIndex(ScopeKeys keys, Interaction given, DateTimeOffset recordedAt, IndexData index)
    {
        var tag = keys.RowTag(given.Id);
        using var terms = new Pack().Add(given.Speaker).Add(given.Session).AddCount(given.Text.Length).AddCount(index.Vector.Length).AddRest(index.Terms.Span);
        using var termsBound = Bound(FieldKind.InteractionTerms, tag, given, recordedAt);
        using var vectorBound = Bound(FieldKind.InteractionVector, tag, given, recordedAt);
        return index with
        {
            Terms = keys.Seal(terms.Written, termsBound),
            Vector = index.Vector.IsEmpty ? index.Vector : keys.Seal(index.Vector.Span, vectorBound),
        };
    }

    public static StoredInteraction Open(ScopeKeys keys, StoredInteraction stored, NamePool pool)
    {
        var row = stored.Interaction;
        var id = keys.Word(TokenKind.Interaction, row.Id);
        if (!string.Equals(row.Speaker, keys.RowTag(id), StringComparison.Ordinal))
        {
            throw new SealBrokenException(At(stored.Sequence, "The row"));
        }

        using var bound = Bound(FieldKind.InteractionText, id, row, stored.RecordedAt);
        var reader = new PackReader(keys.OpenText(row.Text, bound, At(stored.Sequence, "The text")));
        return stored with
        {
            Interaction = row with
            {
                Id = id,
                Speaker = reader.Text(pool),
                Session = reader.TextOrNull(pool),
                Text = reader.Text(),
                Metadata = Metadata(ref reader, pool),
            },
        };
    }

    public static LogRow Open(ScopeKeys keys, LogRow row, NamePool pool)
    {
        var sealedRow = row.Stored.Interaction;
        var (_, _, _, index) = OpenIndex(keys, row.Stored.Sequence, sealedRow.Speaker, sealedRow, row.Stored.RecordedAt, row.Index, pool);
        return new LogRow(Open(keys, row.Stored, pool), index);
    }

    public static IndexEntry Open(ScopeKeys keys, IndexEntry entry, NamePool pool)
    {
        var row = new RowFields(entry.Role, entry.OccurredAt);
        var (speaker, session, length, index) = OpenIndex(keys, entry.Sequence, entry.Speaker, row, entry.RecordedAt, entry.Index, pool);
        return entry with { Speaker = speaker, Session = session, TextLength = length, Index = index };
    }

    private static (string Speaker, string? Session, int TextLength, IndexData Index) OpenIndex(
        ScopeKeys keys, long sequence, string tag, RowFields row, DateTimeOffset recordedAt, IndexData index, NamePool pool)
    {
        using var termsBound = Bound(FieldKind.InteractionTerms, tag, row, recordedAt);
        var reader = new PackReader(keys.Open(index.Terms.Span, termsBound, At(sequence, "The search terms")));
        var (speaker, session, length, vectorLength) = (reader.Text(pool), reader.TextOrNull(pool), reader.Count(), reader.Count());
        var vector = index.Vector;
        if (vectorLength > 0)
        {
            using var vectorBound = Bound(FieldKind.InteractionVector, tag, row, recordedAt);
            vector = keys.Open(vector.Span, vectorBound, At(sequence, "The vector"));
        }

        return vector.Length == vectorLength
            ? (speaker, session, length, index with { Terms = reader.Rest.ToArray(), Vector = vector })
            : throw new SealBrokenException(At(sequence, "The vector"));
    }

    private static IReadOnlyDictionary<string, string> Metadata(ref PackReader reader, NamePool pool)
    {
        var count = reader.Count();
        if (count == 0)
        {
            return NoMetadata;
        }

        var metadata = new Dictionary<string, string>(count, StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            metadata.Add(reader.Text(pool), reader.Text());
        }

        return metadata.AsReadOnly();
    }

    private static Pack Bound(FieldKind kind, string name, RowFields row, DateTimeOffset recordedAt) =>
        new Pack().Add((byte)kind).Add(name).Add((byte)row.Role).Add(row.OccurredAt).Add(recordedAt);

    private static string At(long sequence, string what) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{what} of the interaction at position {sequence}");

    /// <summary>What of a row stays in the clear and is bound to what is sealed.</summary>
    private readonly record struct RowFields(SpeakerRole Role, DateTimeOffset OccurredAt)
    {
        public static implicit operator RowFields(Interaction row) => new(row.Role, row.OccurredAt);
    }
}
