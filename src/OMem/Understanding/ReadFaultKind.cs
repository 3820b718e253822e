namespace OMem.Understanding;

/// <summary>What a failed reading calls for.</summary>
internal enum ReadFaultKind
{
    /// <summary>The fault may lie in one of the messages: read fewer at a time, until the bad one stands alone.</summary>
    Content = 0,

    /// <summary>The model could not be reached or did not keep up: try all again later.</summary>
    Transport = 1,

    /// <summary>Nothing can be read until somebody changes a setting: no attempt is counted.</summary>
    Setting = 2,
}
