using System.Runtime.CompilerServices;
using System.Text;
using Sentinel.Market;

namespace Sentinel.Cli.Paper;

/// <summary>Bars of a CSV file that somebody else appends to. Each line is read once; a line that is not whole yet waits.</summary>
internal static class GrowingFile
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>The bars that are there, and those that come.</summary>
    /// <param name="path">The file, with its header and two bars at least.</param>
    /// <param name="symbol">What they are of.</param>
    /// <param name="options">How they are read.</param>
    /// <param name="follow">Whether to wait for more at its end.</param>
    /// <param name="wall">The clock for waiting.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BarFileException">A line cannot be trusted.</exception>
    public static async IAsyncEnumerable<Bar> ReadAsync(
        string path, Symbol symbol, BarFileOptions options, bool follow, TimeProvider wall, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var interval = BarFile.Inspect(path, options).Interval;
        string? header = null;
        Bar? last = null;
        long position = 0;
        while (true)
        {
            var (text, next) = await NewLinesAsync(path, position, cancellationToken);
            position = next;
            if (text.Length > 0)
            {
                header ??= text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)];
                var block = text.StartsWith(header, StringComparison.Ordinal) ? text : header + text;
                foreach (var bar in BarFile.Parse(new StringReader(block), symbol, options with { Interval = interval }))
                {
                    if (last is not null && bar.OpenTime < last.CloseTime)
                    {
                        throw new BarFileException(FormattableString.Invariant($"the bar of {bar.OpenTime:u} was appended behind that of {last.OpenTime:u}; nothing was decided on it"));
                    }

                    yield return last = bar;
                }
            }
            else if (follow)
            {
                await Task.Delay(Pause, wall, cancellationToken);
            }
            else
            {
                yield break;
            }
        }
    }

    private static async Task<(string Text, long Next)> NewLinesAsync(string path, long position, CancellationToken cancellationToken)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        await using (stream)
        {
            if (stream.Length < position)
            {
                throw new BarFileException("the file became shorter while it was read");
            }

            var bytes = new byte[stream.Length - position];
            stream.Position = position;
            await stream.ReadExactlyAsync(bytes, cancellationToken);
            var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
            return (Encoding.UTF8.GetString(bytes, 0, end), position + end);
        }
    }
}
