namespace Sentinel.Memory;

/// <summary>Makes results of the toolkit.</summary>
internal static class ToolResults
{
    /// <summary>A list; <paramref name="why"/> says why it is empty, when it is.</summary>
    public static Task<ToolResult<T>> Of<T>(DateTimeOffset asOf, IReadOnlyList<T> items, Func<T, string> id, Func<T, int> tokens, NoneFound why) =>
        Task.FromResult(new ToolResult<T>(
            asOf, items, [.. items.Select(id)], items.Sum(tokens), items.Count is 0 ? why : null));

    public static Task<ToolResult<T>> One<T>(DateTimeOffset asOf, T item, string? id) => Task.FromResult(new ToolResult<T>(asOf, [item], id is null ? [] : [id], 0));

    public static Task<ToolResult<T>> None<T>(DateTimeOffset asOf, NoneFound why) => Task.FromResult(new ToolResult<T>(asOf, [], [], 0, why));
}
