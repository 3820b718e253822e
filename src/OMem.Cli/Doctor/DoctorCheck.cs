namespace OMem.Cli.Doctor;

/// <summary>How a check came out.</summary>
internal enum CheckState
{
    /// <summary>As it should be.</summary>
    Ok = 0,

    /// <summary>It works, but somebody should look.</summary>
    Warn = 1,

    /// <summary>It does not work.</summary>
    Fail = 2,
}

/// <summary>One thing the doctor looked at.</summary>
/// <param name="Name">What.</param>
/// <param name="State">How it came out.</param>
/// <param name="Detail">What was found.</param>
/// <param name="Advice">What to do; null when nothing.</param>
internal sealed record DoctorCheck(string Name, CheckState State, string Detail, string? Advice = null);
