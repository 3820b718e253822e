using System.Security.Cryptography;
using System.Text;
using CsCheck;
using OMem.Encryption;

namespace OMem.Tests.Encryption;

public sealed class SealingTests
{
    [Fact]
    public void Seal_ManyTimes_NeverRepeatsANonce()
    {
        using var key = new SealingKey(RandomNumberGenerator.GetBytes(32));
        var nonces = new HashSet<string>(StringComparer.Ordinal);

        for (var i = 0; i < 200_000; i++)
        {
            nonces.Add(Convert.ToHexString(key.Seal([1], [2]).AsSpan(0, SealingKey.NonceBytes))).ShouldBeTrue();
        }
    }

    [Fact]
    public void Seal_AnyBytes_OpenToTheSame() => Gen.Select(Gen.Byte.Array[0, 600], Gen.Byte.Array[0, 60]).Sample((plain, bound) =>
    {
        using var key = new SealingKey(RandomNumberGenerator.GetBytes(32));
        var value = key.Seal(plain, bound);

        value.Length.ShouldBe(plain.Length + SealingKey.Overhead);
        key.Open(value, bound).ShouldBe(plain);
    });

    [Fact]
    public void Open_AnyByteChangedOrAnotherBinding_Refuses() =>
        Gen.Select(Gen.Byte.Array[0, 80], Gen.Byte.Array[0, 8], Gen.Int[0, 1_000_000], Gen.Int[1, 255]).Sample((plain, bound, at, change) =>
        {
            using var key = new SealingKey(RandomNumberGenerator.GetBytes(32));
            var value = key.Seal(plain, bound);
            byte[] changed = [.. value];
            changed[at % changed.Length] ^= (byte)change;

            key.Open(changed, bound).ShouldBeNull();
            key.Open(value, [.. bound, 1]).ShouldBeNull();
            key.Open(value.AsSpan(0, value.Length - 1), bound).ShouldBeNull();
            key.Open([], bound).ShouldBeNull();
        });

    /// <summary>A nonce repeats only with the same word of the same kind: else two words would be sealed under one nonce.</summary>
    [Fact]
    public void Token_OfManyWordsAndKinds_RepeatsANonceOnlyWithTheSameWord()
    {
        using var keys = Keys();
        var seen = new Dictionary<string, (TokenKind, string)>(StringComparer.Ordinal);

        for (var i = 0; i < 60_000; i++)
        {
            var (kind, word) = ((TokenKind)((i % 3) + 1), "w" + (i / 6));
            var token = keys.Token(kind, word);
            var nonce = token[..16];
            if (!seen.TryAdd(nonce, (kind, word)))
            {
                seen[nonce].ShouldBe((kind, word));
            }
        }

        seen.Count.ShouldBe(30_000);
    }

    [Fact]
    public void Token_AnyWord_IsTheSameEachTimeAndOpens() => Gen.String[0, 300].Where(IsWellFormed).Sample(word =>
    {
        using var keys = Keys();
        var token = keys.Token(TokenKind.Interaction, word);

        keys.Token(TokenKind.Interaction, word).ShouldBe(token);
        keys.Token(TokenKind.Derived, word).ShouldNotBe(token);
        keys.Word(TokenKind.Interaction, token).ShouldBe(word);
        Should.Throw<SealBrokenException>(() => keys.Word(TokenKind.Derived, token));
    });

    [Fact]
    public void Token_OfAnotherScope_DiffersAndDoesNotOpen()
    {
        using var one = Keys();
        using var other = Keys();

        other.Token(TokenKind.Subject, "Alice").ShouldNotBe(one.Token(TokenKind.Subject, "Alice"));
        Should.Throw<SealBrokenException>(() => other.Word(TokenKind.Subject, one.Token(TokenKind.Subject, "Alice")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("not base64 at all!")]
    [InlineData("AAAA")]
    public void Word_NoToken_Refuses(string token)
    {
        using var keys = Keys();

        Should.Throw<SealBrokenException>(() => keys.Word(TokenKind.Interaction, token));
    }

    [Fact]
    public void Pack_AnyFields_AreReadAsWritten() =>
        Gen.Select(Gen.String.Where(IsWellFormed).Null(), Gen.String.Where(IsWellFormed).Array[0, 9], Gen.Long, Gen.Int[0, int.MaxValue], Gen.Byte.Array).Sample((text, texts, number, count, rest) =>
        {
            using var pack = new Pack().Add(text).Add(texts).Add(number).AddCount(count).Add((byte)7).AddRest(rest);
            var reader = new PackReader(pack.Written);

            reader.TextOrNull(new NamePool()).ShouldBe(text);
            reader.Texts().ShouldBe(texts);
            reader.Int64().ShouldBe(number);
            reader.Count().ShouldBe(count);
            reader.Byte().ShouldBe((byte)7);
            reader.Rest.ToArray().ShouldBe(rest);
        });

    [Fact]
    public void Pack_LoneSurrogate_IsRefused()
    {
        using var pack = new Pack();

        Should.Throw<ArgumentException>(() => pack.Add("a\uD800"));
    }

    [Fact]
    public void NamePool_SameBytes_GiveTheSameString()
    {
        var pool = new NamePool();

        pool.Get("Zoë"u8).ShouldBeSameAs(pool.Get("Zoë"u8));
        pool.Get(Encoding.UTF8.GetBytes(new string('x', 500))).Length.ShouldBe(500);
        pool.Get([]).ShouldBe("");
    }

    [Fact]
    public void Keys_DisposedWhileShared_LiveUntilTheLastUser()
    {
        var keys = Keys();
        keys.TryShare().ShouldBeTrue();

        keys.Dispose();

        keys.Word(TokenKind.Subject, keys.Token(TokenKind.Subject, "Alice")).ShouldBe("Alice");
        keys.Dispose();
        keys.TryShare().ShouldBeFalse();
    }

    [Fact]
    public void Cache_MoreScopesThanItHolds_LetsGoOfTheLeastUsed()
    {
        using var cache = new KeyCache(2);
        MemoryScope[] scopes = [new("t", "a"), new("t", "b"), new("t", "c")];
        foreach (var scope in scopes)
        {
            cache.Put(scope, Keys()).Dispose();
            cache.Find(scopes[0])!.Dispose();
        }

        cache.Find(scopes[1]).ShouldBeNull();
        cache.Find(scopes[0]).ShouldNotBeNull().Dispose();
        cache.Find(scopes[2]).ShouldNotBeNull().Dispose();
    }

    private static ScopeKeys Keys() => new(RandomNumberGenerator.GetBytes(32), "k");

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
