namespace Sentinel.Persona;

/// <summary>What kinds of tokens decentralised exchanges swap, by name: a list of what is widely known, and patterns of pool and deposit tokens.</summary>
internal static class DexTokens
{
    private static readonly HashSet<string> Stable = new(StringComparer.OrdinalIgnoreCase)
    {
        "USDC", "USDT", "DAI", "TUSD", "BUSD", "USDP", "PAX", "GUSD", "LUSD", "FRAX", "MIM", "sUSD", "USDN", "UST", "USDD", "DOLA", "alUSD", "crvUSD", "HUSD", "USDK",
        "MUSD", "RSV", "EURS", "FEI", "USDe", "USDM", "BEAN", "FPI", "GHO", "anyUSDT", "anyUSDC", "anyDAI", "anyMIM",
    };

    private static readonly HashSet<string> Accruing = new(StringComparer.OrdinalIgnoreCase) { "wstETH", "rETH", "cbETH", "sfrxETH" };

    private static readonly Dictionary<string, string> Underlying = new(StringComparer.OrdinalIgnoreCase)
    {
        ["WETH"] = "ETH", ["stETH"] = "ETH", ["wstETH"] = "ETH", ["sETH"] = "ETH", ["rETH"] = "ETH", ["cbETH"] = "ETH", ["frxETH"] = "ETH", ["sfrxETH"] = "ETH", ["alETH"] = "ETH",
        ["WBTC"] = "BTC", ["BBTC"] = "BTC", ["multiBTC"] = "BTC", ["renBTC"] = "BTC", ["sBTC"] = "BTC", ["tBTC"] = "BTC", ["HBTC"] = "BTC", ["pBTC"] = "BTC",
        ["oBTC"] = "BTC",
    };

    /// <summary>A token worth one dollar.</summary>
    public static bool IsStable(string token) => Stable.Contains(token);

    /// <summary>Whether a token's price leaves that of what it stands for, because it collects yield.</summary>
    public static bool IsAccruing(string token) => Accruing.Contains(token);

    /// <summary>What a wrapped or bridged token stands for; itself otherwise.</summary>
    public static string UnderlyingOf(string token) => Underlying.GetValueOrDefault(token, token);

    /// <summary>A share of a pool, a deposit or a receipt of one.</summary>
    public static bool IsDeposit(string token)
    {
        // "crv" followed by a pool's assets, "...3CRV", gauges, factory pools, and receipts with a prefix before the token's own capitals.
        return (token.Length > 3 && token.Contains("crv", StringComparison.OrdinalIgnoreCase))
            || token.Contains("gauge", StringComparison.OrdinalIgnoreCase)
            || token.EndsWith("-f", StringComparison.Ordinal)
            || token.Contains('/', StringComparison.Ordinal)
            || token.Contains("LP", StringComparison.Ordinal)
            || (token.Length > 3 && token[0] is 'a' or 'c' && char.IsAsciiLetterUpper(token[1]) && token.Skip(1).All(c => !char.IsAsciiLetterLower(c)))
            || (token.Length > 4 && token.StartsWith("yv", StringComparison.Ordinal));
    }
}
