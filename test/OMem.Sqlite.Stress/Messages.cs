using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace OMem.Sqlite.Stress;

/// <summary>Messages that tell by their id what they have to contain.</summary>
internal static class Messages
{
    public static readonly DateTimeOffset Start = new(2024, 1, 1, 8, 0, 0, TimeSpan.FromHours(1));

    public static string Id(string process, int writer, int message) =>
        string.Create(CultureInfo.InvariantCulture, $"{process}-w{writer}-m{message}");

    /// <summary>The scope of a writer: two scopes, shared by all processes.</summary>
    public static MemoryScope Scope(int writer) => new("stress", writer % 2 == 0 ? "even" : "odd");

    public static string Text(string id) => $"This is what {id} said: " + Convert.ToHexStringLower(Digest(id)) + new string('.', Digest(id)[0]);

    /// <summary>A row as the engine would write it: about 250 bytes of terms and an int8 vector of 384 dimensions.</summary>
    public static AppendRow Row(string id)
    {
        var digest = Digest(id);
        var terms = new byte[250];
        var vector = new byte[392];
        for (var i = 0; i < vector.Length; i++)
        {
            vector[i] = digest[i % digest.Length];
            terms[i % terms.Length] = (byte)(digest[(i * 7) % digest.Length] + i);
        }

        var interaction = new Interaction { Id = id, Speaker = digest[0] % 2 == 0 ? "Alice" : "Bob", Text = Text(id), OccurredAt = Start.AddSeconds(digest[1]), Session = "s1" };
        return new AppendRow(interaction, digest, Start, new IndexData(terms, vector, "stress-model@int8", 384));
    }

    private static byte[] Digest(string id) => SHA256.HashData(Encoding.UTF8.GetBytes(id));
}
