using System.Text;

namespace OMem.Evaluation;

/// <summary>Writes everything a run says into its folder.</summary>
internal static class AnswerReportFiles
{
    public const string Json = "report.json";
    public const string Markdown = "report.md";
    public const string Questions = "questions.jsonl";
    public const string Misses = "misses.md";
    public const string QualityPlot = "quality-tokens.png";
    public const string CostPlot = "cost-messages.png";

    /// <summary>Writes the files; each appears whole or not at all.</summary>
    /// <returns>What to tell the user, if something is not as it should be.</returns>
    public static async Task<string?> WriteAsync(AnswerReport report, string folder, CancellationToken cancellationToken = default)
    {
        (string File, byte[] Content)[] files =
        [
            (Json, Encoding.UTF8.GetBytes(report.ToJson())),
            (Markdown, Encoding.UTF8.GetBytes(report.ToMarkdown())),
            (Questions, AnswerLines.Write(report)),
            (Misses, Encoding.UTF8.GetBytes(AnswerMisses.Write(report))),
            (QualityPlot, AnswerPlots.Quality(report)),
            (CostPlot, AnswerPlots.Building(report)),
        ];
        foreach (var (file, content) in files)
        {
            await AtomicFile.WriteAsync(Path.Combine(folder, file), content, cancellationToken).ConfigureAwait(false);
        }

        return PlotFonts.Find() is null ? PlotFonts.Warning : null;
    }
}
