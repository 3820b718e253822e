using System.Text;
using System.Text.Json;

namespace Sentinel.Replay.Experiment;

/// <summary>
/// The journal of finished runs: a line each, behind a head that names configuration, prices and build. After a kill the runs in it are not done again. A torn
/// last line is cut off; a log of another configuration or build is started anew. Thread-safe.
/// </summary>
internal sealed class RunLog : IDisposable
{
    private readonly Lock _gate = new();
    private readonly FileStream _file;

    private RunLog(FileStream file) => _file = file;

    /// <summary>Opens a log.</summary>
    /// <returns>The log, and the runs in it.</returns>
    public static (RunLog Log, IReadOnlyList<RunRecord> Finished) Open(string path, RunHeader header)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        var (records, length) = ReadAll(file, header);
        file.SetLength(length);
        file.Position = length;
        var log = new RunLog(file);
        if (length is 0)
        {
            log.Write(JsonSerializer.Serialize(header, ExperimentJson.Default.RunHeader));
        }

        return (log, records);
    }

    /// <summary>Appends a finished run.</summary>
    public void Append(RunRecord record) => Write(JsonSerializer.Serialize(record, ExperimentJson.Default.RunRecord));

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private static (IReadOnlyList<RunRecord> Records, long Length) ReadAll(FileStream file, RunHeader header)
    {
        using var reader = new StreamReader(file, Encoding.UTF8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = reader.ReadToEnd();
        var lines = text.Split('\n')[..^1];
        if (lines.Length is 0 || !IsOf(lines[0], header))
        {
            return ([], 0);
        }

        var records = new List<RunRecord>();
        long length = Encoding.UTF8.GetByteCount(lines[0]) + 1;
        foreach (var line in lines.Skip(1))
        {
            try
            {
                records.Add(JsonSerializer.Deserialize(line, ExperimentJson.Default.RunRecord)!);
            }
            catch (JsonException)
            {
                break;
            }

            length += Encoding.UTF8.GetByteCount(line) + 1;
        }

        return (records, length);
    }

    private static bool IsOf(string line, RunHeader header)
    {
        try
        {
            return JsonSerializer.Deserialize(line, ExperimentJson.Default.RunHeader) is { } found
                && string.Equals(found.Config, header.Config, StringComparison.Ordinal)
                && (header.Build is "" || string.Equals(found.Build, header.Build, StringComparison.Ordinal))
                && found.Prices.SequenceEqual(header.Prices, StringComparer.Ordinal);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Write(string line)
    {
        lock (_gate)
        {
            _file.Write(Encoding.UTF8.GetBytes(line + "\n"));
            _file.Flush();
        }
    }
}

/// <summary>What results belong to.</summary>
/// <param name="Config">Hash of the configuration.</param>
/// <param name="Build">Hash of the code: runs of two builds are not mixed, unless it is asked for with an empty one.</param>
/// <param name="Prices">Files of real prices, with their hashes.</param>
internal sealed record RunHeader(string Config, string Build, IReadOnlyList<string> Prices);
