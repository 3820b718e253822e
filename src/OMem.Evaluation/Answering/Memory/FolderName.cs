using System.Security.Cryptography;
using System.Text;

namespace OMem.Evaluation;

/// <summary>Names of folders for ids of a data set, which may hold anything.</summary>
internal static class FolderName
{
    private const int Readable = 24;
    private const int HashDigits = 12;

    /// <summary>The id's plain characters and a piece of its hash, so that no two ids share a folder.</summary>
    public static string Of(string id)
    {
        var plain = new string([.. id.Take(Readable).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-')]);
        return $"{plain}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..HashDigits]}";
    }
}
