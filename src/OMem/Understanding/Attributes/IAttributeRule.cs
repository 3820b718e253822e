namespace OMem.Understanding.Attributes;

/// <summary>One kind of statement about a person. Rules are independent: each sees every asserted clause. Stateless.</summary>
internal interface IAttributeRule
{
    /// <summary>Adds what the clause says of this kind; most often nothing.</summary>
    void Read(ClauseReading clause);
}
