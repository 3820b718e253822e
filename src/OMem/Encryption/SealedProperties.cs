using System.Collections.ObjectModel;

namespace OMem.Encryption;

/// <summary>Properties as the store is given them: names in the clear, values sealed and bound to their name.</summary>
internal static class SealedProperties
{
    public static string Seal(ScopeKeys keys, string name, string value)
    {
        using var plain = new Pack().Add(value);
        using var bound = Bound(name);
        return keys.SealText(plain.Written, bound);
    }

    public static ReadOnlyDictionary<string, string> Open(ScopeKeys keys, IReadOnlyDictionary<string, string> properties) => Map(properties, (name, value) =>
    {
        using var bound = Bound(name);
        return new PackReader(keys.OpenText(value, bound, What(name))).Text();
    });

    /// <summary>Those of the whole store; the mark of the seal itself is left out.</summary>
    public static ReadOnlyDictionary<string, string> Open(StoreKeys keys, IReadOnlyDictionary<string, string> properties)
    {
        try
        {
            return Map(properties, keys.OpenProperty);
        }
        catch (SealBrokenException fault)
        {
            throw ScopeReading.Corrupt(fault);
        }
    }

    public static string What(string name) => $"The property '{name}'";

    private static ReadOnlyDictionary<string, string> Map(IReadOnlyDictionary<string, string> properties, Func<string, string, string> open)
    {
        var opened = new OrderedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in properties)
        {
            if (name is not EncryptionMark.PropertyName)
            {
                opened.Add(name, open(name, value));
            }
        }

        return new ReadOnlyDictionary<string, string>(opened);
    }

    private static Pack Bound(string name) => new Pack().Add((byte)FieldKind.Property).Add(name);
}
