namespace OMem.Tests.Sensitive;

/// <summary>How well each kind is found in texts written for this: found means the whole value is covered, by a finding of its kind.</summary>
public sealed class DetectionFigures(ITestOutputHelper output)
{
    private static readonly SensitiveKind[] Kinds = Enum.GetValues<SensitiveKind>();

    [Theory]
    [InlineData("labelled.txt", 0)]
    [InlineData("held-out.txt", 2)]
    public void LabelledTexts_AreFoundAndNothingElse(string file, int mostMissed)
    {
        var cases = LabelledCase.Read(file);
        var (found, missed, wrong) = (new int[Kinds.Length], new int[Kinds.Length], new int[Kinds.Length]);
        foreach (var labelled in cases)
        {
            var findings = SensitiveText.Find(labelled.Text);
            foreach (var (kind, start, end) in labelled.Expected)
            {
                var isFound = findings.Any(finding => finding.Kind == kind && finding.Start <= start && finding.End >= end);
                (isFound ? found : missed)[(int)kind]++;
                Say(!isFound, "missed", labelled, kind, labelled.Text[start..end]);
            }

            foreach (var finding in findings)
            {
                var isRight = labelled.Expected.Any(expected => expected.Kind == finding.Kind && expected.Start < finding.End && finding.Start < expected.End);
                wrong[(int)finding.Kind] += isRight ? 0 : 1;
                Say(!isRight, "false alarm", labelled, finding.Kind, labelled.Text.Substring(finding.Start, finding.Length));
            }
        }

        output.WriteLine($"{file}: {cases.Count(static one => one.Expected.Count > 0)} texts that hold something, {cases.Count(static one => one.Expected.Count == 0)} that hold nothing");
        output.WriteLine("kind            values  found  missed  false alarms  precision  recall");
        foreach (var kind in Kinds)
        {
            var (f, m, w) = (found[(int)kind], missed[(int)kind], wrong[(int)kind]);
            output.WriteLine($"{kind,-15} {f + m,6} {f,6} {m,7} {w,13} {(double)f / Math.Max(1, f + w),10:0.000} {(double)f / Math.Max(1, f + m),7:0.000}");
        }

        missed.Sum().ShouldBeLessThanOrEqualTo(mostMissed);
        wrong.Sum().ShouldBe(0);
    }

    private void Say(bool when, string what, LabelledCase labelled, SensitiveKind kind, string value)
    {
        if (when)
        {
            output.WriteLine($"{what} (line {labelled.Line}): {kind} '{value}' in: {labelled.Text}");
        }
    }
}
