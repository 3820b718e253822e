namespace OMem.ModelConverter.UseLite;

/// <summary>The signal of the places in a text: per place the sines of its angles, then the cosines.</summary>
internal static class TimingSignal
{
    /// <summary><see cref="UseLiteModel.MaxTokens"/> rows; angle = place x frequency, in single precision as in the original.</summary>
    public static float[] Table(float[] frequencies)
    {
        var half = frequencies.Length;
        var table = new float[UseLiteModel.MaxTokens * 2 * half];
        for (var place = 0; place < UseLiteModel.MaxTokens; place++)
        {
            for (var i = 0; i < half; i++)
            {
                // Double precision, then rounded: mathematical libraries that differ in the last bit give the same float.
                var (sine, cosine) = Math.SinCos(place * frequencies[i]);
                table[(place * 2 * half) + i] = (float)sine;
                table[(place * 2 * half) + half + i] = (float)cosine;
            }
        }

        return table;
    }
}
