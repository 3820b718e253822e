using System.Globalization;

namespace OMem.Trust;

/// <summary>Why something is held back, and what would release it, in words a person understands.</summary>
internal static class HeldWords
{
    /// <summary>"said by an assistant and a document only".</summary>
    public static string Reason(IEnumerable<SpeakerRole> roles)
    {
        string[] parties = [.. roles.Distinct().Order().Select(Party)];
        return parties.Length == 0 ? "held back: nobody who can vouch for it said so" : $"held back: said by {string.Join(" and ", parties)} only";
    }

    /// <summary>What would release it.</summary>
    /// <param name="roles">Who said it.</param>
    /// <param name="isContradicted">Whether something that is believed speaks against it.</param>
    /// <param name="needed">How many independent sources have to agree.</param>
    public static string Needs(IEnumerable<SpeakerRole> roles, bool isContradicted, int needed)
    {
        const string Person = "the person says the same, or it is confirmed";
        if (isContradicted)
        {
            return $"{Person}: it contradicts what is believed";
        }

        var said = roles.Count(SourceRules.CanCorroborate);
        return said == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{Person}; or {needed} independent sources other than assistants say it")
            : string.Create(CultureInfo.InvariantCulture, $"{Person}; or {needed} independent sources say it, each another speaker in another session");
    }

    private static string Party(SpeakerRole role) => role switch
    {
        SpeakerRole.Person => "a person who is not vouched for",
        SpeakerRole.Assistant => "an assistant",
        SpeakerRole.Tool => "a tool",
        SpeakerRole.Document => "a document",
        SpeakerRole.Feed => "a feed",
        _ => "another source",
    };
}
