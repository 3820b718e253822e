using System.Text;

namespace OMem.Evaluation;

/// <summary>Where to write a report; a null file is not written.</summary>
public sealed record ReportFiles
{
    /// <summary>The figures as JSON.</summary>
    public string? Json { get; init; }

    /// <summary>The figures as Markdown.</summary>
    public string? Markdown { get; init; }

    /// <summary>Recall against tokens as PNG.</summary>
    public string? Plot { get; init; }

    /// <summary>One JSON line per system and question.</summary>
    public string? Questions { get; init; }

    /// <summary>Where missed evidence stands, as Markdown.</summary>
    public string? Misses { get; init; }

    /// <summary>Writes the files. Each appears whole or not at all.</summary>
    /// <param name="report">What to write.</param>
    /// <param name="cancellationToken">Ends the call; files that are not finished are removed.</param>
    /// <exception cref="IOException">A place cannot be written.</exception>
    public async Task WriteAsync(RetrievalReport report, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(report);
        (string? File, Func<byte[]> Content)[] files =
        [
            (Json, () => Encoding.UTF8.GetBytes(report.ToJson())),
            (Markdown, () => Encoding.UTF8.GetBytes(report.ToMarkdown())),
            (Plot, () => RecallPlot.Render(report)),
            (Questions, () => QuestionLines.Write(report)),
            (Misses, () => Encoding.UTF8.GetBytes(MissReport.Write(report))),
        ];
        foreach (var (file, content) in files)
        {
            if (file is not null)
            {
                await AtomicFile.WriteAsync(file, content(), cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
