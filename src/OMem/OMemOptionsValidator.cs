using Microsoft.Extensions.Options;

namespace OMem;

/// <summary>Names every wrong setting at once.</summary>
[OptionsValidator]
internal sealed partial class OMemOptionsValidator : IValidateOptions<OMemOptions>;
