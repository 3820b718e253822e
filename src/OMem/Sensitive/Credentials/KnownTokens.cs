using System.Buffers;

namespace OMem.Sensitive.Credentials;

/// <summary>Finds keys and tokens that say by their first characters whose they are.</summary>
internal static class KnownTokens
{
    private const string Key = "api key", Token = "access token";

    /// <summary>In front the prefix, then the least number of characters after it. Longer prefixes stand before those they begin with.</summary>
    private static readonly Form[] Forms =
    [
        new("sk-ant-", 20, Key), new("sk-proj-", 20, Key), new("sk-", 20, Key), new("AIza", 30, Key), new("gsk_", 40, Key), new("pplx-", 40, Key), new("xai-", 40, Key),
        new("hf_", 30, Token), new("r8_", 30, Key), new("nvapi-", 40, Key),
        new("ghp_", 30, Token), new("gho_", 30, Token), new("ghu_", 30, Token), new("ghs_", 30, Token), new("ghr_", 30, Token), new("github_pat_", 40, Token), new("glpat-", 20, Token),
        new("npm_", 30, Token), new("pypi-", 50, Token), new("dckr_pat_", 20, Token), new("hvs.", 24, Token), new("tskey-", 20, Key),
        new("AKIA", 16, Key), new("ASIA", 16, Key), new("ya29.", 20, Token), new("dop_v1_", 40, Token), new("dapi", 32, Token),
        new("xoxb-", 20, Token), new("xoxp-", 20, Token), new("xoxa-", 20, Token), new("xoxr-", 20, Token), new("xoxs-", 20, Token), new("xapp-", 20, Token),
        new("hooks.slack.com/services/", 30, "webhook"), new("/api/webhooks/", 30, "webhook"),
        new("sk_live_", 16, Key), new("sk_test_", 16, Key), new("rk_live_", 16, Key), new("rk_test_", 16, Key), new("whsec_", 24, Key), new("sq0atp-", 20, Token), new("sq0csp-", 30, Key),
        new("shpat_", 30, Token), new("shpss_", 30, Key), new("SG.", 50, Key), new("key-", 32, Key), new("PMAK-", 40, Key),
        new("ntn_", 40, Token), new("lin_api_", 30, Key), new("figd_", 30, Token), new("ATATT3", 50, Token), new("AGE-SECRET-KEY-1", 50, "private key"),
    ];

    private static readonly SearchValues<string> Prefixes = SearchValues.Create([.. Forms.Select(static form => form.Prefix)], StringComparison.Ordinal);

    public static void Find(ReadOnlySpan<char> text, Findings findings)
    {
        var place = 0;
        while (place < text.Length && text[place..].IndexOfAny(Prefixes) is >= 0 and var hit)
        {
            var start = place + hit;
            place = start + 1;
            var form = FormAt(text[start..]);
            if (!char.IsAsciiLetter(form.Prefix[0]) || Characters.StartsHere(text, start))
            {
                var end = End(text, start + form.Prefix.Length);
                if (end - start - form.Prefix.Length >= form.Least && IsKey(text[(start + form.Prefix.Length)..end]))
                {
                    findings.Add(SensitiveKind.Credential, start, end, form.Label);
                }

                place = end;
            }
        }
    }

    /// <summary>A token of letters, digits and what stands between them; a full stop at its end is the sentence's.</summary>
    private static int End(ReadOnlySpan<char> text, int start)
    {
        var end = Characters.EndOf(text, start, Characters.WideToken);
        while (end > start && text[end - 1] is '.' or '-' or '_' or '/' or '~')
        {
            end--;
        }

        return end;
    }

    private static bool IsKey(ReadOnlySpan<char> rest) => TokenShape.IsRandom(rest) && !TokenShape.IsPlaceholder(rest);

    private static Form FormAt(ReadOnlySpan<char> text)
    {
        foreach (var form in Forms)
        {
            if (text.StartsWith(form.Prefix, StringComparison.Ordinal))
            {
                return form;
            }
        }

        throw new InvalidOperationException("A prefix was found that is none.");
    }

    private sealed record Form(string Prefix, int Least, string Label);
}
