using System.Text;

namespace OMem.Embeddings.Tokenization;

/// <summary>The text as the unigram vocabulary spells it.</summary>
internal static class CompatibleText
{
    private const char Separator = '\u2581';

    /// <summary>NFKC, each space replaced by the separator, and one before the first word. Empty text stays empty.</summary>
    public static string WithSeparators(string text)
    {
        var normalized = Normalize(text);
        return normalized.Length == 0 ? normalized : Separator + normalized.Replace(' ', Separator);
    }

    private static string Normalize(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        // The framework refuses lone surrogates. They neither compose nor decompose, so the parts between are normalised.
        var result = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            var length = WellFormedLength(rest);
            result.Append(rest[..length].ToString().Normalize(NormalizationForm.FormKC));
            rest = rest[length..];
            if (!rest.IsEmpty)
            {
                result.Append(rest[0]);
                rest = rest[1..];
            }
        }

        return result.ToString();
    }

    /// <summary>How many units come before the first lone surrogate.</summary>
    private static int WellFormedLength(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && Rune.DecodeFromUtf16(text[at..], out _, out var consumed) == System.Buffers.OperationStatus.Done)
        {
            at += consumed;
        }

        return at;
    }
}
