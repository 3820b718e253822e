using System.Globalization;
using Microsoft.Extensions.Options;
using OMem.Forgetting;

namespace OMem;

/// <summary>Names every wrong setting at once, those of model calls too.</summary>
internal sealed class OMemOptionsValidator : IValidateOptions<OMemOptions>
{
    private static readonly EngineOptionsValidator Engine = new();
    private static readonly ModelOptionsValidator Models = new();
    private static readonly PaperOptionsValidator Paper = new();
    private static readonly TrustOptionsValidator Trust = new();

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, OMemOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var faults = new ValidateOptionsResultBuilder();
        faults.AddResult(Engine.Validate(name, options));
        faults.AddResult(Models.Validate(string.IsNullOrEmpty(name) ? nameof(OMemOptions.Models) : $"{name}.{nameof(OMemOptions.Models)}", options.Models));
        faults.AddResult(Paper.Validate(string.IsNullOrEmpty(name) ? nameof(OMemOptions.Paper) : $"{name}.{nameof(OMemOptions.Paper)}", options.Paper));
        faults.AddResult(Trust.Validate(string.IsNullOrEmpty(name) ? nameof(OMemOptions.Trust) : $"{name}.{nameof(OMemOptions.Trust)}", options.Trust));
        AddLow(faults, nameof(TrustOptions.Assistant), options.Trust.Assistant);
        AddLow(faults, nameof(TrustOptions.Tool), options.Trust.Tool);
        AddTime(faults, nameof(ModelOptions.CallTimeout), options.Models.CallTimeout, TimeSpan.FromMilliseconds(10));
        AddTime(faults, nameof(ModelOptions.RetryDelay), options.Models.RetryDelay, TimeSpan.Zero);
        AddTime(faults, nameof(ModelOptions.MaxRetryDelay), options.Models.MaxRetryDelay, TimeSpan.Zero);
        AddPolicy(faults, options.SensitiveData);
        if (options.Retention.Interval is { } interval && (interval < TimeSpan.FromMinutes(1) || interval > TimeSpan.FromDays(30)))
        {
            faults.AddError(string.Create(CultureInfo.InvariantCulture, $"must be between one minute and 30 days (was {interval})"), $"{nameof(OMemOptions.Retention)}.{nameof(RetentionOptions.Interval)}");
        }

        if (options.Retention.Default is { } policy && SelectionDoor.Fault(policy) is { } fault)
        {
            faults.AddError(fault, $"{nameof(OMemOptions.Retention)}.{nameof(RetentionOptions.Default)}");
        }

        return faults.Build();
    }

    /// <summary>Nobody's word: a setting that says otherwise would have no effect.</summary>
    private static void AddLow(ValidateOptionsResultBuilder faults, string setting, SourceTrust value)
    {
        if (value > SourceTrust.Low)
        {
            faults.AddError("must be Low or Untrusted: what it says is no person's word", $"{nameof(OMemOptions.Trust)}.{setting}");
        }
    }

    private static void AddPolicy(ValidateOptionsResultBuilder faults, SensitiveDataPolicy? policy)
    {
        if (policy is null || Enum.GetValues<SensitiveKind>().Any(kind => !Enum.IsDefined(policy.Of(kind))))
        {
            faults.AddError("must name Keep, Mask or Refuse for every kind", nameof(OMemOptions.SensitiveData));
        }
    }

    /// <summary>By hand: an attribute with limits of a time cannot be trimmed.</summary>
    private static void AddTime(ValidateOptionsResultBuilder faults, string setting, TimeSpan value, TimeSpan least)
    {
        if (value < least || value > TimeSpan.FromDays(1))
        {
            faults.AddError(string.Create(CultureInfo.InvariantCulture, $"must be between {least} and one day (was {value})"), $"{nameof(OMemOptions.Models)}.{setting}");
        }
    }
}

// SYSLIB1212: the nested options are checked beside it; an attribute for it would bring a package into the contracts.
#pragma warning disable SYSLIB1212
[OptionsValidator]
internal sealed partial class EngineOptionsValidator : IValidateOptions<OMemOptions>;
#pragma warning restore SYSLIB1212

[OptionsValidator]
internal sealed partial class ModelOptionsValidator : IValidateOptions<ModelOptions>;

[OptionsValidator]
internal sealed partial class TrustOptionsValidator : IValidateOptions<TrustOptions>;

[OptionsValidator]
internal sealed partial class PaperOptionsValidator : IValidateOptions<PaperOptions>;
