using System.ComponentModel.DataAnnotations;

namespace OMem;

/// <summary>Settings of <see cref="MemoryMethod.Paper"/>. The paper does not state them; the defaults are those of its authors' code.</summary>
public sealed class PaperOptions
{
    /// <summary>Merged attributes that a question brings (eq. 11).</summary>
    /// <value>The default is 1.</value>
    [Range(0, 10_000)]
    public int Attributes { get; set; } = 1;

    /// <summary>Facts that a question brings (eq. 11).</summary>
    /// <value>The default is 9.</value>
    [Range(0, 10_000)]
    public int Facts { get; set; } = 9;

    /// <summary>Topics whose messages a question brings (eq. 8).</summary>
    /// <value>The default is 18.</value>
    [Range(0, 10_000)]
    public int Topics { get; set; } = 18;

    /// <summary>
    /// Where the similarity of the facts first drops by more than this share of the best one, the facts before the drop give way to the
    /// messages they come from; null for no such expansion. Not in the paper.
    /// </summary>
    /// <value>The default is 0.1.</value>
    [Range(0.0, 1.0)]
    public double? ExpansionGap { get; set; } = 0.1;

    /// <summary>How often a router is asked, when its answer names no known action or no id that was offered, before the item is added.</summary>
    /// <value>The default is 3.</value>
    [Range(1, 20)]
    public int RouterAttempts { get; set; } = 3;
}
