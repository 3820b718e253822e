using System.Globalization;

namespace OMem.Evaluation;

/// <summary>A data set cannot be read: names the file and the place in it. Nothing was evaluated.</summary>
public sealed class InvalidDatasetException : OMemException
{
    /// <summary>Creates the error.</summary>
    /// <param name="file">The file or folder at fault.</param>
    /// <param name="fault">What is wrong, without content of the file.</param>
    /// <param name="line">The line, from 1, where the format has lines.</param>
    /// <param name="path">The JSON path or the column, where there is one.</param>
    /// <param name="innerException">The cause.</param>
    public InvalidDatasetException(string file, string fault, long? line = null, string? path = null, Exception? innerException = null)
        : base(Describe(file, fault, line, path), innerException)
    {
        File = file;
        Line = line;
        Path = path;
    }

    /// <summary>The file or folder at fault.</summary>
    public string File { get; }

    /// <summary>The line, from 1; null when the format has none or it is not known.</summary>
    public long? Line { get; }

    /// <summary>The JSON path or column; null when it does not apply.</summary>
    public string? Path { get; }

    private static string Describe(string file, string fault, long? line, string? path)
    {
        var place = line is { } number ? string.Create(CultureInfo.InvariantCulture, $"{file}:{number}") : file;
        return path is null ? $"{place}: {fault}." : $"{place}: {path} {fault}.";
    }
}
