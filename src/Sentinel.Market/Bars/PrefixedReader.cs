namespace Sentinel.Market.Bars;

/// <summary>A text with a piece put back before what is left of it. Does not own the rest.</summary>
internal sealed class PrefixedReader(string prefix, TextReader rest) : TextReader
{
    private int _at;

    /// <inheritdoc/>
    public override int Peek() => _at < prefix.Length ? prefix[_at] : rest.Peek();

    /// <inheritdoc/>
    public override int Read() => _at < prefix.Length ? prefix[_at++] : rest.Read();

    /// <inheritdoc/>
    public override int Read(char[] buffer, int index, int count)
    {
        if (_at >= prefix.Length)
        {
            return rest.Read(buffer, index, count);
        }

        var taken = Math.Min(count, prefix.Length - _at);
        prefix.CopyTo(_at, buffer, index, taken);
        _at += taken;
        return taken;
    }
}
