namespace Sentinel.Memory;

/// <summary>Which memories a context is built from: the arms of the experiment. Mandate, room left and open positions are in every arm.</summary>
[Flags]
public enum MemoryArm
{
    /// <summary>Memory off.</summary>
    None = 0,

    /// <summary>The trader.</summary>
    Persona = 1,

    /// <summary>Market context, open theses, pending orders, notes.</summary>
    Working = 2,

    /// <summary>Past episodes and their outcomes.</summary>
    Episodic = 4,

    /// <summary>All three.</summary>
    All = Persona | Working | Episodic,
}
