namespace OMem.Evaluation;

/// <summary>One question to learn from: the features of every turn and which turns are gold.</summary>
/// <param name="Values">Turn after turn, each with <paramref name="Features"/> values.</param>
/// <param name="Features">How many values a turn has.</param>
/// <param name="Gold">Gold turns; not empty.</param>
internal sealed record ChoiceSet(float[] Values, int Features, int[] Gold)
{
    public int Turns => Values.Length / Features;

    public ReadOnlySpan<float> Row(int turn) => Values.AsSpan(turn * Features, Features);
}
