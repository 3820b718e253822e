using System.Text;

namespace OMem.Cli.Output;

/// <summary>Leaves out spaces before a line end: tables are padded for a terminal, a pipe needs no padding.</summary>
internal sealed class TrimmingWriter(TextWriter inner) : TextWriter
{
    private int _spaces;

    /// <inheritdoc/>
    public override Encoding Encoding => inner.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        if (value is ' ')
        {
            _spaces++;
            return;
        }

        if (value is not '\n')
        {
            WriteSpaces();
        }

        _spaces = 0;
        inner.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        foreach (var c in value ?? "")
        {
            Write(c);
        }
    }

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    private void WriteSpaces()
    {
        for (; _spaces > 0; _spaces--)
        {
            inner.Write(' ');
        }
    }
}
