namespace OMem;

/// <summary>The rule every caller-given identifier (scope part, interaction id, session) has to keep.</summary>
internal static class Identifier
{
    /// <summary>Returns what is wrong with <paramref name="value"/>, or null when it may be used.</summary>
    public static string? Fault(string? value, int maxLength)
    {
        if (string.IsNullOrEmpty(value))
        {
            return "is empty";
        }

        if (value.Length > maxLength)
        {
            return $"has {value.Length} characters, the most is {maxLength}";
        }

        if (char.IsWhiteSpace(value[0]) || char.IsWhiteSpace(value[^1]))
        {
            return "starts or ends with white space";
        }

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (char.IsControl(c))
            {
                return $"has the control character U+{(int)c:X4} at position {i}";
            }

            if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c))
            {
                return $"has the lone surrogate U+{(int)c:X4} at position {i}";
            }
        }

        foreach (var segment in value.Split('/', '\\'))
        {
            if (segment is "..")
            {
                return "has the path segment '..'";
            }
        }

        return null;
    }
}
