namespace Sentinel.Memory;

/// <summary>Picks the smallest distances out of many.</summary>
internal static class NearestRows
{
    /// <summary>The k nearest of the first rows that are allowed; equal distances in order of id.</summary>
    public static List<EpisodeRow> Select(List<EpisodeRow> rows, int known, float[] distances, Func<EpisodeRow, bool> allows, int k)
    {
        var best = new List<EpisodeRow>(k + 1);
        var worst = float.PositiveInfinity;
        for (var i = 0; i < known; i++)
        {
            // Nearly all end here: only what may enter is asked for more.
            if (distances[i] > worst || !allows(rows[i]))
            {
                continue;
            }

            var at = best.Count;
            while (at > 0 && IsNearer(rows[i], best[at - 1], distances))
            {
                at--;
            }

            best.Insert(at, rows[i]);
            if (best.Count > k)
            {
                best.RemoveAt(k);
            }

            worst = best.Count == k ? distances[best[^1].Position] : float.PositiveInfinity;
        }

        return best;
    }

    private static bool IsNearer(EpisodeRow left, EpisodeRow right, float[] distances)
    {
        var (l, r) = (distances[left.Position], distances[right.Position]);
        return l < r || (l.Equals(r) && string.CompareOrdinal(left.Episode.Id, right.Episode.Id) < 0);
    }
}
